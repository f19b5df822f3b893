/** privacy: the twelve checks that the FSV case teaches (domain.md E2), from the seventh on. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ConfigurationError } from '../../bot/app/config.ts'
import { productionConfig } from '../../bot/app/environment.ts'
import { OfficerAction, ReporterAction } from '../../cards/actions.ts'
import { Chat } from '../../services/draft/chat.ts'
import { GoLive, openGates } from '../../services/municipality/goLive.ts'
import { Municipality } from '../../services/municipality/municipality.ts'
import { Effect } from '../../services/outbox/effect.ts'
import { searched } from '../../services/retention/ledger.ts'
import { termOf } from '../../services/signal/reading/retentionTerm.ts'
import { SignalRecord } from '../../services/signal/record.ts'
import { everyDocument } from '../../services/store/every.ts'
import { codeOf, isSource, projectFiles, read } from '../house/sources.ts'
import { canary, press as pressed, seen } from '../journeys/officerSteps.ts'
import { cardWith, tenant } from '../journeys/steps.ts'
import { startHouse } from '../kit/house.ts'
import {
  act,
  decision,
  done,
  firstRoute,
  later,
  MARIEKE,
  NOW,
  POLICE,
  received,
  reporter,
  setting,
  standing,
  town,
} from '../kit/signals.ts'
import { speaksOfDanger } from '../kit/speaksOfDanger.ts'
import { deedOf } from '../services/signal/deeds.ts'
import { by, DAY, dossierOf, fieldsOf, kinds, officerDeeds, ofStory, routeTo, states } from './fsvKit.ts'

/** Teams, Graph, the keys and the store, and who lets requests in. */
const TALKERS = [
  'bot/teams/connector.ts',
  'bot/edge/server.ts',
  // Reads what a page of ours was sent; it sends nothing.
  'bot/pages/body.ts',
  // Microsoft's key list, by which a token is known.
  'bot/edge/signingKeys.ts',
  'bot/teams/client.ts',
  'services/graph/',
  'services/vault/azureKeyRing.ts',
  'services/store/cosmos',
]

/**
 * When somebody was born tells two people of one name apart (A062), and weighs nothing; the score of a match says how alike
 * two descriptions are, and is of no person. By these names and no others.
 */
const SAYS_WHO: ReadonlySet<string> = new Set(['birth', 'birthDate', 'birthYear', 'score'])

describe('privacy: the twelve checks of E2', () => {
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
      const { store } = house.bot.app
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
      expect([...fieldsOf(schema)].filter((name) => forbidden.test(name) && !SAYS_WHO.has(name))).toEqual([])
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
      'retireBell',
      // Stays within: the register is looked through, and an officer is told by the kinds above.
      'recognise',
      // Stays within: another signal of the same case is brought in step with what an officer did.
      'carryAlong',
    ]
    // What an officer pressed, and nothing else: each is caused by the rule of that one deed. Neither says what it is about.
    const pressed = {
      mailPartner: 'services/signal/deeds/outside.ts',
      inviteMeeting: 'services/signal/deeds/caseDefinitions.ts',
    }
    expect(kindsOfEffect.filter((kind) => !known.includes(kind)).sort()).toEqual(Object.keys(pressed).sort())
    const sources = projectFiles().filter((path) => isSource(path, ['bot', 'services']))
    for (const [kind, from] of Object.entries(pressed))
      expect(sources.filter((path) => read(path).includes(`{ kind: '${kind}'`))).toEqual([from])
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
    const only = decision({ minor: 'yes', outcome: 'police', routes: [routeTo(POLICE)] })
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
