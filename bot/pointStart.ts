/**
 * At the start: does what is configured exist? Where a signal would reach nobody it does not start, nor where a first
 * start shows that the configuration never was right. What broke later does not keep a service down that others need.
 */
import type { Municipality } from '../services/routing/municipality.ts'
import type { Seen } from '../services/routing/point.ts'
import { ConfigurationError } from './config.ts'
import type { Outside } from './outside.ts'
import type { Point } from './point.ts'

const OFFICER = {
  left: 'has no account (any more), or one that is disabled',
  notMember: 'is not in the channel: add them, or nothing can be opened',
  chat: 'cannot be written to in Teams: allow the app for them',
} as const

/** What is wrong for certain, by the name of the setting; nobody's name is in it. */
function problemsOf(municipality: Municipality, at: number, seen: Seen): string[] {
  const name = `municipalities.${at}`
  const channel =
    seen.channel === 'gone'
      ? [
          `${name}.channel: does not exist, or Signaalpunt was not added to it (also after it was added to the team)`,
        ]
      : []
  const officers = municipality.officers.flatMap(({ id }, nth) => {
    const found = seen.officers.get(id) ?? 'unknown'
    return found === 'there' || found === 'unknown' ? [] : [`${name}.officers.${nth}: ${OFFICER[found]}`]
  })
  return [...channel, ...officers]
}

/**
 * Loads what is known of every reporting point, and with `ask` looks whether it is so. Where Teams or Graph is merely
 * away it starts, and says so in the log.
 * @throws ConfigurationError with everything that is wrong.
 */
export async function startPoints(outside: Outside, point: Point, ask: boolean): Promise<void> {
  const fatal: string[] = []
  for (const [at, municipality] of [...outside.municipalities].entries()) {
    const known = await point.load(municipality).catch((error: unknown) => {
      outside.log.warn('store.away', { error })
      return true
    })
    if (!ask) continue
    const { seen, nobody } = await point.wouldSee(municipality)
    const problems = problemsOf(municipality, at, seen)
    if (nobody) problems.push(`municipalities.${at}: a signal would reach nobody`)
    if (problems.length > 0 && (nobody || !known)) fatal.push(...problems)
    else await point.take(municipality, seen)
    const unasked = seen.channel === 'unknown' || [...seen.officers.values()].includes('unknown')
    if (unasked) outside.log.warn('point.unasked')
  }
  if (fatal.length > 0) throw new ConfigurationError(fatal)
}
