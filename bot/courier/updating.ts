/**
 * A card is brought up to date where it stands. That it is not there is believed only when Teams answered so a few times,
 * over minutes: one such answer is what it gives of a conversation that it is moving.
 */
import type { Effect } from '../../services/outbox/effect.ts'
import { isBelieved, missingOnceMore } from '../../services/outbox/retry.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import type { Outside } from '../app/ports.ts'
import type { Message } from '../teams/client.ts'

/** Milliseconds before a card that is not there is asked for once more, within the same attempt. */
const AGAIN_MS = 200

/** `notYet`: it was not there, which is not believed yet: the effect is tried again. */
export type Updated = 'updated' | 'gone' | { notYet: SendFailure } | { failed: SendFailure }

/** Updates a card, once more after a moment where it is said not to be there. */
export async function updated(
  { teams, now }: Pick<Outside, 'teams' | 'now'>,
  effect: Effect,
  posted: PostedActivity,
  message: Message,
): Promise<Updated> {
  const first = await teams.update(posted, message)
  if (!('failed' in first)) return 'updated'
  if (first.failed !== 'missing') return { failed: first }
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  const second = await teams.update(posted, message)
  if (!('failed' in second)) return 'updated'
  if (second.failed !== 'missing') return { failed: second }
  return isBelieved(missingOnceMore(effect.missing, now()), now()) ? 'gone' : { notYet: second }
}
