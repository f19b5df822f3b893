/**
 * Who may do what, when: every role, every button of every card, every state, through the real door. The expected
 * outcomes stand in `expected.ts`; a button that is new does not compile there until it has its row.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OfficerVerb, ReporterVerb } from '../../cards/actions.ts'
import type { Degree } from '../../services/signal/words.ts'
import { comeBack } from '../journeys/codeSteps.ts'
import { type Actor, type Cell, OFFICER_VERBS, pressOfficer, pressReporter, REPORTER_VERBS } from './cell.ts'
import { HANDED, NOTHING, OFFICER, REPORTER } from './expected.ts'
import {
  actorOf,
  type Case,
  COLUMNS,
  type Column,
  inTenant,
  OTHER_CHANNEL,
  OTHER_TENANT,
  type Series,
  type Stage,
  setStage,
} from './stage.ts'

const LONG = 240_000
let stage: Stage
/** Lists show the first few only, so each degree has a house of its own. */
let nameless: { unknown: Stage; anonymous: Stage }
/** The rota names the deputy. */
let rota: Stage
/** Everything was handed to the deputy, who is not on duty. */
let handed: Stage
const stages: Stage[] = []
const built = async (deputyStands: boolean, series: Series): Promise<Stage> => {
  const made = await setStage(deputyStands, [series])
  stages.push(made)
  return made
}
beforeAll(async () => {
  stage = await built(false, 'confidential')
  nameless = { unknown: await built(false, 'unknown'), anonymous: await built(false, 'anonymous') }
  rota = await built(true, 'confidential')
  handed = await built(false, 'handed')
}, LONG)
afterAll(async () => {
  for (const each of stages) await each.house.stop()
  process.stdout.write(`authorisation: ${cells} cells of role, button and state\n`)
}, LONG)

const OF_ALL: ReadonlySet<OfficerVerb> = new Set([
  'worklist',
  'toDestroy',
  'declaration',
  'destroy',
  'search',
  'searchNow',
  'overview',
])

type Row = { marks: Record<string, string>; reasons: Record<string, string>; wrong: string[] }

/** Presses every one of these buttons in every state. */
let cells = 0
async function rowsOf<V extends string>(
  verbs: readonly V[],
  press: (verb: V, column: Column) => Promise<Cell>,
): Promise<Row> {
  const row: Row = { marks: {}, reasons: {}, wrong: [] }
  for (const verb of verbs) {
    const inRow: Cell[] = []
    for (const column of COLUMNS) {
      const cell = await press(verb, column)
      inRow.push(cell)
      cells += 1
      for (const what of cell.wrong)
        if (row.wrong.length < 12) row.wrong.push(`${verb} in ${column}: ${what}`)
    }
    row.marks[verb] = inRow.map(({ mark }) => mark).join('')
    row.reasons[verb] = [...new Set(inRow.map(({ reason }) => reason))].join(' ')
  }
  return row
}

const officerRows = (on: Stage, actor: Actor, cases: Record<Column, Case>) =>
  rowsOf(OFFICER_VERBS, (verb, column) => pressOfficer(on, actor, cases[column], verb))
const reporterRows = (on: Stage, actor: Actor, cases: Record<Column, Case>) =>
  rowsOf(REPORTER_VERBS, (verb, column) => pressReporter(on, actor, cases[column], verb, false))

const nothing = (verbs: readonly string[]) => Object.fromEntries(verbs.map((verb) => [verb, NOTHING]))
const because = (reason: (verb: OfficerVerb) => string) =>
  Object.fromEntries(OFFICER_VERBS.map((verb) => [verb, reason(verb)]))

/** Somebody who may do nothing with these cases: neither as an officer nor as a reporter. */
async function mayNothing(on: Stage, actor: Actor, reason: (verb: OfficerVerb) => string): Promise<void> {
  const cases = on.cases('confidential')
  expect(await officerRows(on, actor, cases)).toEqual({
    marks: nothing(OFFICER_VERBS),
    reasons: because(reason),
    wrong: [],
  })
  const { marks, wrong } = await reporterRows(on, actor, cases)
  expect({ marks, wrong }).toEqual({ marks: nothing(REPORTER_VERBS), wrong: [] })
}

/** Somebody who may do with these cases what an officer may. */
async function mayAsOfficer(
  on: Stage,
  actor: Actor,
  series: Series,
  but: Partial<Record<OfficerVerb, string>> = {},
) {
  const { marks, wrong } = await officerRows(on, actor, on.cases(series))
  expect({ marks, wrong }).toEqual({ marks: { ...OFFICER, ...but }, wrong: [] })
  // It is not theirs: what its reporter may do they may not.
  const reporter = await reporterRows(on, actor, on.cases(series))
  expect({ marks: reporter.marks, wrong: reporter.wrong }).toEqual({
    marks: nothing(REPORTER_VERBS),
    wrong: [],
  })
}

const sorted = (verbs: readonly string[]) => [...verbs].sort()

describe('authorisation: every button has its place', () => {
  test('each button of each card has a row', () => {
    expect(sorted(OFFICER_VERBS)).toEqual(sorted(Object.keys(OFFICER)))
    expect(sorted(REPORTER_VERBS)).toEqual(sorted(Object.keys(REPORTER)))
  })
})

describe('authorisation: who may not', () => {
  test(
    'another reporter',
    async () => {
      await mayNothing(stage, await actorOf(stage, stage.house.sanne), () => 'role')
    },
    LONG,
  )

  test(
    'an administrator or anybody else without a role',
    async () => {
      await mayNothing(stage, await actorOf(stage, stage.people.stranger), () => 'role')
    },
    LONG,
  )

  test(
    'a member of the channel without a role',
    async () => {
      const { thomas, channel } = stage.house
      await mayNothing(stage, await actorOf(stage, thomas, channel), () => 'role')
    },
    LONG,
  )

  test(
    'the deputy off duty: told who is on duty',
    async () => {
      const { joost, channel } = stage.house
      const reason = (verb: OfficerVerb) => (OF_ALL.has(verb) ? 'duty' : 'duty gone')
      await mayNothing(stage, await actorOf(stage, joost, channel), reason)
    },
    LONG,
  )

  test(
    'the head while others are there: told who is on duty',
    async () => {
      const { ellen, channel } = stage.house
      const reason = (verb: OfficerVerb) => (OF_ALL.has(verb) ? 'duty' : 'duty gone')
      await mayNothing(stage, await actorOf(stage, ellen, channel), reason)
    },
    LONG,
  )

  test(
    'an officer who is no longer in the channel',
    async () => {
      const { marieke, channel, connector } = stage.house
      const actor = await actorOf(stage, marieke, channel)
      connector.leave(channel, marieke)
      await mayNothing(stage, actor, () => 'member')
      connector.join(channel, marieke)
    },
    LONG,
  )

  test(
    'an officer of another municipality',
    async () => {
      const { foreigner } = stage.people
      const actor = await actorOf(stage, foreigner, OTHER_CHANNEL)
      const there = {
        ...actor,
        desk: inTenant(actor.desk, OTHER_TENANT),
        chat: inTenant(actor.chat, OTHER_TENANT),
      }
      await mayNothing(stage, there, (verb) => (OF_ALL.has(verb) ? '' : 'gone'))
    },
    LONG,
  )
})

describe('authorisation: who may', () => {
  test(
    'the officer on duty',
    async () => {
      const { marieke, channel } = stage.house
      await mayAsOfficer(stage, await actorOf(stage, marieke, channel), 'confidential')
    },
    LONG,
  )

  test.each(['unknown', 'anonymous'] as const)(
    'the officer on duty, of degree %s: no name, in any state',
    async (series) => {
      const on = nameless[series]
      const { marieke, channel } = on.house
      await mayAsOfficer(on, await actorOf(on, marieke, channel), series, { reveal: 'ooooooo.' })
    },
    LONG,
  )

  test(
    'the officer while the rota names the deputy',
    async () => {
      const { marieke, channel } = rota.house
      await mayAsOfficer(rota, await actorOf(rota, marieke, channel), 'confidential')
    },
    LONG,
  )

  test(
    'the deputy on duty',
    async () => {
      const { joost, channel } = rota.house
      await mayAsOfficer(rota, await actorOf(rota, joost, channel), 'confidential')
    },
    LONG,
  )

  test(
    'the deputy off duty, on what was handed over',
    async () => {
      const { joost, channel } = handed.house
      await mayAsOfficer(handed, await actorOf(handed, joost, channel), 'handed', HANDED)
    },
    LONG,
  )
})

describe('authorisation: who reported it', () => {
  const stageOf = (series: Degree): Stage => (series === 'confidential' ? stage : nameless[series])
  const own = async (series: Degree, actorFor: (it: Case) => Promise<Actor>) => {
    const on = stageOf(series)
    const actors = new Map<Column, Actor>()
    for (const column of COLUMNS) actors.set(column, await actorFor(on.cases(series)[column]))
    const press = async (verb: ReporterVerb, column: Column) => {
      const actor = actors.get(column)
      if (!actor) throw new Error('Nobody for this state.')
      return pressReporter(on, actor, on.cases(series)[column], verb, true)
    }
    return rowsOf(REPORTER_VERBS, press)
  }

  test.each(['confidential', 'unknown'] as const)(
    '%s: one’s own signal',
    async (series) => {
      const { marks, wrong } = await own(series, (it) => actorOf(stageOf(it.degree), it.reporter))
      expect({ marks, wrong }).toEqual({ marks: REPORTER, wrong: [] })
    },
    LONG,
  )

  test(
    'anonymous: without the code it is nobody’s',
    async () => {
      const { marks, wrong } = await own('anonymous', (it) => actorOf(stageOf(it.degree), it.reporter))
      expect({ marks, wrong }).toEqual({ marks: nothing(REPORTER_VERBS), wrong: [] })
    },
    LONG,
  )

  test(
    'anonymous: after typing the code it is as one’s own',
    async () => {
      const { marks, wrong } = await own('anonymous', async (it) => {
        if (it.code !== undefined) await comeBack(nameless.anonymous.house, it.reporter, it.code)
        return actorOf(stageOf(it.degree), it.reporter)
      })
      expect({ marks, wrong }).toEqual({ marks: REPORTER, wrong: [] })
    },
    LONG,
  )

  test.each(['confidential', 'unknown', 'anonymous'] as const)(
    '%s: no officer’s button',
    async (series) => {
      const on = stageOf(series)
      const cases = on.cases(series)
      const row = await rowsOf(OFFICER_VERBS, async (verb, column) =>
        pressOfficer(on, await actorOf(on, cases[column].reporter), cases[column], verb),
      )
      expect(row).toEqual({ marks: nothing(OFFICER_VERBS), reasons: because(() => 'role'), wrong: [] })
    },
    LONG,
  )
})
