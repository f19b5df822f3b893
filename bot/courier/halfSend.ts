/**
 * An anonymous send that broke off half-way, on a store without transactions: within minutes nothing ties the signal to
 * the chat any more. What stands in the chat says so; pressing it shows the code.
 */
import { codeWaitingCard } from '../../cards/reporter/code.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Municipality } from '../../services/routing/municipality.ts'
import { unmarkSending } from '../../services/signal/codeSending.ts'
import { sentAlready } from '../../services/signal/halfSent.ts'
import type { KeptChat } from '../../services/signal/register.ts'
import { handling, type Outside } from '../outside.ts'
import { whoseAddress } from './forget.ts'

/** Ends it: what stands stays, else the draft goes on as a draft. @throws StoreUnavailable */
export async function endHalfSend(
  outside: Outside,
  municipality: Municipality,
  read: KeptChat,
): Promise<void> {
  const { draft, language } = read.chat
  if (!draft) return
  const known = { ...handling(outside, municipality), keys: outside.keys }
  // Nobody pressed for what was typed since.
  const sent = await sentAlready(known, read, whoseAddress(outside, municipality))
  if (!sent) return unmarkSending(outside.store, read)
  if (!draft.card || ('record' in sent && sent.record.degree !== 'anonymous')) return
  const words = language ?? draft.language ?? municipality.language
  const notify = waitingText(words)
  const text = texts(words).reporter.chat.alreadySent
  await outside.teams.update(
    draft.card,
    'record' in sent
      ? { card: codeWaitingCard({ language: words, draft: draft.id }), notify }
      : { text: text(sent.tombstone.reference), notify },
  )
}
