/** A message that is sent again, because nobody knows whether it arrived, says so itself. */
import { texts } from '../../cards/texts/index.ts'
import type { Place } from '../../services/outbox/sent.ts'
import type { Language } from '../../services/words.ts'
import type { Message, Teams } from '../teams/client.ts'

type ChannelPlace = Parameters<Teams['postInChannel']>[0]

const withNotice = (message: Message, notice: string): Message =>
  message.card
    ? {
        ...message,
        card: {
          ...message.card,
          body: [
            { type: 'TextBlock', text: notice, wrap: true, isSubtle: true, size: 'Small' },
            ...message.card.body,
          ],
        },
      }
    : { ...message, text: `${notice}\n\n${message.text ?? message.notify}` }

/** Teams as it is, only that what it posts says that it may stand there twice. */
export function duplicateNotice(teams: Teams, language: Language): Teams {
  const { possibleDuplicate: notice } = texts(language).shared
  // All its other methods stay as they are.
  const rest: Teams = Object.create(teams)
  return Object.assign(rest, {
    post: (place: Place, message: Message) => teams.post(place, withNotice(message, notice)),
    postInChannel: (channel: ChannelPlace, tenant: string, message: Message) =>
      teams.postInChannel(channel, tenant, withNotice(message, notice)),
  })
}
