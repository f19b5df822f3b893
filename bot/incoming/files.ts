/**
 * What came along with a message, by what it is: what a person added (counted, never opened), and what only looks like a
 * file because Teams packs it as one: the message again as HTML, a quote, a preview of a link, an emoji.
 */
import { z } from 'zod'
import { isEmojiAddress, isReactionAddress } from './shown.ts'

/** What a person sent along and what is not taken, by kind. */
export type Files = { pictures: number; recordings: number; documents: number }

const lenient = z.string().optional().catch(undefined)
const Attachment = z.object({
  contentType: lenient,
  contentUrl: lenient,
  name: lenient,
  content: z.unknown().optional(),
})
type Attachment = z.infer<typeof Attachment>

const CARD = 'application/vnd.microsoft.card.'
/** Cards that are a recording or a moving picture. */
const RECORDED = new Set([`${CARD}audio`, `${CARD}video`])
const MOVING = `${CARD}animation`
/** Cards that stand for a document elsewhere. */
const DOCUMENTS = new Set([`${CARD}fluidembedcard`, `${CARD}fluid`, `${CARD}file`])
/** What refers to a place in Teams, and holds nothing. */
const REFERENCES = new Set([
  'messagereference',
  'meetingreference',
  'tabreference',
  'application/vnd.microsoft.teams.messaging-announcementbanner',
])

export type Along = {
  html: readonly string[]
  /** Previews of messages that were answered to. */
  quoted: readonly string[]
  /** Words that came as something else: of a card, a piece of code, a message that was passed on. */
  cards: readonly string[]
  others: readonly string[]
  images: number
  /** Where the images are, as far as Teams says. */
  addresses: readonly string[]
  /** What stands for a card or a component came along, of which the text has a word at most. */
  standIns: number
  emoji: number
  recordings: number
  documents: number
}

/** No text of a card is longer than this; what is more is no text to read. */
const MOST_CARD = 20_000
/** As deep as a card is looked into, and as many of its parts. */
const DEEPEST = 12
const MOST_PARTS = 400

function parsedContent(content: unknown): unknown {
  if (typeof content !== 'string' || content.length > 10 * MOST_CARD) return content
  try {
    return JSON.parse(content)
  } catch {
    return content
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const stringAt = (content: unknown, ...keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const found = at(content, key)
    if (typeof found === 'string' && found.trim() !== '') return found.slice(0, MOST_CARD)
  }
  return undefined
}

/** Under these names a card keeps what is read on it. */
const READ = new Set(['title', 'subtitle', 'text', 'summary', 'subject', 'value', 'label'])

/** What can be read on a card, in its order: its titles and texts, not its buttons. */
function wordsOfCard(content: unknown): string {
  const found: string[] = []
  let parts = 0
  const walk = (value: unknown, key: string, depth: number): void => {
    parts += 1
    if (depth > DEEPEST || parts > MOST_PARTS) return
    if (typeof value === 'string') {
      if (READ.has(key) && value.trim() !== '' && !/^https?:\/\//i.test(value)) found.push(value.trim())
      return
    }
    if (Array.isArray(value)) for (const each of value) walk(each, key, depth + 1)
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value))
        if (!/^(?:actions?|buttons|tap|selectAction|\$schema|type|url)$/.test(name))
          walk(each, name, depth + 1)
  }
  walk(content, 'text', 0)
  return [...new Set(found)].join('\n').slice(0, MOST_CARD)
}

/** The lines of a piece of code, where they came along. */
function codeOf(content: unknown): string | undefined {
  const lines = at(content, 'lines')
  if (Array.isArray(lines)) return lines.filter((line) => typeof line === 'string').join('\n')
  return stringAt(content, 'code', 'text', 'snippet', 'content')
}

/** A card that moves, of which every picture was picked to react with. */
function isReactionCard(content: unknown): boolean {
  const media = at(content, 'media')
  const urls = Array.isArray(media) ? media.map((each) => at(each, 'url')) : []
  return urls.length > 0 && urls.every((url) => typeof url === 'string' && isReactionAddress(url))
}

function one({ contentType = '', contentUrl = '', name, content: came }: Attachment): Partial<Along> {
  const type = contentType.toLowerCase().split(';')[0]?.trim() ?? ''
  const content = parsedContent(came)
  if (type === 'text/html') return { html: typeof came === 'string' ? [came] : [] }
  if (type === 'messagereference') return { quoted: [stringAt(content, 'messagePreview', 'preview') ?? ''] }
  if (type === 'forwardedmessagereference') {
    const words = stringAt(content, 'originalMessageContent', 'messagePreview', 'preview')
    return words === undefined ? { documents: 1 } : { others: [words] }
  }
  if (REFERENCES.has(type)) return { cards: [stringAt(content, 'subject', 'title') ?? name ?? ''] }
  if (type.endsWith('.codesnippet')) {
    const code = codeOf(content)
    return code === undefined ? { documents: 1 } : { others: [code.slice(0, MOST_CARD)] }
  }
  if (RECORDED.has(type) || /^(?:audio|video)\//.test(type)) return { recordings: 1 }
  if (type === MOVING) return isReactionCard(content) ? {} : { images: 1 }
  if (DOCUMENTS.has(type)) return { documents: 1, standIns: 1 }
  if (type.startsWith(CARD)) return { cards: [wordsOfCard(content)], standIns: 1 }
  if (/^image(?:\/|$)/.test(type)) {
    if (isReactionAddress(contentUrl)) return {}
    return isEmojiAddress(contentUrl) ? { emoji: 1 } : { images: 1, addresses: [contentUrl] }
  }
  return { documents: 1 }
}

/** Sorts what came along with a message. One that cannot be read counts as a document; never throws. */
export function alongWith(attachments: readonly unknown[]): Along {
  const all = attachments
    .filter((each) => each !== null && each !== undefined)
    .map((each) => {
      const parsed = Attachment.safeParse(each)
      return parsed.success ? one(parsed.data) : { documents: 1 }
    })
  const words = (of: (one: Partial<Along>) => readonly string[] | undefined) =>
    all.flatMap((each) => of(each) ?? [])
  const count = (of: (one: Partial<Along>) => number | undefined) =>
    all.reduce((sum, each) => sum + (of(each) ?? 0), 0)
  return {
    html: words(({ html }) => html),
    quoted: words(({ quoted }) => quoted),
    cards: words(({ cards }) => cards).filter((text) => text !== ''),
    others: words(({ others }) => others),
    images: count(({ images }) => images),
    addresses: words(({ addresses }) => addresses),
    standIns: count(({ standIns }) => standIns),
    emoji: count(({ emoji }) => emoji),
    recordings: count(({ recordings }) => recordings),
    documents: count(({ documents }) => documents),
  }
}
