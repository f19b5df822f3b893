/** What a delivery report says for machines (RFC 3464), and what is in it of the mail that it is about. */
import { headersIn, type MailHeaders, type ReadMail } from './mail.ts'

/** What happened to the mail of one recipient. */
export type Recipient = {
  to: string | undefined
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | undefined
  status: string | undefined
  diagnostic: string
}

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

/** An address as a report has it: `rfc822; <a@b.example>`; undefined where it is none. */
export function addressIn(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const [found] = /[^\s<>;,:"()[\]]{1,120}@[^\s<>;,:"()[\]]{1,190}/.exec(value) ?? []
  return found?.replace(/\.{1,3}$/, '').toLowerCase()
}

const first = (fields: MailHeaders, name: string): string | undefined => fields.get(name)?.[0]

/** Groups of fields, with empty lines between them. */
const groupsIn = (text: string): MailHeaders[] =>
  text
    .split(/\n[ \t]{0,10}\n/)
    .slice(0, 100)
    .map(headersIn)

const STATUS_PARTS = /^message\/(?:global-)?delivery-status$/

/** Each recipient that a report names; nothing where the mail has no such part. */
export function recipientsOf({ parts }: Pick<ReadMail, 'parts'>): Recipient[] {
  const texts = parts.flatMap(({ type, text }) => {
    // Some say that it is text, and write it all the same.
    const is =
      STATUS_PARTS.test(type) ||
      (type.startsWith('text/') && /^(?:Reporting-MTA|Final-Recipient):/im.test(text))
    return is ? [text] : []
  })
  return texts.flatMap(groupsIn).flatMap((fields) => {
    const final = first(fields, 'final-recipient')
    const original = first(fields, 'original-recipient')
    const action = first(fields, 'action')?.toLowerCase().trim() ?? ''
    const status = first(fields, 'status')
    if (final === undefined && original === undefined && action === '') return []
    const [code] = /[245]\.\d{1,3}\.\d{1,3}/.exec(status ?? '') ?? []
    return [
      {
        to: addressIn(original) ?? addressIn(final) ?? addressIn(first(fields, 'x-actual-recipient')),
        action: ACTIONS.find((each) => action.startsWith(each)),
        status: code,
        diagnostic: first(fields, 'diagnostic-code') ?? '',
      },
    ]
  })
}

const ORIGINAL_PARTS = /^(?:message\/(?:rfc822|global|global-headers|partial)|text\/rfc822-headers?)$/

/** The headers of the mail that a report is about, where they are in it. */
export function originalOf({ parts, text }: Pick<ReadMail, 'parts' | 'text'>): MailHeaders {
  const part = parts.find(({ type, text: body }) => ORIGINAL_PARTS.test(type) && body !== '')
  if (part) return headersIn(part.text)
  return quotedHeaders(text)
}

/** Where a report without parts begins to repeat the mail. */
const REPEATS = [
  /^[ \t>*-]{0,40}(?:original message headers|oorspronkelijke berichtkoppen|kopteksten van oorspronkelijk bericht|kopteksten van het oorspronkelijke bericht)\b/im,
  /^[ \t>*-]{0,40}below this line is a copy of the message/im,
  /^[ \t>*-]{0,40}this is a copy of (?:the|your) message/im,
  /^[ \t>*-]{0,40}(?:original message|oorspronkelijk bericht|the following message|undelivered message|unsent message below|header of the original message)\b/im,
  /^(?:return-path|received|message-id):[ \t]/im,
] as const

/** Where it begins; the length of the text where it does not. */
export function repeatsAt(text: string): number {
  return REPEATS.reduce((least, pattern) => {
    const at = pattern.exec(text)?.index ?? text.length
    return Math.min(least, at)
  }, text.length)
}

function quotedHeaders(text: string): MailHeaders {
  const from = repeatsAt(text)
  if (from === text.length) return new Map()
  const lines = text.slice(from, from + 20_000).split('\n')
  // What is quoted, or set in, is so on every line.
  const unquoted = lines.map((line) =>
    line.replace(/^[ \t>|]{0,8}(?=[A-Za-z][\w-]{0,60}:)/, '').replace(/^>[ ]?/, ''),
  )
  const at = unquoted.findIndex((line) =>
    /^(?:return-path|received|message-id|from|date|subject|to):[ \t]/i.test(line),
  )
  return at < 0
    ? new Map()
    : headersIn(
        unquoted
          .slice(at)
          .filter((line) => line.trim() !== '')
          .join('\n'),
      )
}
