/**
 * An anonymous send that broke off half-way, on a store without transactions: within minutes nothing ties the signal to
 * the chat any more. What stands in the chat says so; pressing it shows the code.
 */

import { waitingText } from '../../cards/reporter/news/message.ts'
import { codeWaitingCard } from '../../cards/reporter/receipt/code.ts'
import { texts } from '../../cards/texts/index.ts'
import { unmarkSending } from '../../services/draft/anonymousSend.ts'
import { sentAlready } from '../../services/draft/interruptedSend.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { KeptChat } from '../../services/signal/handle.ts'
import { handling, type Outside } from '../app/ports.ts'
import { whoseAddress } from '../courier/erase.ts'

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
