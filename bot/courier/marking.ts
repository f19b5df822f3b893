/** A document after its effects were attempted: what is done with, what is left, and where the cards stand. Pure. */
import type { Chat } from '../../services/signal/chat.ts'
import type { Effect, SignalRecord } from '../../services/signal/signal.ts'
import type { Result } from './result.ts'
import { after } from './retry.ts'

/** The effects after these results; what came in meanwhile stays. */
export function markEffects(
  effects: readonly Effect[],
  results: readonly Result[],
  now: SignalRecord['receivedAt'],
): Effect[] {
  const left = effects.flatMap((effect) => {
    const result = results.find((r) => r.effect.id === effect.id)
    const still = result ? after(effect, result, now) : effect
    return still ? [still] : []
  })
  return [...left, ...results.flatMap((r) => (r.ok && r.follows ? [r.follows] : []))]
}

const alarmsOf = (results: readonly Result[]) => results.flatMap((r) => (r.ok && r.alarm ? [r.alarm] : []))

/** A record after these results. A doorbell that was drawn before the newest change is drawn again. */
export function markRecord(
  record: SignalRecord,
  results: readonly Result[],
  now: SignalRecord['receivedAt'],
): SignalRecord {
  const rung = results.find((r) => r.ok && r.doorbell)
  const doorbell = rung?.ok ? rung.doorbell : undefined
  const stale = doorbell !== undefined && doorbell.shown < record.revision
  const finished = stale ? results.filter((r) => r !== rung) : results
  const left = markEffects(record.effects, finished, now)
  return {
    ...record,
    // A card that was given up earlier is mended by this one.
    effects: doorbell ? left.filter((e) => e.kind !== 'doorbell' || !e.failed) : left,
    ...(doorbell ? { doorbell } : {}),
    alarms: [...record.alarms, ...alarmsOf(results)],
  }
}

/** A chat after these results: the draft knows its alarms, to take them back or to mend them. */
export function markChat(chat: Chat, results: readonly Result[], now: SignalRecord['receivedAt']): Chat {
  const effects = markEffects(chat.effects, results, now)
  const alarms = alarmsOf(results)
  if (!chat.draft || alarms.length === 0) return { ...chat, effects }
  return { ...chat, effects, draft: { ...chat.draft, alarms: [...chat.draft.alarms, ...alarms] } }
}
