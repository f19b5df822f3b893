/**
 * Words that were typed after a send that got only half-way: its signal does not hold them, and its end must not take
 * them along. They go on as a draft of their own, of which the person is reminded.
 */

import type { Effect, Posted } from '../outbox/effect.ts'
import { type Keys, keyedHash } from '../vault/seal.ts'
import { SignalId, uuidOf, VaultKey } from '../words.ts'
import type { Chat, Draft } from './chat.ts'

/** What a signal holds of its draft: so many parts, and these alarms. */
export type Holds = { parts: number; alarms: readonly Posted[] }

/** The draft that is left; undefined when the signal holds all of it. Drawn from the draft: the same each time. */
export function typedSince(keys: Pick<Keys, 'chat'>, draft: Draft, holds: Holds): Draft | undefined {
  const parts = draft.parts.slice(holds.parts)
  const [first] = parts
  if (!first) return undefined
  const drawn = (what: string) => uuidOf(keyedHash(keys.chat, 'typed since', what, draft.id))
  // What was asked and shown of the text as a whole is not about this one.
  const { form: _sent, card: _whole, sending: _over, pointedOut: _seen, retype: _asked, ...rest } = draft
  const { danger, alarms, ...plain } = rest
  const theirs = danger !== undefined && danger.at >= first.at
  const known = new Set(holds.alarms.map(({ activity }) => activity))
  return {
    ...plain,
    id: SignalId.parse(drawn('draft')),
    vaultKey: VaultKey.parse(drawn('vault')),
    // Who it was is not known here; sent confidentially, it is sealed anew.
    addressOnly: true,
    startedAt: first.at,
    parts,
    attachmentsRefused: 0,
    alarms: theirs ? alarms.filter(({ activity }) => !known.has(activity)) : [],
    ...(theirs ? { danger } : {}),
    nudged: true,
  }
}

/** The chat with what was left of its draft, and the reminder of it. `before`: as it was, with the alarms on their way. */
export function goesOn(keys: Pick<Keys, 'chat'>, without: Chat, rest: Draft, before: Chat): Chat {
  const id = uuidOf(keyedHash(keys.chat, 'typed since', 'nudge', rest.id))
  const nudge: Effect = { id, at: rest.lastAt, attempts: 0, kind: 'nudgeDraft', draft: rest.id }
  const alarms = rest.danger ? before.effects.filter((e) => e.kind === 'alarm') : []
  const others = without.effects.filter((e) => e.kind !== 'alarm' && e.id !== id)
  return { ...without, draft: rest, effects: [...alarms, ...others, nudge] }
}
