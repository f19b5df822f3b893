/**
 * privacy: the twelve checks that the FSV case teaches (domain.md E2), each a test with its number of the list; 7 to 12
 * stand in fsvMore.test.ts.
 */
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { OfficerAction, ReporterAction } from '../../cards/actions.ts'
import { foundCard, MOST_FOUND, overviewCard } from '../../cards/officer/lists/accessRequest.ts'
import { MOST_TO_DESTROY, toDestroyCard } from '../../cards/officer/lists/destructionList.ts'
import { worklistCard } from '../../cards/officer/lists/worklist.ts'
import { Chat, DRAFT_GONE_AFTER_HOURS } from '../../services/draft/chat.ts'
import { Municipality } from '../../services/municipality/municipality.ts'
import { LONGEST, RetentionTerms } from '../../services/municipality/terms.ts'
import { decide } from '../../services/signal/decide.ts'
import { PROCESSINGS, STORED } from '../../services/signal/processings.ts'
import { BASES, PURPOSES } from '../../services/signal/purposes.ts'
import { openRecipientTasks } from '../../services/signal/reading/recipients.ts'
import { dayAfter, standingOf, termOf } from '../../services/signal/reading/retentionTerm.ts'
import { SignalRecord } from '../../services/signal/record.ts'
import { Outcome } from '../../services/signal/words.ts'
import { SEALED_KINDS } from '../../services/vault/sealedStore.ts'
import { Instant } from '../../services/words.ts'
import { codeOf, isSource, projectFiles, read } from '../house/sources.ts'
import {
  act,
  decision,
  done,
  ELLEN,
  firstRoute,
  JOOST,
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
  town,
} from '../kit/signals.ts'
import { DEEDS, deedOf } from '../services/signal/deeds.ts'
import { by, DAY, decidedAs, dossierOf, fieldsOf, kinds, officerDeeds, routeTo, states } from './fsvKit.ts'

describe('privacy: the twelve checks of E2', () => {
  test('1. a legal basis per processing is recorded: every deed and everything stored has one', () => {
    for (const { basis } of [
      ...Object.values(PROCESSINGS).map(({ processing }) => processing),
      ...Object.values(STORED),
    ]) {
      expect(BASES[basis]).toMatch(/AVG 6\(1\)\([cde]\)/)
    }
    // The tables of what can be done know no deed without one.
    for (const name of Object.keys(DEEDS)) {
      expect(Object.keys(PROCESSINGS)).toContain(deedOf(name, received())[1].do)
    }
    for (const kind of SEALED_KINDS) expect(Object.keys(STORED)).toContain(kind)
    expect(Object.keys(BASES)).not.toContain('consent')
    // Every hand-over shows its ground before it is done, or that it is missing.
    const planned = standing('signal', 'decided')
    expect(dossierOf(planned)).toContain('Grondslag (de reden in de wet): Wmo 2015')
    const handed = done(planned, by, { do: 'handOver', route: firstRoute(planned) })
    expect(handed.routes[0]?.basis).toBe('Wmo 2015, artikel 5.2.6: meldrecht.')
    const partners = town.partners.map(({ basis: _none, ...partner }) => partner)
    expect(dossierOf(planned, { ...town, partners })).toContain(
      'Grondslag (de reden in de wet): niet ingevuld',
    )
  })

  test('2. the purposes are fixed: a short list, and no field in which anybody writes another', () => {
    const used = new Set(
      [...Object.values(PROCESSINGS).map(({ processing }) => processing), ...Object.values(STORED)].map(
        ({ purpose }) => purpose,
      ),
    )
    expect(used).toEqual(new Set(Object.keys(PURPOSES)))
    expect(Object.keys(PURPOSES)).toHaveLength(8)
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
    expect(new Set(openRecipientTasks(corrected).map(({ route }) => route))).toEqual(
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
    // A document that came in is made anew without what it says of its maker: one file does that, and nothing goes out by it.
    expect(Object.keys(dependencies).filter((name) => /xls|excel|csv|pdf|docx|zip/i.test(name))).toEqual([
      'pdf-lib',
    ])
    const code = projectFiles()
      .filter((path) => isSource(path, ['bot', 'cards', 'services']))
      .map((path) => [path, codeOf(read(path), { strings: true })] as const)
    expect(code.flatMap(([path, text]) => (text.includes("'pdf-lib'") ? [path] : []))).toEqual([
      'services/files/pdfWork.ts',
    ])
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
})
