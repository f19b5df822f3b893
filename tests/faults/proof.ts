/** Runs many schedules from one seed, and says in one line what they did. */
import fc from 'fast-check'
import { check } from './check.ts'
import { Figures } from './figures.ts'
import { play } from './play.ts'
import { schedules } from './schedule.ts'
import { SEED } from './seed.ts'

/** Of 10,000 schedules in all; `FAULTS_RUNS` for more or fewer per part. */
export const RUNS = Number(process.env.FAULTS_RUNS ?? 2_500)

/** Plays so many schedules. @throws with the smallest schedule that breaks a promise, and the seed of the run. */
export async function prove(name: string, part: number, bots: number): Promise<Figures> {
  const figures = new Figures()
  const seed = (SEED + part * 7_919) | 0
  const one = fc.asyncProperty(schedules, async (schedule) => check(await play(schedule, figures, bots)))
  try {
    await fc.assert(one, { numRuns: RUNS, seed })
  } catch (error) {
    throw new Error(`To play it again: FAULTS_SEED=${SEED}`, { cause: error })
  }
  process.stdout.write(figures.line(name, SEED))
  return figures
}
