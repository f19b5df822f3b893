/**
 * At the start: does what is configured exist? Where a signal would reach nobody it does not start, nor where a first
 * start shows that the configuration never was right. What broke later does not keep a service down that others need,
 * and what is wrong in one municipality does not keep down the others.
 */
import { readFirstRun } from '../../services/municipality/firstRunStore.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Seen } from '../../services/municipality/reportingPoint.ts'
import { ConfigurationError } from '../app/config.ts'
import type { Outside } from '../app/ports.ts'
import type { Point } from './point.ts'
import { postProof } from './proof.ts'

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

const REFUSES = 'lets Signaalpunt post nothing (is the team archived, or the channel moderated for apps?)'

/**
 * Being able to post is proven by a post: once, and not anew at every start. What succeeded before counts. `refused`: twice.
 */
async function proof(
  outside: Outside,
  point: Point,
  municipality: Municipality,
): Promise<'known' | 'posted' | 'refused' | 'unknown'> {
  const { postedOn, refuses } = point.known(municipality)
  if (postedOn !== undefined || refuses) return 'known'
  const first = await postProof(outside, municipality)
  return first === 'refused' ? postProof(outside, municipality) : first
}

/** One that begins in Teams is led to a sound reporting point there: until then nothing is taken, and nobody is missed. */
async function isToBegin({ store }: Outside, { firstRun, id }: Municipality): Promise<boolean> {
  if (!firstRun) return false
  const run = await readFirstRun(store, id).catch(() => undefined)
  return run !== undefined && !run.begun
}

/** What a look at the start, or later at one that is closed, comes to. */
async function lookAt(outside: Outside, point: Point, municipality: Municipality, at: number) {
  const known = await point.load(municipality).catch((error: unknown) => {
    outside.log.warn('store.away', { error })
    return true
  })
  const { seen, nobody } = await point.wouldSee(municipality)
  let channel = seen.channel
  const problems = problemsOf(municipality, at, seen)
  if (seen.channel === 'there') {
    const proven = await proof(outside, point, municipality)
    if (proven === 'refused') problems.push(`municipalities.${at}.channel: ${REFUSES}`)
    if (proven !== 'known')
      channel = ({ posted: 'posted', refused: 'refuses', unknown: 'there' } as const)[proven]
  }
  if (nobody) problems.push(`municipalities.${at}: a signal would reach nobody`)
  const unasked = seen.channel === 'unknown' || [...seen.officers.values()].includes('unknown')
  const counts = (nobody || !known) && !(await isToBegin(outside, municipality))
  return { seen: { ...seen, channel }, problems: counts ? problems : [], unasked }
}

/**
 * Loads what is known of every reporting point, and with `ask` looks whether it is so. Where Teams or Graph is merely
 * away it starts, and says so in the log. One of several in which something is wrong is closed: nothing is taken there,
 * and the others are served (docs/decisions/somebody-reads.md).
 * @returns everything that is wrong where it is closed. @throws ConfigurationError where all of them would be.
 */
export async function startPoints(outside: Outside, point: Point, ask: boolean): Promise<readonly string[]> {
  // Side by side: nobody is answered before this is over, and where Teams hangs each look takes long.
  const looks = outside.municipalities.all().map(async (municipality, at): Promise<readonly string[]> => {
    if (!ask) {
      await point.load(municipality).catch((error: unknown) => outside.log.warn('store.away', { error }))
      return []
    }
    const { seen, problems, unasked } = await lookAt(outside, point, municipality, at)
    if (unasked) outside.log.warn('point.unasked')
    if (problems.length === 0) await take(point, municipality, seen)
    else point.closed.set(municipality.id, Number.NEGATIVE_INFINITY)
    return problems
  })
  const wrong = (await Promise.all(looks)).flat()
  if (wrong.length > 0 && point.closed.size === outside.municipalities.all().length) {
    throw new ConfigurationError(wrong)
  }
  for (const _each of point.closed) outside.log.error('point.closed')
  return wrong
}

async function take(point: Point, municipality: Municipality, seen: Seen): Promise<void> {
  await point.take(municipality, seen)
  if (seen.channel === 'posted') await point.posted(municipality)
}

/** Milliseconds between two looks at one that is closed. */
const LOOK_AGAIN_MS = 60_000

/** Looks whether one that is closed is sound by now, and opens it. `elapsed`: by the clock that never jumps. */
export async function openIfSound(
  outside: Outside,
  point: Point,
  municipality: Municipality,
  elapsed: number,
): Promise<void> {
  const lookedAt = point.closed.get(municipality.id)
  if (lookedAt === undefined || elapsed - lookedAt < LOOK_AGAIN_MS) return
  point.closed.set(municipality.id, elapsed)
  const at = outside.municipalities.all().findIndex(({ id }) => id === municipality.id)
  const { seen, problems, unasked } = await lookAt(outside, point, municipality, at)
  // What could not be asked may still be wrong.
  if (problems.length > 0 || unasked) return
  await take(point, municipality, seen)
  point.closed.delete(municipality.id)
  outside.log.info('point.opened')
}
