/**
 * privacy: the twelve checks that the FSV case teaches (domain.md E2), each a test. The numbers are those of the list.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { ConfigurationError, productionConfig } from '../../bot/config.ts'
import { OfficerAction, ReporterAction } from '../../cards/actions.ts'
import { dossierCard } from '../../cards/officer/dossier.ts'
import { MOST_TO_DESTROY, toDestroyCard } from '../../cards/officer/retentionList.ts'
import { foundCard, MOST_FOUND, overviewCard } from '../../cards/officer/search.ts'
import { worklistCard } from '../../cards/officer/worklist.ts'
import { searched } from '../../services/retention/ledger.ts'
import { everyDocument } from '../../services/retention/proof.ts'
import { dayAfter, standingOf, termOf, untold } from '../../services/retention/term.ts'
import { LONGEST, RetentionTerms } from '../../services/retention/terms.ts'
import { GoLive, openGates } from '../../services/routing/goLive.ts'
import { Municipality } from '../../services/routing/municipality.ts'
import { Chat, DRAFT_GONE_AFTER_HOURS } from '../../services/signal/chat.ts'
import { speaksOfDanger } from '../../services/signal/danger.ts'
import { decide } from '../../services/signal/decide.ts'
import { BASES, PROCESSINGS, PURPOSES, STORED } from '../../services/signal/processings.ts'
import { Effect, SignalRecord } from '../../services/signal/signal.ts'
import { Instant, Kind, Outcome, State } from '../../services/signal/words.ts'
import { SEALED_KINDS } from '../../services/vault/sealedStore.ts'
import { codeOf, isSource, projectFiles, read } from '../house/sources.ts'
import { canary, press as pressed, seen } from '../journeys/officerSteps.ts'
import { cardWith, tenant } from '../journeys/steps.ts'
import { startHouse } from '../kit/house.ts'
import {
  act,
  decision,
  done,
  ELLEN,
  firstRoute,
  JOOST,
  later,
  MARIEKE,
  NOW,
  officer,
  POLICE,
  press,
  received,
  reporter,
  SAFE_HOME,
  setting,
  standing,
  THOMAS,
  TODAY,
  town,
} from '../kit/signals.ts'
import { DEEDS, deedOf } from '../services/signal/deeds.ts'

const by = officer(MARIEKE)
const DAY = 86_400_000

/** Every field name of a schema, however deep. */
function fieldsOf(schema: z.ZodType): Set<string> {
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) {
      for (const name of Object.keys(node.properties)) found.add(name)
    }
    for (const each of Object.values(node)) walk(each)
  }
  walk(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }))
  return found
}

const dossierOf = (record: SignalRecord): string =>
  JSON.stringify(
    dossierCard({
      record,
      municipality: town,
      now: NOW,
      viewer: MARIEKE,
      press: press(),
      surface: 'dialog',
      language: 'nl',
    }),
  )

const kinds = Kind.options
const states = State.options
/** Deeds of an officer, by their names in the tables. */
const officerDeeds = Object.keys(DEEDS).filter((name) => deedOf(name, received())[0].role === 'officer')

describe('privacy: the twelve checks of E2', () => {
  test('1. a legal basis per processing is recorded: every deed and everything stored has one', () => {
    for (const { basis } of [...Object.values(PROCESSINGS), ...Object.values(STORED)]) {
      expect(BASES[basis]).toMatch(/AVG 6\(1\)\([cde]\)/)
    }
    // The tables of what can be done know no deed without one.
    for (const name of Object.keys(DEEDS)) {
      expect(Object.keys(PROCESSINGS)).toContain(deedOf(name, received())[1].do)
    }
    for (const kind of SEALED_KINDS) expect(Object.keys(STORED)).toContain(kind)
    expect(Object.keys(BASES)).not.toContain('consent')
  })

  test('2. the purposes are fixed: a short list, and no field in which anybody writes another', () => {
    const used = new Set(
      [...Object.values(PROCESSINGS), ...Object.values(STORED)].map(({ purpose }) => purpose),
    )
    expect(used).toEqual(new Set(Object.keys(PURPOSES)))
    expect(Object.keys(PURPOSES)).toHaveLength(7)
    for (const schema of [SignalRecord, Chat, Municipality, OfficerAction, ReporterAction]) {
      expect([...fieldsOf(schema)].filter((name) => /purpose|doel|usedFor/i.test(name))).toEqual([])
    }
  })

  test('3. unverified is not a fact, and a correction goes to everybody who had it', () => {
    for (const state of states) expect(dossierOf(standing('signal', state))).toContain('Niet geverifieerd')
    const overview = overviewCard({
      cases: [{ record: standing('signal', 'closed'), term: undefined, found: [] }],
      municipality: town,
      press: press(),
      language: 'nl',
    })
    expect(JSON.stringify(overview)).toContain('Niet geverifieerd')
    const two = done(received(), by, decision({ routes: [SAFE_HOME, POLICE].map(routeTo) }))
    const both = two.routes.reduce((r, { id }) => done(r, by, { do: 'handOver', route: id }), two)
    const corrected = done(both, by, { do: 'correct', passage: 'story.0', text: 'Anders', reason: 'Gebeld' })
    expect(new Set(untold(corrected).map(({ route }) => route))).toEqual(
      new Set(both.routes.map(({ id }) => id)),
    )
    expect(dossierOf(corrected)).toContain('Nog te vertellen')
    // It cannot be destroyed, nor forgotten, before they were told.
    const late = setting(6 * 365 * DAY)
    expect(act(corrected, by, { do: 'destroy' }, { at: late })).toEqual({ refused: 'tellFirst' })
  })

  test('4. retention is hard: every decision has a term with an absolute limit, and the round lists by itself', () => {
    for (const outcome of Outcome.options) {
      const record = decidedAs(outcome)
      const term = termOf(record, town)
      if (!term) throw new Error(`${outcome} has no term`)
      expect(term.most <= dayAfter(term.from, LONGEST[term.class])).toBe(true)
      const after = Instant.parse(`${dayAfter(term.until, { days: 1 })}T12:00:00.000Z`)
      expect(standingOf(record, town, after)).toBe('due')
      const listing = decide(
        record,
        { do: 'listForDestruction', id: press(), actor: { role: 'system' } },
        { ...setting(), now: after },
      )
      expect(listing).toMatchObject({ done: 'changed', record: { retention: { listed: after } } })
    }
    // What nobody has to approve goes by itself: drafts, and who reported.
    expect(DRAFT_GONE_AFTER_HOURS).toBe(24)
    expect(RetentionTerms.safeParse({ identityDays: 10_000 }).success).toBe(false)
    for (const { ends } of Object.values(STORED)) expect(ends).not.toBe('')
  })

  test('5. only the officer, and who stands in when on duty: nobody else, whatever they ask', () => {
    const strangers = [officer(THOMAS), officer(JOOST), officer(ELLEN), reporter, { role: 'system' } as const]
    for (const kind of kinds) {
      for (const state of states) {
        for (const name of officerDeeds) {
          const record = standing(kind, state)
          for (const actor of strangers) {
            const [, deed] = deedOf(name, record)
            expect(act(record, actor, deed)).toMatchObject({ refused: 'notAllowed' })
          }
        }
      }
    }
  })

  test('6. no bulk: no way out for many at once, in no format', () => {
    const verbs = [...OfficerAction.options, ...ReporterAction.options].map(
      (option) => option.shape.verb.value,
    )
    expect(verbs.filter((verb) => /export|download|excel|csv|print|everything|mail/i.test(verb))).toEqual([])
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')))
    expect(Object.keys(dependencies).filter((name) => /xls|excel|csv|pdf|docx|zip/i.test(name))).toEqual([])
    const code = projectFiles()
      .filter((path) => isSource(path, ['bot', 'cards', 'services']))
      .map((path) => [path, codeOf(read(path), { strings: true })] as const)
    expect(code.filter(([, text]) => /text\/csv|spreadsheet|\.xlsx|\.csv/i.test(text))).toEqual([])
    // A list is references, and never more than a person reads.
    const many = Array.from({ length: 300 }, () => standing('signal', 'closed'))
    const items = many.map(({ id, reference, receivedAt }) => ({ signal: id, reference, receivedAt }))
    const base = { total: 300, municipality: town, language: 'nl', press: press(), now: NOW } as const
    const lists = [
      foundCard({
        ...base,
        items: items.slice(0, MOST_FOUND).map((item) => ({ ...item, parts: ['story' as const] })),
        unreadable: 0,
        terms: 'x',
        reason: 'y',
      }),
      worklistCard({
        ...base,
        surface: 'dialog',
        items: many.map((record) => ({
          ...record,
          signal: record.id,
          due: NOW,
          overdue: false,
          waitingFor: 'officer',
          failed: false,
          takenBy: undefined,
        })),
      }),
      toDestroyCard({
        ...base,
        undecided: [],
        items: many.slice(0, MOST_TO_DESTROY).map((record) => {
          const term = termOf(record, town)
          if (!term) throw new Error('no term')
          return { signal: record.id, reference: record.reference, term, tellFirst: [] }
        }),
      }),
    ]
    for (const card of lists) {
      const text = JSON.stringify(card)
      expect(text.split('"verb":"open"').length - 1).toBeLessThanOrEqual(15)
      expect(text).not.toContain('Wat-iemand-schreef')
    }
  })

  test('7. every look and every change is recorded, by whom and when, in a chain', () => {
    let tried = 0
    for (const kind of kinds) {
      for (const state of states) {
        for (const name of officerDeeds) {
          const record = standing(kind, state)
          const [, deed] = deedOf(name, record)
          const decided = act(record, by, deed, { at: setting(DAY) })
          if ('refused' in decided || decided.done !== 'changed') continue
          tried += 1
          const fresh = decided.record.audit.slice(record.audit.length)
          expect(fresh.length).toBeGreaterThan(0)
          for (const entry of fresh) {
            expect(entry).toMatchObject({ by: MARIEKE, at: later(DAY) })
            expect(entry.hash).toMatch(/^[0-9a-f]{64}$/)
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(50)
  })

  test('8. the FG was involved before the start: without that production does not start', () => {
    const settled = { by: 'het college', on: '2026-01-15', where: 'zaak 2026-001' }
    const all = GoLive.parse({ privacyProtocol: settled, dpia: settled, fg: settled, archivist: settled })
    expect(openGates(all, new Date(NOW))).toEqual([])
    const { fg: _fg, ...without } = all
    expect(openGates(without, new Date(NOW)).join()).toContain('FG')
    const dir = mkdtempSync(join(tmpdir(), 'signaalpunt-'))
    const file = join(dir, 'municipalities.json')
    writeFileSync(file, JSON.stringify([{ ...town, goLive: without }]))
    try {
      productionConfig({ MUNICIPALITIES_FILE: file })
      throw new Error('it would have started')
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      expect(error.message).toContain('goLive.fg')
      expect(readFileSync(file, 'utf8')).toContain('goLive')
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })

  test('9. a request for information about somebody is never itself a signal', async () => {
    const house = await startHouse()
    try {
      const { marieke } = house
      const name = canary('v')
      await marieke.say('inzageverzoek')
      const door = await marieke.click(cardWith(house, marieke, 'Zoek op'), 'Zoek op')
      const found = await pressed(house, marieke, door, 'Zoek', { terms: name, reason: 'Verzoek' })
      expect(seen(house, found)).toContain('Er is niets gevonden')
      const { store } = house.bot.parts
      for (const kind of ['signal', 'counter', 'vault'] as const) {
        for await (const { document } of everyDocument(store, tenant(house), kind))
          throw new Error(document.kind)
      }
      const lines = await searched(store, tenant(house), house.clock.now().slice(0, 7))
      expect(lines).toHaveLength(1)
      expect(JSON.stringify(lines)).not.toContain(name)
      for await (const { document } of everyDocument(store, tenant(house), 'ledger')) {
        expect(JSON.stringify(document)).not.toContain(name)
      }
    } finally {
      await house.stop()
    }
  })

  test('10. no nationality, origin or appearance as a factor: no field for it, and no rule that sees it', () => {
    const forbidden =
      /nation|ethnic|origin|birth|religi|race|skin|gender|sex|appear|herkomst|geloof|score|risk|suspect/i
    for (const schema of [SignalRecord, Chat, Municipality, OfficerAction, ReporterAction]) {
      expect([...fieldsOf(schema)].filter((name) => forbidden.test(name))).toEqual([])
    }
    const people = [
      'Poolse',
      'Roemeense',
      'Bulgaarse',
      'Nigeriaanse',
      'Marokkaanse',
      'Turkse',
      'Syrische',
      'Surinaamse',
      'Oekraïense',
      'Chinese',
      'Nederlandse',
      'moslim',
      'christelijke',
      'joodse',
      'donkere',
      'blonde',
    ]
    const story = (who: string) => `Een ${who} jongen mag zijn paspoort niet zelf vasthouden in de loods.`
    const plain = ofStory(story('jonge'))
    fc.assert(
      fc.property(fc.constantFrom(...people), fc.constantFrom(...people), (one, other) => {
        const record = ofStory(story(`${one} ${other}`))
        expect(record.urgency).toBe(plain.urgency)
        expect(record.due).toEqual(plain.due)
        expect(record.effects.map(({ kind }) => kind)).toEqual(plain.effects.map(({ kind }) => kind))
        expect(speaksOfDanger(story(one))).toBe(speaksOfDanger(story('jonge')))
        expect(termOf(record, town)).toEqual(termOf(plain, town))
      }),
    )
  })

  test('11. nothing happens outside by itself: no flag, no message to a partner, no other system', () => {
    const kindsOfEffect = Effect.options.map((option) => option.shape.kind.value)
    const known = [
      'doorbell',
      'tellReporter',
      'nudgeReporter',
      'nudgeDraft',
      'tellOfficer',
      'alarm',
      'mendAlarm',
    ]
    expect(kindsOfEffect.filter((kind) => !known.includes(kind))).toEqual([])
    // Handing over is what a person does: the software tells the reporter and mends its card.
    const decided = { ...standing('signal', 'decided'), effects: [] }
    const handed = done(decided, by, { do: 'handOver', route: firstRoute(decided) })
    expect(new Set(handed.effects.map(({ kind }) => kind))).toEqual(new Set(['doorbell', 'tellReporter']))
    // Who talks to the network is known by name.
    const talkers = projectFiles()
      .filter((path) => isSource(path, ['bot', 'cards', 'services']))
      .filter((path) => {
        const code = codeOf(read(path), { strings: true })
        return /\bfetch\(|from 'node:(http|https|net|tls|dgram|dns|http2)'|nodemailer|axios/.test(code)
      })
    expect(talkers.filter((path) => !TALKERS.some((known) => path.startsWith(known)))).toEqual([])
  })

  test('12. minors are protected extra', () => {
    const minor = ofStory('Een meisje van vijftien slaapt in de zaak.', 'yes')
    expect(minor.urgency).toBe('high')
    const only = decision({ outcome: 'police', routes: [routeTo(POLICE)] })
    expect(act(minor, by, only)).toEqual({ refused: 'victimCheck', field: 'victimCheck' })
    expect(act(minor, by, { ...only, victimCheck: 'Gekeken: mogelijk slachtoffer' })).toMatchObject({
      done: 'changed',
    })
    const sparren = received({ kind: 'consultation', form: { minor: 'yes' } })
    expect(act(sparren, reporter, { do: 'chooseConsultation', choice: 'enough' })).toMatchObject({
      done: 'changed',
      record: { consultationWish: 'enough' },
    })
    expect(act(minor, reporter, { do: 'withdraw' })).toMatchObject({
      done: 'changed',
      record: { withdrawalWish: NOW },
    })
    expect(dossierOf(minor)).toContain('Kijk altijd ook naar hulp')
  })
})

/** Teams, Graph, the keys and the store, and who lets requests in. */
const TALKERS = [
  'bot/connector.ts',
  'bot/server.ts',
  'bot/teams.ts',
  'services/graph/',
  'services/vault/azureKeyRing.ts',
  'services/store/cosmos',
]

const routeTo = (partner: typeof SAFE_HOME) => ({ partner, answerBy: dayAfter(TODAY, { days: 14 }) })

const ofStory = (text: string, minor?: 'yes') =>
  received({
    story: [{ at: NOW, via: 'chat', text }],
    vaultKey: undefined,
    ...(minor ? { form: { minor } } : {}),
  })

function decidedAs(outcome: (typeof Outcome.options)[number]): SignalRecord {
  switch (outcome) {
    case 'noAction':
      return done(received(), by, decision({ outcome, routes: [], safeReason: 'tooLittle' }))
    case 'monitor': {
      const monitorUntil = dayAfter(TODAY, { days: 90 })
      return done(received(), by, decision({ outcome, routes: [], monitorUntil }))
    }
    default:
      return done(received(), by, decision({ outcome }))
  }
}
