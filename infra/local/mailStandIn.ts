/**
 * Mailboxes behind the stand-in of Graph: mail is taken, comes back where it is told to, and can be read as it came.
 * Stateful: what was sent stays, and what came back stands in the inbox of its sender.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Ask, Reply } from './standIn.ts'

/** The mailbox of the reporting point of local mode. */
export const MAILBOX = 'meldpunt@voorbeeldstad.example'

/** A mail that was taken. */
export type TakenMail = {
  mailbox: string
  to: string
  subject: string
  text: string
  headers: Record<string, string>
  saved: boolean
}

/** Why a mail to somebody comes back: the enhanced status code, and what the other side says. */
export type Bouncing = { status: string; diagnostic: string }

type Received = { id: string; at: string; subject: string; mime: string }

const Sending = z.object({
  message: z.object({
    subject: z.string(),
    body: z.object({ contentType: z.enum(['Text', 'HTML']), content: z.string() }),
    toRecipients: z.array(z.object({ emailAddress: z.object({ address: z.email() }) })).length(1),
    internetMessageHeaders: z
      .array(z.object({ name: z.string().regex(/^x-/i), value: z.string().max(995) }))
      .max(5)
      .default([]),
  }),
  saveToSentItems: z.boolean().default(true),
})

export class MailStandIn {
  /** Those that exist and that the app may use. */
  readonly mailboxes = new Set<string>([MAILBOX])
  /** Those that exist, and that the app was not given. */
  readonly forbidden = new Set<string>()
  readonly sent: TakenMail[] = []
  /** Addresses to which mail is taken, and comes back. */
  readonly bouncing = new Map<string, Bouncing>()
  readonly #inboxes = new Map<string, Received[]>()
  readonly #now: () => string

  constructor(now: () => string = () => new Date().toISOString()) {
    this.#now = now
  }

  /** A mail comes in. */
  receive(mime: string, subject: string, mailbox: string = MAILBOX): void {
    const inbox = this.#inboxes.get(mailbox) ?? []
    this.#inboxes.set(mailbox, [...inbox, { id: `AAMk${randomUUID()}=`, at: this.#now(), subject, mime }])
  }

  /** The answer to a call about a mailbox; undefined: there is no such call. */
  answer({ method, segments, query, body }: Ask): Reply | undefined {
    const [, , mailbox = '', what, id, last] = segments
    if (this.forbidden.has(mailbox)) {
      return refused(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
    }
    if (!this.mailboxes.has(mailbox)) {
      return refused(404, 'ErrorInvalidUser', `The requested user '${mailbox}' is invalid.`)
    }
    if (method === 'POST' && what === 'sendMail' && segments.length === 4) return this.#send(mailbox, body)
    if (method !== 'GET') return undefined
    const inbox = this.#inboxes.get(mailbox) ?? []
    if (what === 'mailFolders' && id === 'inbox' && last === 'messages') {
      const [, since = ''] = /^receivedDateTime ge (\S+)$/.exec(query.get('$filter') ?? '') ?? []
      if (query.get('$orderby') !== 'receivedDateTime asc')
        return refused(400, 'BadRequest', 'No such order.')
      const page = inbox.filter(({ at }) => at >= since).slice(0, Number(query.get('$top') ?? 10))
      const value = page.map((mail) => ({ id: mail.id, receivedDateTime: mail.at, subject: mail.subject }))
      return { status: 200, body: { value } }
    }
    if (what === 'messages' && last === '$value') {
      const found = inbox.find((mail) => mail.id === id)
      return found ? { status: 200, text: found.mime } : refused(404, 'ErrorItemNotFound', 'Not found.')
    }
    return undefined
  }

  #send(mailbox: string, body: unknown): Reply {
    const parsed = Sending.safeParse(body)
    if (!parsed.success) return refused(400, 'ErrorInvalidRecipients', 'The message is not valid.')
    const { message, saveToSentItems: saved } = parsed.data
    const [first] = message.toRecipients
    const to = first?.emailAddress.address ?? ''
    const headers = Object.fromEntries(message.internetMessageHeaders.map(({ name, value }) => [name, value]))
    const mail = { mailbox, to, subject: message.subject, text: message.body.content, headers, saved }
    this.sent.push(mail)
    const bounces = this.bouncing.get(to)
    if (bounces) this.receive(notDelivered(mail, bounces), `Onbestelbaar: ${mail.subject}`, mailbox)
    return { status: 202 }
  }
}

const refused = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code, message, innerError: { 'request-id': randomUUID() } } },
})

/** As Exchange writes it: what happened in words, for machines, and the headers of what came back. */
export function notDelivered(
  { mailbox, to, subject, headers }: TakenMail,
  { status, diagnostic }: Bouncing,
): string {
  const edge = randomUUID()
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [
    'From: postmaster@voorbeeldstad.example',
    `To: ${mailbox}`,
    `Subject: Onbestelbaar: ${subject}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${edge}"`,
    '',
    `--${edge}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `De bezorging is mislukt voor deze geadresseerde: ${to}`,
    '',
    `--${edge}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;stand-in.example',
    '',
    `Final-Recipient: rfc822;${to}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp;${diagnostic}`,
    '',
    `--${edge}`,
    'Content-Type: message/rfc822',
    '',
    `From: ${mailbox}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    ...own,
    '',
    '',
    `--${edge}--`,
    '',
  ].join('\r\n')
}
