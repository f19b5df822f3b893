/**
 * Being able to post in a channel is proven by a post: that its members can be read says nothing of it (an archived team,
 * a moderated channel). What was posted becomes a quiet line.
 */
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Outside } from '../app/ports.ts'

/** Posts, and makes the post quiet. `unknown`: nobody can say now. */
export async function postProof(
  { teams }: Pick<Outside, 'teams'>,
  { channel, tenant, language }: Municipality,
): Promise<'posted' | 'refused' | 'unknown'> {
  const { point } = texts(language).officer.channel
  const notify = waitingText(language)
  const sent = await teams.postInChannel(channel, tenant, { text: point.proof, notify })
  if ('failed' in sent) return sent.failed === 'away' || sent.failed === 'unknown' ? 'unknown' : 'refused'
  await teams.update(sent, { text: point.proven, notify })
  return 'posted'
}
