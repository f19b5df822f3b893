/**
 * A mail as it came, taken apart: its headers, what a person would read, and the parts that are for machines (RFC 3462,
 * 3464, 8098). A mail within the mail is a part, and is never read as this one.
 */
import { Parser } from 'htmlparser2'
import PostalMime from 'postal-mime'

export type MailHeaders = ReadonlyMap<string, readonly string[]>

export type ReadMail = {
  headers: MailHeaders
  /** Lower case, without parameters: `multipart/report`; and which report. */
  type: string
  report: string | undefined
  from: string
  fromName: string
  /** Addresses of ours: to whom this mail itself went. */
  to: readonly string[]
  subject: string
  text: string
  parts: readonly { type: string; text: string }[]
}

/** UTF-16 units of the text that is looked at: what a mail says of itself stands in front. */
const MOST_TEXT = 60_000
const MOST_PART = 200_000
const MOST_PARTS = 30

const bare = (text: string): string => text.replace(/\r\n?/g, '\n')

/** The words of an HTML body, a line for each block. */
function wordsOf(html: string): string {
  let words = ''
  let hidden = 0
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (name === 'style' || name === 'script' || name === 'title') hidden += 1
        if (/^(?:p|div|br|tr|li|h[1-6]|table|td)$/.test(name)) words += '\n'
      },
      ontext: (text) => {
        if (hidden === 0) words += text
      },
      onclosetag: (name) => {
        if (name === 'style' || name === 'script' || name === 'title') hidden = Math.max(0, hidden - 1)
      },
    },
    { decodeEntities: true },
  )
  parser.end(html.slice(0, MOST_PART))
  return words
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === 'string') return content.slice(0, MOST_PART)
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content)
  return Buffer.from(bytes.subarray(0, MOST_PART)).toString('utf8')
}

/** The headers at the beginning of a text, unfolded, by their names in lower case. */
export function headersIn(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let last: string[] | undefined
  for (const line of bare(text)
    .replace(/^\n{1,5}/, '')
    .split('\n', 2_000)) {
    if (line === '') break
    const folded = /^[ \t]/.test(line)
    const at = line.indexOf(':')
    if (folded && last) last.push(`${last.pop() ?? ''} ${line.trim()}`)
    else if (at > 0 && at <= 60 && /^[!-9;-~]+$/.test(line.slice(0, at))) {
      const name = line.slice(0, at).toLowerCase()
      last = found.get(name) ?? []
      last.push(line.slice(at + 1).trim())
      found.set(name, last)
    } else last = undefined
  }
  return found
}

/** Reads a mail. What is no mail is one without anything in it. Never rejects. */
export async function readMail(mime: string | Uint8Array): Promise<ReadMail> {
  const empty: ReadMail = {
    headers: new Map(),
    type: '',
    report: undefined,
    from: '',
    fromName: '',
    to: [],
    subject: '',
    text: '',
    parts: [],
  }
  try {
    const mail = await PostalMime.parse(mime, { maxRfc822NestingDepth: 0, attachmentEncoding: 'arraybuffer' })
    const headers = new Map<string, string[]>()
    for (const { key, value } of mail.headers) headers.set(key, [...(headers.get(key) ?? []), value])
    const whole = headers.get('content-type')?.[0] ?? ''
    const [type = ''] = whole.split(';', 1)
    const [, report] = /report-type\s{0,5}=\s{0,5}"?([\w-]{1,60})/i.exec(whole) ?? []
    const plain = mail.text?.trim() ? mail.text : wordsOf(mail.html ?? '')
    return {
      headers,
      type: type.trim().toLowerCase(),
      report: report?.toLowerCase(),
      from: (mail.from?.address ?? '').toLowerCase(),
      fromName: mail.from?.name ?? '',
      to: (mail.to ?? []).flatMap(({ address }) => (address ? [address.toLowerCase()] : [])),
      subject: mail.subject ?? '',
      text: bare(plain).slice(0, MOST_TEXT),
      parts: mail.attachments
        .slice(0, MOST_PARTS)
        .map(({ mimeType, content }) => ({ type: mimeType.toLowerCase(), text: bare(textOf(content)) })),
    }
  } catch {
    return empty
  }
}
