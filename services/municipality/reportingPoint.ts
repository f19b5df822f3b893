/**
 * The reporting point of one municipality as it is known to be: is its private channel there, are its officers. Pure:
 * what was seen goes in, what changed and who must hear of it comes out (I.7: somebody always reads).
 */
import { z } from 'zod'
import { PointNews } from '../signal/words.ts'
import { Day, Instant, OfficerId, plus } from '../words.ts'
import { type Municipality, onDuty, type PointNow, WhyGone, whyGone } from './municipality.ts'
import { Down, Way } from './ways.ts'

const Notice = z.object({
  id: z.uuid(),
  at: Instant,
  to: OfficerId,
  news: PointNews,
  /** Whom it is about. */
  about: OfficerId.optional(),
  tries: z.number().int().min(0),
  notBefore: Instant.optional(),
})
export type Notice = z.infer<typeof Notice>

/** Something was answered to be gone so many times, first at that moment. */
const Suspect = z.object({
  what: z.union([z.literal('channel'), OfficerId]),
  since: Instant,
  times: z.number().int().min(1),
})
type Suspect = z.infer<typeof Suspect>

/** As many addresses of Teams are remembered. */
export const MOST_ADDRESSES = 4

/** What is kept of it, in one document. */
export const Point = z.object({
  schema: z.literal(1),
  /** Which channel it is about: another one in the configuration is another story. */
  channelId: z.string(),
  channelGone: Instant.optional(),
  /** It is there, and refuses to be posted in: then only a post that succeeds says that it works again. */
  refuses: z.literal(true).optional(),
  /** The day on which a post in it last succeeded. */
  postedOn: Day.optional(),
  /** When it was last tried whether it may be posted in again. */
  probedAt: Instant.optional(),
  /** What was answered to be gone, and is not believed yet: the channel, or an officer. */
  suspects: z.array(Suspect).optional(),
  /** The ways that do not work, and what of those that work again is still to be gone through (`ways.ts`). */
  down: z.array(Down).optional(),
  wake: z.array(Way).optional(),
  /** Addresses of Teams that activities came from, the newest first. */
  addresses: z.array(z.string().max(500)).max(MOST_ADDRESSES).optional(),
  /** How many days the app's secret had left when its people were told last. */
  secretTold: z.number().int().optional(),
  gone: z.array(z.object({ officer: OfficerId, why: WhyGone, since: Instant })),
  checkedAt: Instant.optional(),
  /**
   * What the open signals must still be gone through for: `stand`: somebody answers in the place of an officer who is gone;
   * `ring`: the channel is back, and shows them again.
   */
  tend: z.enum(['stand', 'ring']).optional(),
  tell: z.array(Notice),
})
export type Point = z.infer<typeof Point>

/** What a look at it found. `unknown`: it could not be asked, which says nothing. */
export type Seen = {
  /** `posted`: something was posted in it. `refuses`: it is there, and nothing may be. */
  channel: 'posted' | 'there' | 'gone' | 'refuses' | 'unknown'
  officers: ReadonlyMap<OfficerId, 'there' | WhyGone | 'unknown'>
  /** It was asked in more than one way, and each says the same: it need not be asked over some time. */
  sure?: true
}

/** A reporting point of which nothing is known to be wrong. */
export const soundPoint = (municipality: Municipality): Point => ({
  schema: 1,
  channelId: municipality.channel.channelId,
  gone: [],
  tell: [],
})

/** What the rest of the house needs to know of it; undefined when nothing is wrong. */
export function pointNow(point: Point, municipality: Municipality): PointNow | undefined {
  const gone = point.gone.filter((g) => municipality.officers.some((o) => o.id === g.officer))
  const channelGone = point.channelGone !== undefined
  if (!channelGone && gone.length === 0) return undefined
  const reached = municipality.officers.filter(({ id }) => {
    const why = gone.find((g) => g.officer === id)?.why
    // An officer who cannot be written to still reads what stands in the channel.
    return why === undefined || (why === 'chat' && !channelGone)
  })
  return {
    channelGone,
    gone: gone.map(({ officer, why }) => ({ officer, why })),
    nobody: reached.length === 0,
  }
}

/** The municipality with what is known of its reporting point. */
export function asItStands(municipality: Municipality, point: Point): Municipality {
  const { point: _before, ...configured } = municipality
  const now = pointNow(point, municipality)
  return now ? { ...configured, point: now } : configured
}

type Setting = { municipality: Municipality; today: Day; now: Instant; newId: () => string }

/** What became of it: the point as it now is, and what changed, for the log. */
export type Observed = { point: Point; news: PointNews[] }

/** "Gone" is believed when it was answered so often, over so many minutes. */
const BELIEVED_TIMES = 3
const BELIEVED_MINUTES = 2

/**
 * What may be believed of what was seen: one answer that something is gone, or a few within a moment, is what a service
 * gives that is being moved. The others are remembered, with the moment of the first.
 */
function believed(point: Point, seen: Seen, now: Instant): { point: Point; seen: Seen } {
  if (seen.sure) return { point, seen }
  const given = point.suspects ?? []
  let suspects = given
  const isSure = (what: Suspect['what'], isGone: boolean, isThere: boolean, known: boolean): boolean => {
    const before = suspects.find((suspect) => suspect.what === what)
    if (!isGone || known) {
      if (before && (isThere || known)) suspects = suspects.filter((suspect) => suspect !== before)
      return isGone
    }
    const since = before && before.since <= now ? before.since : now
    const it = { what, since, times: (before?.times ?? 0) + 1 }
    const sure = it.times >= BELIEVED_TIMES && plus(since, { minutes: BELIEVED_MINUTES }) <= now
    suspects = [...suspects.filter((suspect) => suspect !== before), ...(sure ? [] : [it])]
    return sure
  }
  const { channel } = seen
  const channelGone = isSure(
    'channel',
    channel === 'gone',
    channel !== 'unknown',
    point.channelGone !== undefined,
  )
  const officers = new Map(seen.officers)
  for (const [id, how] of seen.officers) {
    const isGone = how !== 'there' && how !== 'unknown'
    const known = point.gone.some((each) => each.officer === id && each.why === how)
    if (!isSure(id, isGone, how === 'there', known) && isGone) officers.set(id, 'unknown')
  }
  const unsure = channel === 'gone' && !channelGone ? ('unknown' as const) : channel
  const same = suspects === given
  return { point: same ? point : { ...point, suspects }, seen: { channel: unsure, officers } }
}

/**
 * What was seen, taken in. Whoever answers now and the next in line hear of what changed; what they were not told yet
 * and is over, they are not told any more.
 */
export function observe(given: Point, found: Seen, setting: Setting): Observed {
  const { municipality, now } = setting
  const { point: before, seen } = believed(given, found, now)
  const changes: { news: PointNews; about?: OfficerId }[] = []
  let { channelGone, refuses } = before
  if ((seen.channel === 'gone' || seen.channel === 'refuses') && channelGone === undefined) {
    channelGone = now
    refuses = seen.channel === 'refuses' ? true : undefined
    changes.push({ news: refuses ? 'channelRefuses' : 'channelGone' })
  } else if ((seen.channel === 'posted' || (seen.channel === 'there' && !refuses)) && channelGone) {
    channelGone = undefined
    refuses = undefined
    changes.push({ news: 'channelBack' })
  }
  let gone = before.gone.filter((g) => municipality.officers.some((o) => o.id === g.officer))
  for (const { id } of municipality.officers) {
    const found = seen.officers.get(id) ?? 'unknown'
    const known = gone.find((g) => g.officer === id)
    if (found === 'unknown' || found === known?.why || (found === 'there' && !known)) continue
    gone = gone.filter((g) => g !== known)
    if (found !== 'there') gone.push({ officer: id, why: found, since: known?.since ?? now })
    // Gone for another reason is no news.
    if (found === 'there') changes.push({ news: 'officerBack', about: id })
    else if (!known) changes.push({ news: 'officerGone', about: id })
  }
  const same = gone.length === before.gone.length && gone.every((g) => before.gone.includes(g))
  if (same && changes.length === 0) return { point: before, news: [] }
  const { channelGone: _was, refuses: _so, ...rest } = before
  const point: Point = {
    ...rest,
    gone,
    ...(channelGone === undefined ? {} : { channelGone }),
    ...(refuses ? { refuses } : {}),
  }
  if (changes.length === 0) return { point, news: [] }
  const rings = changes.some(({ news }) => news === 'channelBack') || before.tend === 'ring'
  return {
    point: { ...point, tend: rings ? 'ring' : 'stand', tell: noticesOf(point, changes, setting) },
    news: changes.map(({ news }) => news),
  }
}

/** What is over by this, and not told any more. */
const OVER: Readonly<Record<PointNews, readonly PointNews[]>> = {
  channelGone: ['channelBack'],
  channelRefuses: ['channelBack'],
  channelBack: ['channelGone', 'channelRefuses'],
  officerGone: ['officerBack'],
  officerBack: ['officerGone'],
  secretExpires: ['secretExpires'],
}

export function noticesOf(
  point: Point,
  changes: readonly { news: PointNews; about?: OfficerId }[],
  { municipality, today, now, newId }: Setting,
): Notice[] {
  const { accountable, behind } = onDuty(asItStands(municipality, point), today)
  const hearers = [accountable, ...behind.slice(0, 1)].map((officer) => officer.id)
  const pending = point.tell.filter(
    (told) => !changes.some((c) => OVER[c.news].includes(told.news) && c.about === told.about),
  )
  const fresh = changes.flatMap(({ news, about }) =>
    hearers
      .filter((to) => to !== about)
      .map((to): Notice => ({ id: newId(), at: now, to, news, ...(about ? { about } : {}), tries: 0 })),
  )
  return [...pending, ...fresh]
}

/**
 * What was kept, for the channel that is configured now. Another channel has nothing of the old one: it is taken to be
 * there until it is asked, and gets a doorbell for everything that is open.
 */
export function ofChannel(kept: Point, municipality: Municipality): Point {
  const { channelId } = municipality.channel
  if (kept.channelId === channelId) return kept
  const { channelGone: _was, refuses: _so, postedOn: _on, checkedAt: _then, suspects: _of, ...rest } = kept
  return { ...rest, channelId, tend: 'ring' }
}

/** Who gets what was meant for somebody: that person, or the one who answers now when they cannot be reached. */
export function hearerOf(municipality: Municipality, officer: OfficerId, today: Day): OfficerId {
  return whyGone(municipality, officer) ? onDuty(municipality, today).accountable.id : officer
}

/** Counts for whoever keeps it running; of persons nothing but how many. */
export function countsOf(point: Point, municipality: Municipality) {
  const now = pointNow(point, municipality)
  return {
    channelGone: now?.channelGone === true,
    refuses: point.refuses === true,
    down: point.down ?? [],
    officersGone: now?.gone.length ?? 0,
    officers: municipality.officers.length,
    nobody: now?.nobody === true,
    untold: point.tell.length,
  }
}
