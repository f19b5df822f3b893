/** Who may, and when: asked of the definitions in one place, and the definitions say what the tables and the matrix say. */
import { describe, expect, test } from '@jest/globals'
import { CASE_DATA } from '../../../../services/signal/deeds/caseData.ts'
import {
  OFFICER_DATA,
  type OfficerDeedName,
  REPORTER_DATA,
  type ReporterDeedName,
} from '../../../../services/signal/deeds/data.ts'
import { DAY_DATA } from '../../../../services/signal/deeds/dayData.ts'
import { DECISION_DATA } from '../../../../services/signal/deeds/decisionData.ts'
import { OFFICER_DEEDS } from '../../../../services/signal/deeds/definitions.ts'
import { FACT_DATA } from '../../../../services/signal/deeds/factData.ts'
import { FILE_DATA } from '../../../../services/signal/deeds/fileData.ts'
import { HAND_OVER_DATA } from '../../../../services/signal/deeds/handOverData.ts'
import { KNOWN_DATA } from '../../../../services/signal/deeds/knownData.ts'
import { hinders, mayActOn, mayActOnAll } from '../../../../services/signal/deeds/may.ts'
import { OUTSIDE_DATA } from '../../../../services/signal/deeds/outsideData.ts'
import { REPORTER_DEEDS } from '../../../../services/signal/deeds/reporterDefinitions.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import type { Actor } from '../../../../services/signal/words.ts'
import { OFFICER, REPORTER } from '../../../authorisation/expected.ts'
import { OFFICER_SAMPLES, REPORTER_SAMPLES } from '../../../kit/deedSamples.ts'
import {
  done,
  ELLEN,
  JOOST,
  later,
  MARIEKE,
  officer,
  press,
  received,
  reporter,
  setting,
  standing,
  THOMAS,
  town,
  withRota,
} from '../../../kit/signals.ts'
import { DEEDS, deedOf } from '../deeds.ts'

const officerDeeds = Object.values(OFFICER_SAMPLES)
const reporterDeeds = Object.values(REPORTER_SAMPLES)
const by = officer(MARIEKE)
const it = setting()

type Sample = (typeof officerDeeds)[number] | (typeof reporterDeeds)[number]
const why = (record: SignalRecord, actor: Actor, deed: Sample, seen?: number, at = it) =>
  hinders(record, { ...deed, id: press(), actor, ...(seen === undefined ? {} : { seen }) }, at)?.refused

const closed = standing('signal', 'closed')
const open = standing('signal', 'handedOver')
const frozen = done(open, by, { do: 'freeze', reason: 'Bezwaar' })

describe('the definitions', () => {
  test('have a row in the table of rules, and one of each deed to try', () => {
    const inTable = new Set<string>(Object.keys(DEEDS).map((name) => deedOf(name, open)[1].do))
    // Tried by themselves, each in the states that matter to it: the files of these names beside this one, of facts,
    // decision, day, hand-over and outside; `tests/services/cases`; and the journeys `known`, `case` and those of files.
    for (const data of [
      FACT_DATA,
      CASE_DATA,
      KNOWN_DATA,
      DECISION_DATA,
      HAND_OVER_DATA,
      OUTSIDE_DATA,
      DAY_DATA,
      FILE_DATA,
    ])
      for (const name of Object.keys(data)) inTable.add(name)
    expect(Object.keys(OFFICER_DATA).filter((name) => !inTable.has(officerDeedNamed(name)))).toEqual([])
    // What was shown at the code is tried in `code.test.ts`; what was attached, in the tests of `services/files`.
    expect(Object.keys(REPORTER_DATA).filter((name) => !inTable.has(reporterDeedNamed(name)))).toEqual([
      'attach',
      'shown',
    ])
  })

  test.each(officerDeeds)('after closing, $do is as its definition and the matrix say', (deed) => {
    const { afterClosing } = OFFICER_DEEDS[deed.do]
    expect(why(closed, by, deed)).toBe(afterClosing === 'accepted' ? undefined : 'closed')
    const marks = new Map<string, string>(Object.entries(OFFICER)).get(deed.do)
    // Not all that may be asked is done: there may be nothing to do.
    if (marks?.[5] === '+') expect(afterClosing).toBe('accepted')
  })

  test.each(officerDeeds)('while it is frozen, $do is as its definition says', (deed) => {
    const { whileFrozen } = OFFICER_DEEDS[deed.do]
    expect(why(frozen, by, deed)).toBe(whileFrozen === 'accepted' ? undefined : 'frozen')
  })

  test.each(officerDeeds)('from an older card, $do is as its definition says', (deed) => {
    const { olderCard } = OFFICER_DEEDS[deed.do]
    const stale = olderCard === 'stale' ? 'stale' : undefined
    expect([why(open, by, deed, open.revision - 1), why(open, by, deed, open.revision)]).toEqual([
      stale,
      undefined,
    ])
  })

  test.each(reporterDeeds)(
    'after closing, $do of a reporter is as its definition and the matrix say',
    (deed) => {
      const { afterClosing } = REPORTER_DEEDS[deed.do]
      expect(why(closed, reporter, deed)).toBe(afterClosing === 'accepted' ? undefined : 'closed')
      const marks = new Map<string, string>(Object.entries(REPORTER)).get(deed.do)
      if (marks?.[5] === '+') expect(afterClosing).toBe('accepted')
    },
  )
})

const officerDeedNamed = (name: string): OfficerDeedName => named(name, officerDeeds)
const reporterDeedNamed = (name: string): ReporterDeedName => named(name, reporterDeeds)
function named<D extends string>(name: string, all: readonly { do: D }[]): D {
  const found = all.find((deed) => deed.do === name)
  if (!found) throw new Error(`No sample of ${name}`)
  return found.do
}

describe('who may', () => {
  test.each(officerDeeds)(
    '$do is nothing for a person who is no officer, is off duty, or has left',
    (deed) => {
      const gone = {
        ...town,
        point: { gone: [{ officer: MARIEKE, why: 'left' as const }], nobody: false, channelGone: false },
      }
      expect([THOMAS, JOOST, ELLEN].map((id) => why(received(), officer(id), deed))).toEqual(
        Array(3).fill('notAllowed'),
      )
      expect(why(received(), by, deed, undefined, setting(0, gone))).toBe('notAllowed')
    },
  )

  test('an officer who got it works on it, learns no name by it, and ends nothing', () => {
    const handed = done(received(), by, { do: 'handTo', officer: JOOST })
    const found = new Map(officerDeeds.map((deed) => [deed.do, why(handed, officer(JOOST), deed)]))
    expect([...found].filter(([, refused]) => refused !== undefined)).toEqual([
      ['reveal', 'nameOffDuty'],
      ['destroy', 'notAllowed'],
      // What says nothing says so for every signal.
      ['mute', 'notAllowed'],
    ])
    const moment = { municipality: town, now: later(0) }
    expect([mayActOn(handed, JOOST, moment), mayActOnAll(JOOST, moment)]).toEqual([true, false])
    const rota = withRota(JOOST)
    expect(
      officerDeeds.map((deed) => why(handed, officer(JOOST), deed, undefined, setting(0, rota))),
    ).toEqual(officerDeeds.map(() => undefined))
  })

  test('a name that no person can open is for nobody', () => {
    for (const degree of ['unknown', 'anonymous'] as const) {
      expect(why(received({ degree }), by, OFFICER_SAMPLES.reveal)).toBe('notAllowed')
    }
  })
})
