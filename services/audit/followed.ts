/** A store around the store, that has the heads of the audit trails follow every signal that is saved or ends. */

import { z } from 'zod'
import { type Op, type Store, StoreUnavailable } from '../store/port.ts'
import { type MunicipalityId, Reference } from '../words.ts'
import type { HeadKeeper } from './headKeeper.ts'
import type { Heads } from './heads.ts'
import { type Audited, keyOfTrail, type TrailId, trailIdOf, trailIn } from './trail.ts'

const auditedOf = (op: Op): Audited | undefined => (op.op === 'delete' ? undefined : trailIn(op.document))

/** A record as it now stands, for its head; undefined when it is gone, or does not open. @throws StoreUnavailable */
export async function auditedNow(
  store: Store,
  { municipality, id }: Pick<Audited, 'municipality' | 'id'>,
): Promise<Audited | undefined> {
  try {
    const kept = await store.read(keyOfTrail(municipality, id))
    return kept && trailIn(kept.document)
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    // Damaged: verifying says so, and it holds up no other.
    return undefined
  }
}

const Referred = z.object({ reference: Reference })

/** The case code of what is about to be deleted; undefined where nothing says it. @throws StoreUnavailable */
async function referenceOf(store: Store, municipality: MunicipalityId, id: TrailId) {
  try {
    const kept = await store.read(keyOfTrail(municipality, id))
    return Referred.safeParse(kept?.document.body).data?.reference
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    // Damaged: it ends all the same.
    return undefined
  }
}

/** The trails that end by these operations. */
const endedBy = (ops: readonly Op[]): { municipality: MunicipalityId; id: TrailId }[] =>
  ops.flatMap((op) => {
    const id = op.op === 'delete' ? trailIdOf(op.key) : undefined
    return op.op === 'delete' && id !== undefined ? [{ municipality: op.key.municipality, id }] : []
  })

/**
 * The store to use in place of `inner`, so that no way of saving can forget the trail: a saved record is noted for its
 * head (written a little later), and before a signal (or a month of the ledger) is deleted its head is ended, so that
 * it is not missed. Its methods reject as those of `inner` do, and a delete also when the second place is away.
 */
export function followedStore(inner: Store, heads: Heads, keeper: HeadKeeper): Store {
  const before = async (ops: readonly Op[]): Promise<void> => {
    const ended = endedBy(ops)
    if (ended.length === 0) return
    await keeper.flush()
    for (const { municipality, id } of ended)
      await heads.end(municipality, id, () => referenceOf(inner, municipality, id))
  }
  const after = (ops: readonly Op[]): void => {
    for (const op of ops) {
      const audited = auditedOf(op)
      if (audited) keeper.note(audited)
    }
  }
  return {
    read: (key) => inner.read(key),
    save: async (ops) => {
      await before(ops)
      const result = await inner.save(ops)
      if (result.saved) after(ops)
      return result
    },
    saveMany: async (groups) => {
      await before(groups.flat())
      const results = await inner.saveMany(groups)
      for (const [at, ops] of groups.entries()) if (results[at]?.saved) after(ops)
      return results
    },
    list: (...asked) => inner.list(...asked),
    ids: (...asked) => inner.ids(...asked),
    ping: () => inner.ping(),
    close: () => inner.close(),
  }
}
