/**
 * The round that ends what says who reported and which nothing refers to (services/retention/unreferenced.ts): once a day
 * along everything of a municipality, a little at a time.
 */

import type { Municipality } from '../../services/municipality/municipality.ts'
import {
  endUnreferenced,
  isLately,
  type Looking,
  lastLook,
  lookForUnreferred,
  type Unreferenced,
} from '../../services/retention/unreferenced.ts'
import type { Instant, MunicipalityId } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import { stepOver } from './stepOver.ts'

/** What the round needs of a running house. */
export type Rounding = Pick<Outside, 'store' | 'keys' | 'municipalities' | 'now' | 'log' | 'damages'> & {
  courier: { clock: { calm(): boolean } }
  /** Where this instance is, in each municipality. */
  places: Places
}

/** As many documents as one sweep goes along. */
const PAGE = 100

type Look = { begun: Instant; damages: number; along: AsyncGenerator<undefined, Unreferenced> }
/** Where this instance is: in a look, or after one. A restart begins one anew, which only delays. */
type Place = { look?: Look; after?: Instant }
export type Places = Map<MunicipalityId, Place>

/** One step of the round of every municipality, `page` documents long. What fails is begun anew in the next. */
export async function unreferencedRound(parts: Rounding, page = PAGE): Promise<void> {
  // After a jump of the clock it is not known how long ago the look before was.
  if (!parts.courier.clock.calm()) return
  for (const municipality of parts.municipalities.all()) await unreferencedIn(parts, municipality, page)
}

/** One step in one municipality. */
export async function unreferencedIn(
  parts: Rounding,
  municipality: Municipality,
  page = PAGE,
): Promise<void> {
  const went = await stepOver(parts, () => step(parts, municipality, page))
  if (!('failed' in went)) return
  // What cannot be read now may say what it refers to later. Until then nothing of this is deleted.
  parts.places.set(municipality.id, went.failed === 'again' ? {} : { after: parts.now() })
}

/** Chats and signals that a list left out, for they did not open. */
const damagesOf = ({ damages }: Rounding): number => (damages ? damages('chat') + damages('signal') : 0)

async function step(parts: Rounding, municipality: Municipality, page: number): Promise<void> {
  const known = parts.places
  const now = parts.now()
  const it: Looking = { store: parts.store, keys: parts.keys, municipality }
  const { look: going, after } = known.get(municipality.id) ?? {}
  if (!going) {
    if (after !== undefined && isLately(after, now)) return
    // By another instance, or in an earlier life.
    const last = await lastLook(it)
    if (last !== undefined && isLately(last, now)) return void known.set(municipality.id, { after: last })
  }
  const look = going ?? { begun: now, damages: damagesOf(parts), along: lookForUnreferred(it) }
  known.set(municipality.id, { look })
  for (let seen = 0; seen < page; seen += 1) {
    const next = await look.along.next()
    if (!next.done) continue
    known.set(municipality.id, { after: now })
    // One of them may have referred to anything.
    if (damagesOf(parts) !== look.damages) return
    const count = await endUnreferenced(it, next.value, { begun: look.begun, ended: parts.now() })
    if (count > 0) parts.log.info('vault.unreferred', { count })
    return
  }
}
