/**
 * What a message says in its HTML, as pieces in their order: words, what is layout, and what Teams puts around words
 * (quotes, mentions, emoji, the addresses of links). The tokenizer of a library, without a tree: one pass, so a tag that
 * never ends or a nesting without a bottom costs no more than its length. Never shown as HTML again.
 */
import { Tokenizer } from 'htmlparser2'
import { holds } from './holds.ts'
import { EMPTY, isEmojiAddress, isReaction, isUnseen } from './shown.ts'

/** `quoted`: it stands in a message that was answered to. */
export type Piece = { quoted: boolean } & (
  | { is: 'words'; text: string; asTyped: boolean }
  /** A new line: always, or where none was begun yet. */
  | { is: 'line'; always: boolean }
  | { is: 'cell' }
  /** What stands before an item of a list. */
  | { is: 'bullet'; text: string }
  | { is: 'emoji'; text: string }
  /** Of whom, by the number of the mention in the activity. */
  | { is: 'mention'; at: string; name: string }
  /** Where the link leads whose title stands before it. */
  | { is: 'address'; href: string }
)

export type ReadHtml = {
  pieces: readonly Piece[]
  /** What stands in it and is shown to nobody: a word in the place of what Teams could not express, the name of a sticker. */
  unseen: readonly string[]
  /** Where the reaction pictures are (a moving picture to be picked, a sticker): neither words nor evidence. */
  reactions: readonly string[]
  /** Something was answered to. */
  quotes: boolean
  /** Pictures that are no emoji: photos, stickers, moving ones. */
  pictures: number
  emoji: number
  recordings: number
  /** What another app put in: a poll, a card, and a voice message without anything else. */
  extensions: number
}

const BLOCKS = new Set(
  'p div li tr table ul ol h1 h2 h3 h4 h5 h6 pre blockquote hr section article header footer dl dt dd codeblock'.split(
    ' ',
  ),
)
/** What stands in these is nothing that a person wrote. */
const HIDDEN = new Set(['script', 'style', 'title', 'template', 'noscript'])
const AS_TYPED = new Set(['pre', 'codeblock', 'textarea'])
/** Addresses that a person can follow; others (scripts, data) are left out. */
const FOLLOWED = /^\s*(?:https?:\/\/|mailto:|tel:)/i
const MOST_ADDRESS = 2_000
const DEEPEST_INDENT = 6
/** As many words that are not shown are known. */
const MOST_UNSEEN = 50

const isReply = (type: string | undefined): boolean => /\/reply\b/i.test(type ?? '')

class Reader {
  readonly pieces: Piece[] = []
  quotes = false
  pictures = 0
  emoji = 0
  recordings = 0
  extensions = 0
  /** Quotes that are open: where one began that is a message that was answered to. */
  readonly #blockquotes: (number | undefined)[] = []
  readonly #lists: { items: number | undefined }[] = []
  /** One at most: HTML knows no link within a link. */
  #link: { href: string; title: string } | undefined
  /** Spans, and for each the mention that it is. */
  readonly #spans: ({ at: string; name: string } | undefined)[] = []
  #mention: { at: string; name: string } | undefined
  readonly #unseen: string[] = []
  readonly #reactions: string[] = []
  /** The element that is not shown and that we are in, how many of its name are open, and where it began. */
  #cover: { name: string; open: number; from: number; unseen: number } | undefined
  #quoted = 0
  #hidden = 0
  #asTyped = 0

  /** What begins with a tag, where that is more than a new line. */
  readonly #opening: ReadonlyMap<string, (of: ReadonlyMap<string, string>) => void> = new Map(
    Object.entries({
      br: () => this.#add({ is: 'line', always: true }),
      td: () => this.#add({ is: 'cell' }),
      th: () => this.#add({ is: 'cell' }),
      ul: () => void this.#lists.push({ items: undefined }),
      ol: (of) => void this.#lists.push({ items: Number(of.get('start') ?? 1) - 1 }),
      li: () => this.#item(),
      blockquote: (of) => this.#blockquote(isReply(of.get('itemtype'))),
      quoted: () => {
        this.quotes = true
      },
      a: (of) => {
        this.#linkEnds()
        this.#link = { href: of.get('href') ?? '', title: '' }
      },
      span: (of) => this.#span('span', of),
      at: (of) => this.#span('at', of),
      img: (of) => this.#picture('img', of),
      emoji: (of) => this.#picture('emoji', of),
      customemoji: (of) => this.#picture('customemoji', of),
      audio: () => this.#recording(),
      video: () => this.#recording(),
    } satisfies Record<string, (of: ReadonlyMap<string, string>) => void>),
  )

  words(text: string): void {
    if (text === '' || this.#hidden > 0) return
    if (this.#mention) {
      this.#mention.name += text
      return
    }
    const link = this.#link
    if (this.#cover) this.#notSeen(text)
    else if (link && link.title.length < MOST_ADDRESS) link.title += text
    this.#add({ is: 'words', text, asTyped: this.#asTyped > 0 })
  }

  opens(name: string, of: ReadonlyMap<string, string>): void {
    const { length: from } = this.pieces
    if (this.#cover?.name === name) this.#cover.open += 1
    else if (!this.#cover && isUnseen(of) && !EMPTY.has(name))
      this.#cover = { name, open: 1, from, unseen: this.#unseen.length }
    if (HIDDEN.has(name)) this.#hidden += 1
    if (AS_TYPED.has(name)) this.#asTyped += 1
    if (BLOCKS.has(name)) this.#add({ is: 'line', always: false })
    this.#opening.get(name)?.(of)
  }

  closes(name: string): void {
    const cover = this.#cover
    if (cover?.name === name) cover.open -= 1
    if (cover && cover.open === 0) {
      // Nothing of it is said; what was begun in it ends with it.
      this.pieces.length = cover.from
      this.#cover = undefined
    }
    if (HIDDEN.has(name)) this.#hidden = Math.max(0, this.#hidden - 1)
    if (AS_TYPED.has(name)) this.#asTyped = Math.max(0, this.#asTyped - 1)
    if (BLOCKS.has(name)) this.#add({ is: 'line', always: false })
    if (name === 'ul' || name === 'ol') this.#lists.pop()
    if (name === 'blockquote' && this.#blockquotes.pop() !== undefined) this.#quoted -= 1
    if (name === 'a') this.#linkEnds()
    if (name === 'span' || name === 'at') this.#spanEnds()
  }

  /** What was never closed ends here. */
  ends(): ReadHtml {
    while (this.#spans.length > 0) this.#spanEnds()
    this.#linkEnds()
    // What is not shown and never ends: then nobody knows where it does, and it is kept.
    if (this.#cover) this.#unseen.length = this.#cover.unseen
    const { quotes, pictures, emoji, recordings, extensions } = this
    // A quote without an end: then nobody knows whose words these are, and they are kept.
    const never = this.#blockquotes.find((from) => from !== undefined) ?? Number.POSITIVE_INFINITY
    const pieces = this.pieces.map((piece, at) => (at >= never ? { ...piece, quoted: false } : piece))
    const seen = { unseen: this.#unseen, reactions: this.#reactions }
    return { pieces, ...seen, quotes, pictures, emoji, recordings, extensions }
  }

  #add(piece: Piece extends infer P ? (P extends Piece ? Omit<P, 'quoted'> : never) : never): void {
    if (this.#hidden === 0) this.pieces.push({ ...piece, quoted: this.#quoted > 0 })
  }

  #notSeen(text: string): void {
    const shown = text.trim()
    if (shown !== '' && this.#quoted === 0 && this.#unseen.length < MOST_UNSEEN) this.#unseen.push(shown)
  }

  #blockquote(reply: boolean): void {
    this.#blockquotes.push(reply ? this.pieces.length : undefined)
    if (!reply) return
    this.#quoted += 1
    this.quotes = true
  }

  #recording(): void {
    if (this.#quoted === 0) this.recordings += 1
  }

  #item(): void {
    const list = this.#lists.at(-1)
    const indent = '  '.repeat(Math.min(Math.max(0, this.#lists.length - 1), DEEPEST_INDENT))
    if (list?.items !== undefined) list.items += 1
    const sign = list?.items === undefined || Number.isNaN(list.items) ? '-' : `${list.items}.`
    this.#add({ is: 'bullet', text: `${indent}${sign} ` })
  }

  #span(name: string, of: ReadonlyMap<string, string>): void {
    const type = of.get('itemtype') ?? ''
    if (/InputExtension$/i.test(type) && this.#quoted === 0) this.extensions += 1
    const isMention = name === 'at' || /\/mention\b/i.test(type)
    // A mention in a mention is none: the outer one has the name.
    const mention =
      isMention && !this.#mention ? { at: of.get('itemid') ?? of.get('id') ?? '', name: '' } : undefined
    this.#spans.push(mention)
    if (mention) this.#mention = mention
  }

  #spanEnds(): void {
    const mention = this.#spans.pop()
    if (!mention) return
    this.#mention = undefined
    this.#add({ is: 'mention', ...mention })
  }

  #linkEnds(): void {
    const link = this.#link
    this.#link = undefined
    if (!link || !FOLLOWED.test(link.href)) return
    const href = link.href.trim().slice(0, MOST_ADDRESS)
    if (!holds(bareAddress(link.title), bareAddress(href))) this.#add({ is: 'address', href })
  }

  #picture(name: string, of: ReadonlyMap<string, string>): void {
    if (this.#quoted > 0 || this.#cover) return
    const src = of.get('src') ?? ''
    if (isReaction(of)) {
      if (this.#reactions.length < MOST_UNSEEN) this.#reactions.push(src)
      this.#notSeen(of.get('alt') ?? '')
      return
    }
    const isEmoji = name !== 'img' || /emoji$/i.test(of.get('itemtype') ?? '') || isEmojiAddress(src)
    if (!isEmoji) {
      this.pictures += 1
      return
    }
    this.emoji += name === 'img' ? 1 : 0
    const text = of.get('alt') ?? ''
    if (text !== '') this.#add({ is: 'emoji', text })
  }
}

/** An address as people write it: without its protocol, "www." and what closes it. */
const bareAddress = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')

/** Reads HTML. Never throws; time grows with its length. */
export function readHtml(html: string): ReadHtml {
  const reader = new Reader()
  let done = 0
  let name = ''
  let attribute = ''
  let value = ''
  const of = new Map<string, string>()
  const opened = (end: number) => {
    reader.opens(name, of)
    of.clear()
    done = end + 1
  }
  const character = (codePoint: number) => {
    const text = String.fromCodePoint(codePoint)
    return text === '\u00a0' ? ' ' : text
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end)
      },
      onattribentity: (codePoint) => {
        value += character(codePoint)
      },
      onattribend: () => {
        if (!of.has(attribute)) of.set(attribute, value)
      },
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        reader.closes(html.slice(start, end).toLowerCase().trim())
        done = end + 1
      },
      ontext: (start, end) => {
        reader.words(html.slice(start, end))
        done = end
      },
      ontextentity: (codePoint, end) => {
        reader.words(character(codePoint))
        done = end
      },
      oncdata: (start, end) => {
        reader.words(html.slice(start, end))
        done = end + 3
      },
      oncomment: (_start, end) => {
        done = end + 1
      },
      ondeclaration: (_start, end) => {
        done = end + 1
      },
      onprocessinginstruction: (_start, end) => {
        done = end + 1
      },
      onend: () => undefined,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  // A tag that never ended may be words with a "<" in them: nothing is lost over it.
  const rest = html.slice(done)
  if (/[\p{L}\p{N}<]/u.test(rest)) reader.words(rest)
  return reader.ends()
}
