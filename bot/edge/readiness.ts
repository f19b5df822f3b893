/**
 * What /readyz says: codes and counts, never of whom or what. Worked out at most once in a few seconds, however often it
 * is asked; counts and words only with the token for it.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Way, WhyDown } from '../../services/municipality/ways.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { plus } from '../../services/words.ts'
import type { AppCatalogue, AppInCatalogue } from '../app/catalogue.ts'
import { inTime } from '../app/deadline.ts'
import type { Outside } from '../app/ports.ts'
import { daysLeftOf } from '../app/secret.ts'
import type { Opened } from '../app/stores.ts'
import type { Courier } from '../courier/courier.ts'

/**
 * What is wrong, in one word each. `store…`: it is away or full. `nobodyReads`: nobody can be reached. `channelRefuses`:
 * it is there, and nothing may be posted in it. `chats:token`: that way does not work for some minutes, and why. `late`:
 * something that should have gone has not. `secretExpires` alone is a warning.
 */
export type Wrong =
  | 'storeAway'
  | 'storeFull'
  | 'nobodyReads'
  | 'channelGone'
  | 'channelRefuses'
  | 'catalogue'
  | 'late'
  | 'secretExpired'
  | 'secretExpires'
  | `${Way}:${WhyDown}`

export type Readiness = {
  /**
   * The store answers, everywhere there is somebody whom a signal reaches, the app can be installed for those whom the bot
   * must reach, and what should go out does.
   */
  ready: boolean
  wrong: readonly Wrong[]
  /** `full`: it answers, and has no room for anything new. */
  store: 'ok' | 'away' | 'full'
  /** Heads of audit trails that could not follow, because the second place is away or full. */
  audit: { behind: number }
  /** Given up, and shown to the officer; as far as this instance knows. */
  undelivered: { documents: number; effects: number }
  /** Documents in which something is tried in vain for some minutes; as far as this instance knows. */
  late: number
  channels: { count: number; gone: number; refusing: number }
  officers: { count: number; gone: number }
  /** Municipalities in which nobody can be reached. */
  nobodyReads: number
  /** News of a reporting point that its people have not been told yet. */
  untold: number
  /** What keeps the app from being found in the organisation's catalogue; left out where it was found, or not asked. */
  catalogue?: Exclude<AppInCatalogue, 'found' | 'unasked'>
  /** Municipalities and kinds of which more was opened lately than is usual (docs/decisions/sealed-at-rest.md). */
  openings: { unusual: number }
}

/** Minutes that a way may be down, or something may be late, before somebody should look. */
const WRONG_AFTER = 3

async function storeStands({ store, answerWithin }: Pick<Outside, 'store' | 'answerWithin'>) {
  try {
    return (await inTime(store.ping(), answerWithin)) === 'late' ? 'away' : 'ok'
  } catch (error) {
    return error instanceof StoreUnavailable && error.reason === 'full' ? 'full' : 'away'
  }
}

type Points = ReturnType<Courier['point']['counts']>

/** What is wrong with the ways and the reporting points. */
function wrongOf(points: Points, { now }: Pick<Outside, 'now'>): Wrong[] {
  const wrong = new Set<Wrong>()
  for (const { nobody, channelGone, refuses, down } of points) {
    if (nobody) wrong.add('nobodyReads')
    if (channelGone) wrong.add(refuses ? 'channelRefuses' : 'channelGone')
    for (const { way, why, since } of down)
      if (plus(since, { minutes: WRONG_AFTER }) <= now()) wrong.add(`${way}:${why}`)
  }
  return [...wrong]
}

/** Days before its end from which it is said that the secret expires. */
const SAID_DAYS = 42

function secretOf(outside: Pick<Outside, 'secretEnds' | 'now'>, [first]: readonly Municipality[]): Wrong[] {
  if (!first || outside.secretEnds === undefined) return []
  const left = daysLeftOf(outside.secretEnds, outside.now(), first)
  if (left < 0) return ['secretExpired']
  return left <= SAID_DAYS ? ['secretExpires'] : []
}

/** What is wrong, but does not keep anything from going out: these ask for somebody in the coming weeks. */
const WARNINGS: ReadonlySet<Wrong> = new Set(['secretExpires', 'secretExpired'])

/** How it stands now. Requests: one to the store. */
export async function readinessOf(
  outside: Pick<Outside, 'store' | 'answerWithin' | 'now' | 'secretEnds' | 'municipalities'>,
  courier: Pick<Courier, 'point' | 'failures' | 'tally'>,
  opened: Pick<Opened, 'behind' | 'unusualOpenings'>,
  catalogue: Pick<AppCatalogue, 'state'>,
): Promise<Readiness> {
  const store = await storeStands(outside)
  const points = courier.point.counts()
  const sum = (of: (point: Points[number]) => number) => points.reduce((all, p) => all + of(p), 0)
  const app = catalogue.state()
  const isFound = app === 'found' || app === 'unasked'
  const late = courier.tally.late(outside.now())
  const wrong: Wrong[] = [
    ...(store === 'away' ? ['storeAway' as const] : store === 'full' ? ['storeFull' as const] : []),
    ...wrongOf(points, outside),
    ...(isFound ? [] : ['catalogue' as const]),
    ...(late > 0 ? ['late' as const] : []),
    ...secretOf(outside, outside.municipalities.all()),
  ]
  return {
    ready: wrong.every((each) => WARNINGS.has(each)),
    wrong,
    store,
    audit: { behind: opened.behind() },
    undelivered: courier.failures(),
    late,
    channels: {
      count: points.length,
      gone: sum((p) => (p.channelGone ? 1 : 0)),
      refusing: sum((p) => (p.refuses ? 1 : 0)),
    },
    officers: { count: sum((p) => p.officers), gone: sum((p) => p.officersGone) },
    nobodyReads: sum((p) => (p.nobody ? 1 : 0)),
    untold: sum((p) => p.untold),
    ...(isFound ? {} : { catalogue: app }),
    openings: { unusual: opened.unusualOpenings() },
  }
}

/** Milliseconds that an answer lasts: whoever asks a thousand times a second costs nothing. */
export const READY_FOR_MS = 3_000

/** Answers from a value that is at most so old, worked out once at a time. `elapsed`: milliseconds, never jumps. */
export function readyFor<T>(work: () => Promise<T>, elapsed: () => number, ms: number): () => Promise<T> {
  let held: { value: Promise<T>; at: number } | undefined
  return () => {
    const now = elapsed()
    if (held && now - held.at < ms) return held.value
    const fresh = { value: work(), at: now }
    held = fresh
    fresh.value.catch(() => {
      if (held === fresh) held = undefined
    })
    return fresh.value
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** May whoever sent this header read the counts? Compared in constant time; without a token nobody may. */
export function mayReadCounts(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return false
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`))
}
