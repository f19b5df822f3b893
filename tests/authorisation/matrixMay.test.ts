/** Who may: the other half of the matrix, with the same buttons in the same states (see `matrix.test.ts`). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ReporterVerb } from '../../cards/actions.ts'
import type { Degree } from '../../services/signal/words.ts'
import { comeBack } from '../journeys/codeSteps.ts'
import { type Actor, OFFICER_VERBS, pressOfficer, pressReporter, REPORTER_VERBS } from './cell.ts'
import { HANDED, REPORTER } from './expected.ts'
import { because, mayAsOfficer, nothing, rowsOf, told } from './rows.ts'
import { actorOf, type Case, COLUMNS, type Column, type Series, type Stage, setStage } from './stage.ts'

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
  process.stdout.write(told())
}, LONG)

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
      // What a colleague did in the meantime: of each signal on which the officer did anything.
      const meanwhile = { duty: '.ooooo..' }
      await mayAsOfficer(rota, await actorOf(rota, joost, channel), 'confidential', meanwhile)
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
