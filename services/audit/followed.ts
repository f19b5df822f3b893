/** A store around the store, that has the heads of the audit trails follow every signal that is saved or ends. */
import { z } from 'zod'
import { ChainedEntry } from '../signal/signal.ts'
import { type MunicipalityId, Reference, SignalId } from '../signal/words.ts'
import type { Op, Store } from '../store/port.ts'
import type { Audited, HeadKeeper, Heads } from './heads.ts'

/** A record that was made by the house itself: only its trail is looked at. */
const Trail = z.object({ id: SignalId, reference: Reference, audit: z.array(ChainedEntry) })

function auditedOf(op: Op): Audited | undefined {
  if (op.op === 'delete' || op.document.kind !== 'signal') return undefined
  const trail = Trail.safeParse(op.document.body)
  return trail.success ? { municipality: op.document.municipality, ...trail.data } : undefined
}

/** The signals that end by these operations. */
const endedBy = (ops: readonly Op[]): { municipality: MunicipalityId; signal: SignalId }[] =>
  ops.flatMap((op) => {
    if (op.op !== 'delete' || op.key.kind !== 'signal') return []
    const signal = SignalId.safeParse(op.key.id)
    return signal.success ? [{ municipality: op.key.municipality, signal: signal.data }] : []
  })

/**
 * The store to use in place of `inner`, so that no way of saving can forget the trail: a saved record is noted for its
 * head (written a little later), and before a signal is deleted its head is ended, so that it is not missed.
 * Its methods reject as those of `inner` do, and a delete also when the second place is away.
 */
export function followedStore(inner: Store, heads: Heads, keeper: HeadKeeper): Store {
  const before = async (ops: readonly Op[]): Promise<void> => {
    const ended = endedBy(ops)
    if (ended.length === 0) return
    await keeper.flush()
    for (const { municipality, signal } of ended) await heads.end(municipality, signal)
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
    ping: () => inner.ping(),
    close: () => inner.close(),
  }
}
