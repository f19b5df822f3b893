/**
 * An officer says that they saw an alarm of what is not sent yet. Until then it is not erased by time, and from then on it
 * stays as many days as they choose (docs/decisions/one-question-one-button.md). Nothing of it is shown: not whose it is, nor
 * what was typed.
 */
import type { OfficerAction } from '../../cards/actions.ts'
import { alarmSeenCard } from '../../cards/officer/channel/seen.ts'
import { texts } from '../../cards/texts/index.ts'
import { Chat } from '../../services/draft/chat.ts'
import { chatDue, goneAt, seenAlarm } from '../../services/draft/drafting.ts'
import { takeFresh } from '../../services/outbox/lease.ts'
import { chatOp, type KeptChat, readChat, settingOf } from '../../services/signal/handle.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { handling } from '../app/ports.ts'
import type { OfficerTurn, View } from './view.ts'

type Seen = Extract<OfficerAction, { verb: 'seenAlarm' }>

/** So many chats with a draft are looked at; a municipality has a few at a time. */
const MOST_DRAFTS = 10_000
const MOST_TRIES = 8

/** @throws StoreUnavailable */
export async function seenAlarmView(desk: OfficerTurn, { alarm, days }: Seen): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const found = await chatWith(desk, alarm)
  const seen = found && (await app.turns.run(found.chat.id, () => save(desk, found, alarm, days)))
  const until = seen?.chat.draft && goneAt(seen.chat.draft)
  if (seen) void app.courier.deliverChat(municipality, { chat: seen.chat, etag: seen.etag ?? '' })
  const { title } = texts(language).officer.channel.alarm.seen
  return { title, card: alarmSeenCard({ municipality, until, language }) }
}

/** The chat whose draft rang so. */
async function chatWith({ app, turn }: OfficerTurn, alarm: string): Promise<KeptChat | undefined> {
  const { id } = turn.municipality
  for (const { document, etag } of await app.store.list(id, 'chat', { open: true }, MOST_DRAFTS)) {
    const { data } = Chat.safeParse(document.body)
    if (data?.draft?.alarm === alarm) return { chat: data, etag }
  }
  return undefined
}

async function save(
  { app, turn }: OfficerTurn,
  found: KeptChat,
  alarm: string,
  days: number,
): Promise<KeptChat | undefined> {
  const { municipality } = turn
  const setting = settingOf(handling(app, municipality))
  let { chat, etag } = await readChat(app.store, municipality.id, found.chat.id)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // Sent, taken back or thrown away meanwhile.
    if (chat.draft?.alarm !== alarm || etag === undefined) return undefined
    const next = takeFresh(seenAlarm(chat, days, setting), chat.effects, app.holder, setting.now)
    const result = await app.store.save([chatOp(next, etag, chatDue(next))])
    if (result.saved) return { chat: next, etag: result.etags[0] ?? undefined }
    ;({ chat, etag } = await readChat(app.store, municipality.id, chat.id))
  }
  throw new StoreUnavailable('busy')
}
