/**
 * Mail by Graph, from one mailbox of ours and in it: what partners are written by, and what came back (I.10). Like the rest
 * of Graph: one call is one request, its outcome a value, and nothing of a mail is in a failure.
 *
 * `sendMail` answers 202: taken, which is not delivered. It is a POST that may be done although no answer came, and the
 * client's own retries, which would send it again, are not in our chain (microsoft.ts).
 */
import { z } from 'zod'
import { isSegment } from '../addresses.ts'
import { Instant } from '../words.ts'
import type { GraphFailure, InboxLine, OutgoingMail } from './port.ts'

/** One call to Graph, whose outcome is a value. */
type Asks = (call: {
  method: 'get' | 'post'
  path: string
  query?: Record<string, string>
  body?: Record<string, unknown>
  absent: GraphFailure['failed']
  as?: 'text'
}) => Promise<{ body: unknown } | GraphFailure>

const Lines = z.object({
  value: z.array(
    z.object({ id: z.string().min(1), receivedDateTime: z.iso.datetime(), subject: z.string().nullish() }),
  ),
})
/** As many are looked at in one call. */
export const INBOX_PAGE = 50

/** The mailbox as part of an address of Graph; undefined: it is none. */
const mailboxPath = (mailbox: string): string | undefined =>
  isSegment(mailbox) && mailbox.includes('@') ? `/users/${encodeURIComponent(mailbox)}` : undefined

/** What fails for one mailbox says nothing of Graph: it is not there, or the app may not use it. */
const ofMailbox = (it: GraphFailure): GraphFailure =>
  it.failed === 'away' || it.token ? it : { ...it, ofPerson: true }

/** The calls about mail, on a tenant. */
export class Mailbox {
  readonly #ask: Asks
  constructor(ask: Asks) {
    this.#ask = ask
  }

  /** Sends one mail, of which nothing is kept in Sent Items. Permission Mail.Send, limited to this mailbox. */
  async send(mailbox: string, mail: OutgoingMail): Promise<{ sent: true } | GraphFailure> {
    const path = mailboxPath(mailbox)
    if (path === undefined) return { failed: 'refused', ofPerson: true }
    const answer = await this.#ask({
      method: 'post',
      path: `${path}/sendMail`,
      body: {
        message: {
          subject: mail.subject,
          body: { contentType: 'Text', content: mail.text },
          from: { emailAddress: { name: mail.from, address: mailbox } },
          toRecipients: [{ emailAddress: { address: mail.to, ...(mail.name ? { name: mail.name } : {}) } }],
          internetMessageHeaders: [
            { name: 'x-mail-number', value: mail.number },
            // No answer by a machine where it can be asked not to.
            { name: 'x-auto-response-suppress', value: 'OOF, AutoReply, RN, NRN' },
          ],
        },
        saveToSentItems: false,
      },
      absent: 'gone',
    })
    return 'failed' in answer ? ofMailbox(answer) : { sent: true }
  }

  /** What came into the mailbox from this moment on, the oldest first, a page of it. Permission Mail.Read, limited alike. */
  async inbox(mailbox: string, since: Instant): Promise<{ lines: InboxLine[] } | GraphFailure> {
    const path = mailboxPath(mailbox)
    if (path === undefined) return { failed: 'refused', ofPerson: true }
    const answer = await this.#ask({
      method: 'get',
      path: `${path}/mailFolders/inbox/messages`,
      query: {
        $filter: `receivedDateTime ge ${since}`,
        $orderby: 'receivedDateTime asc',
        $select: 'id,receivedDateTime,subject',
        $top: String(INBOX_PAGE),
      },
      absent: 'gone',
    })
    if ('failed' in answer) return ofMailbox(answer)
    const found = Lines.safeParse(answer.body)
    if (!found.success) return { failed: 'away' }
    return {
      lines: found.data.value.map(({ id, receivedDateTime, subject }) => ({
        id,
        at: Instant.parse(receivedDateTime),
        subject: subject ?? '',
      })),
    }
  }

  /** One mail as it came, its beginning where it is very large. */
  async mime(mailbox: string, id: string): Promise<{ mime: string } | GraphFailure> {
    const path = mailboxPath(mailbox)
    if (path === undefined || !isSegment(id)) return { failed: 'refused', ofPerson: true }
    const answer = await this.#ask({
      method: 'get',
      path: `${path}/messages/${encodeURIComponent(id)}/$value`,
      absent: 'gone',
      as: 'text',
    })
    if ('failed' in answer) return ofMailbox(answer)
    return typeof answer.body === 'string' ? { mime: answer.body } : { failed: 'away' }
  }
}
