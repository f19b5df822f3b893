/** Whole rows of the matrix: every button in every state, by one person; and what is expected of two sorts of them. */
import { expect } from '@jest/globals'
import { isPointVerb, type OfficerVerb } from '../../cards/actions.ts'
import { type Actor, type Cell, OFFICER_VERBS, pressOfficer, pressReporter, REPORTER_VERBS } from './cell.ts'
import { NOTHING, OFFICER } from './expected.ts'
import { type Case, COLUMNS, type Column, type Series, type Stage } from './stage.ts'

/** Of the whole reporting point, and not of one case. */
export const OF_ALL: ReadonlySet<OfficerVerb> = new Set(OFFICER_VERBS.filter(isPointVerb))

type Row = { marks: Record<string, string>; reasons: Record<string, string>; wrong: string[] }

let cells = 0
/** How many cells were tried, for the output of the test. */
export const told = (): string => `authorisation: ${cells} cells of role, button and state\n`

/** Presses every one of these buttons in every state. */
export async function rowsOf<V extends string>(
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

const officerRows = (
  on: Stage,
  actor: Actor,
  cases: Record<Column, Case>,
  verbs: readonly OfficerVerb[] = OFFICER_VERBS,
) => rowsOf(verbs, (verb, column) => pressOfficer(on, actor, cases[column], verb))
const reporterRows = (on: Stage, actor: Actor, cases: Record<Column, Case>) =>
  rowsOf(REPORTER_VERBS, (verb, column) => pressReporter(on, actor, cases[column], verb, false))

export const nothing = (verbs: readonly string[]) => Object.fromEntries(verbs.map((verb) => [verb, NOTHING]))
export const because = (reason: (verb: OfficerVerb) => string) =>
  Object.fromEntries(OFFICER_VERBS.map((verb) => [verb, reason(verb)]))

/** Somebody who may do nothing with these cases: neither as an officer nor as a reporter. */
export async function mayNothing(
  on: Stage,
  actor: Actor,
  reason: (verb: OfficerVerb) => string,
  /** What this person does somewhere else with such a press, and not here. */
  elsewhere: ReadonlySet<OfficerVerb> = new Set(),
): Promise<void> {
  const cases = on.cases('confidential')
  const verbs = OFFICER_VERBS.filter((verb) => !elsewhere.has(verb))
  expect(await officerRows(on, actor, cases, verbs)).toEqual({
    marks: nothing(verbs),
    reasons: Object.fromEntries(verbs.map((verb) => [verb, reason(verb)])),
    wrong: [],
  })
  const { marks, wrong } = await reporterRows(on, actor, cases)
  expect({ marks, wrong }).toEqual({ marks: nothing(REPORTER_VERBS), wrong: [] })
}

/** Somebody who may do with these cases what an officer may. */
export async function mayAsOfficer(
  on: Stage,
  actor: Actor,
  series: Series,
  but: Partial<Record<OfficerVerb, string>> = {},
): Promise<void> {
  // What it makes is another signal, of nobody here: that it does is for the journeys of entering to show.
  const verbs = OFFICER_VERBS.filter((verb) => verb !== 'enterNow')
  const { marks, wrong } = await officerRows(on, actor, on.cases(series), verbs)
  const { enterNow: _made, ...expected } = { ...OFFICER, ...but }
  expect({ marks, wrong }).toEqual({ marks: expected, wrong: [] })
  // It is not theirs: what its reporter may do they may not.
  const reporter = await reporterRows(on, actor, on.cases(series))
  expect({ marks: reporter.marks, wrong: reporter.wrong }).toEqual({
    marks: nothing(REPORTER_VERBS),
    wrong: [],
  })
}
