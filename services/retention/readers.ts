/**
 * Who may read, as entries in the trail: the officers with their roles, the rota, who is on leave, the channel, and whom
 * the reporting point cannot count on now, which puts somebody else on duty. A line is all of it as it is from then on, so
 * that a change in the configuration of which nobody told is seen between two lines.
 *
 * Kept as long as searches are (ledger.ts). In each year the whole is written once more, so that what holds now never
 * ends with an old month.
 */
import { z } from 'zod'
import { LedgerId } from '../audit/trail.ts'
import { type Municipality, Officer, WhyGone } from '../municipality/municipality.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { Day, Instant, type MunicipalityId, OfficerId } from '../words.ts'
import { addition, kept, keyOf, linesOf, monthOf, searchesEnd } from './ledger.ts'

const Turn = z.object({ officer: OfficerId, from: Day, until: Day })

/** Who may read, and nothing else of them: no name, no number. */
const Readers = z.object({
  officers: z.array(z.object({ officer: OfficerId, role: Officer.shape.role })),
  rota: z.array(Turn),
  leave: z.array(Turn),
  channel: z.object({ team: z.string(), channel: z.string(), gone: z.boolean() }),
  /** Whom the reporting point cannot count on, for as long as that was known. */
  gone: z.array(z.object({ officer: OfficerId, why: WhyGone })),
})
export type Readers = z.infer<typeof Readers>

/** `first`: the first that was written here. `year`: the same as before, in a new year. */
const ReadersLine = z.object({ at: Instant, why: z.enum(['first', 'changed', 'year']), who: Readers })
export type ReadersLine = z.infer<typeof ReadersLine>

const Months = z.object({ schema: z.literal(1), readers: kept(ReadersLine) })

/** Who may read now. */
export function readersOf({ officers, rota, leave = [], channel, point }: Municipality): Readers {
  return {
    officers: officers.map(({ id, role }) => ({ officer: id, role })),
    rota: rota.map(({ officer, from, until }) => ({ officer, from, until })),
    leave: leave.map(({ officer, from, until }) => ({ officer, from, until })),
    channel: { team: channel.teamId, channel: channel.channelId, gone: point?.channelGone === true },
    gone: [...(point?.gone ?? [])]
      .map(({ officer, why }) => ({ officer, why }))
      .sort((one, other) => (one.officer < other.officer ? -1 : 1)),
  }
}

/** Are these the same people, in the same order of duty? */
export const isSame = (one: Readers, other: Readers): boolean =>
  JSON.stringify(Readers.parse(one)) === JSON.stringify(Readers.parse(other))

const PAGE = 200

/** The newest line, and the month that it stands in. @throws StoreUnavailable */
async function newest(store: Store, municipality: MunicipalityId): Promise<ReadersLine | undefined> {
  const months: string[] = []
  for (let after = 'readers-'; ; ) {
    const ids = await store.ids(municipality, 'ledger', after, PAGE)
    const found = ids.filter((id) => id.startsWith('readers-') && LedgerId.safeParse(id).success)
    months.push(...found)
    const last = ids.at(-1)
    if (last === undefined || ids.length < PAGE || found.length < ids.length) break
    after = last
  }
  const last = months.at(-1)
  if (last === undefined) return undefined
  const stored = await store.read(keyOf(municipality, last))
  const line = Months.safeParse(stored?.document.body).data?.readers.at(-1)
  return line && ReadersLine.parse(line)
}

/** Why a line has to be written, if it has to. */
function whyOf(before: ReadersLine | undefined, now: Readers, at: Instant): ReadersLine['why'] | undefined {
  if (!before) return 'first'
  if (!isSame(before.who, now)) return 'changed'
  return before.at.slice(0, 4) < at.slice(0, 4) ? 'year' : undefined
}

const MOST_TRIES = 8

/**
 * Writes down who may read, unless the newest line says just this. What is there and does not open is not written over.
 * `key`: of the chains. Gives whether a line was written. @throws StoreUnavailable
 */
export async function recordReaders(
  store: Store,
  key: Buffer,
  municipality: MunicipalityId,
  who: Readers,
  at: Instant,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const why = whyOf(await newest(store, municipality), who, at)
    if (!why) return false
    const line: ReadersLine = { at, why, who }
    const id = `readers-${monthOf(at)}`
    const op = await addition({ store, key, municipality, id }, line, {
      linesIn: (body) => Months.parse(body).readers,
      bodyOf: (lines) => ({ schema: 1, readers: lines }),
      same: () => false,
      dueAt: searchesEnd(at),
    })
    if ((await store.save([op])).saved) return true
  }
  throw new StoreUnavailable('busy')
}

/** Who might read in a month (yyyy-mm), in the order in which it changed. @throws StoreUnavailable */
export async function readersIn(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<ReadersLine[]> {
  return linesOf(store, municipality, `readers-${month}`, {
    linesIn: (body) => Months.parse(body).readers,
    line: ReadersLine,
  })
}
