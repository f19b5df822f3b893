/**
 * The one way from a message as Teams packs it to what a person said in it. Teams sends the same words twice, as text and
 * as HTML, and each has what the other leaves out: the text its line ends, the HTML the addresses of links, emoji, lists,
 * and which words are those of a message that was answered to. Neither is believed alone (docs/decisions/incoming.md).
 */
import { withoutEntities } from '../../services/privacy/entities.ts'
import { normalForm } from '../../services/privacy/flatten.ts'
import { impossible } from '../../services/words.ts'
import { alongWith, type Files } from './files.ts'
import { holds } from './holds.ts'
import { type Piece, type ReadHtml, readHtml } from './html.ts'
import { type Bot, type Mentions, mentionedAs, mentionsOf, withoutMentions } from './mentions.ts'

export type { Files } from './files.ts'

/** A message as it came in. */
export type Message = {
  text: string
  /** `xml`: the text itself is HTML. */
  textFormat?: string | undefined
  attachments: readonly unknown[]
  entities: readonly unknown[]
  bot: Bot
  /** It is a message of before that was changed: where its HTML says something else, that may still be what it was. */
  changed?: boolean
}

/** What was said: the person's own words, and what came along that is not taken. */
export type Said = { text: string; files: Files }

/** Longer than any body that is let in can hold; what comes after is not looked at. */
const MOST = 400_000

/** A longer text is more than is kept of one message, and is taken as it is. */
const MOST_COMPARED = 60_000

/** More links than anybody puts into one message. */
const MOST_ADDRESSES = 100

/** Stands in the text for the message that was answered to. */
const QUOTED = /<quoted(?: [^<>]{0,400})?\/?>(?:<\/quoted>)?/gi

type Show = { quotes?: boolean; added?: boolean; emoji?: boolean }

/** One text, line by line. What was added is never looked through again: time grows with its length. */
class Lines {
  readonly #lines: string[] = []
  #line: string[] = []
  #cells = 0
  /** Something stands in this line that can be seen. */
  #begun = false
  /** Space here is layout: at the beginning of a line or a cell. */
  #layout = true

  /** Words with their space as HTML has it: one space, and none where it is layout. */
  words(text: string): void {
    const shown = text.replace(/[ \t\r\n\f]+/g, ' ')
    this.asTyped(this.#layout && shown.startsWith(' ') ? shown.slice(1) : shown)
  }
  asTyped(text: string): void {
    if (text === '') return
    this.#line.push(text)
    this.#layout = false
    this.#begun ||= text.trim() !== ''
  }
  cell(): void {
    if (this.#cells > 0) this.#line.push('\t')
    this.#cells += 1
    this.#layout = true
  }
  get begun(): boolean {
    return this.#begun
  }
  end(): void {
    this.#lines.push(this.#line.join('').replaceAll(' \t', '\t').trimEnd())
    this.#line = []
    this.#cells = 0
    this.#begun = false
    this.#layout = true
  }
  text(): string {
    this.end()
    return this.#lines.join('\n').trim()
  }
}

/** The pieces as text. `added`: with what people do not type: signs of lists, addresses of links. */
function rendered(pieces: readonly Piece[], mentions: Mentions, show: Show): string {
  const lines = new Lines()
  for (const piece of pieces) {
    if (piece.quoted && show.quotes !== true) continue
    switch (piece.is) {
      case 'words':
        if (!piece.asTyped) lines.words(piece.text)
        else
          for (const [at, line] of piece.text.split(/\r?\n/).entries()) {
            if (at > 0) lines.end()
            lines.asTyped(line)
          }
        break
      case 'line':
        if (piece.always || lines.begun) lines.end()
        break
      case 'cell':
        lines.cell()
        break
      case 'bullet':
        if (show.added) lines.asTyped(piece.text)
        break
      case 'emoji':
        if (show.emoji) lines.words(piece.text)
        break
      case 'mention':
        lines.words(mentionedAs(mentions, piece.at, piece.name))
        break
      case 'address':
        if (show.added) lines.words(lines.begun ? ` (${piece.href})` : piece.href)
        break
      default:
        return impossible(piece)
    }
  }
  return lines.text()
}

/** Letters and digits only: two texts that differ in layout alone are the same here. */
const bare = (text: string): string => normalForm(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** What the HTML has that the text does not. */
const HAS_MORE: ReadonlySet<Piece['is']> = new Set(['emoji', 'address', 'bullet', 'cell'])
const hasMore = ({ pieces }: ReadHtml): boolean =>
  pieces.some((piece) => !piece.quoted && (HAS_MORE.has(piece.is) || (piece.is === 'words' && piece.asTyped)))

/** Without what was quoted, where the text begins with it. */
function afterQuotes(text: string, quotes: readonly string[]): string {
  for (const quote of quotes) {
    const shown = withoutEntities(quote).trim()
    if (shown !== '' && text.startsWith(shown)) return text.slice(shown.length).trim()
  }
  return text
}

/** The words of a message of which text and HTML are known, quoted words left out. */
function wordsOf(
  text: string,
  html: ReadHtml,
  mentions: Mentions,
  quotes: readonly string[],
  changed: boolean,
): string {
  const full = rendered(html.pieces, mentions, { added: true, emoji: true })
  const said = text.length > MOST_COMPARED ? undefined : bare(text)
  if (said === undefined) return afterQuotes(text, quotes)
  if (said === '') return full === '' ? text : full
  const plain = bare(rendered(html.pieces, mentions, {}))
  const same = (show: Show) => bare(rendered(html.pieces, mentions, show)) === said
  if (plain === said || same({ emoji: true }) || same({ added: true }) || same({ added: true, emoji: true }))
    return hasMore(html) ? full : text
  // What is not shown stands in the text too, before or behind the words.
  const unseen = bare(html.unseen.join(' '))
  if (unseen !== '' && (said === unseen + plain || said === plain + unseen)) return full
  if (html.quotes && (same({ quotes: true }) || same({ quotes: true, added: true }))) return full
  // The quoted words before the own ones, as clients that know no quotes send them.
  if (plain !== '' && said.endsWith(plain) && quotes.some((each) => said.startsWith(bare(each)))) return full
  if (changed) return afterQuotes(text, quotes)
  if (holds(plain, said)) return full
  const addresses = html.pieces.flatMap((piece) =>
    piece.is === 'address' && !piece.quoted ? piece.href : [],
  )
  const own = afterQuotes(text, quotes)
  if (holds(said, plain))
    return [own, ...addresses.slice(0, MOST_ADDRESSES).filter((href) => !holds(own, href))].join('\n').trim()
  // Each says something that the other does not: nothing is lost.
  return `${own}\n${full}`.trim()
}

const ADDRESS = /https?:\/\//i

/** What clients put into the text for something that it cannot hold, with or without HTML in which it is hidden. */
const ALWAYS_INSTEAD =
  /^(?:\[(?:cid|image|video|audio):[^\]\n]{0,300}\]|\(?(?:this message contains|dit bericht bevat) (?:unsupported|niet-ondersteunde) (?:content|inhoud)\)?\.?)$/i
/** The same, where a card or a component came along: else a person may have typed it. */
const INSTEAD_OF_CARD =
  /^(?:(?:adaptive |hero |thumbnail )?card|kaart|adaptieve kaart|loop[ -](?:component|onderdeel)|(?:[\p{L} .'-]{1,60} )?sent (?:an attachment|a card)|(?:[\p{L} .'-]{1,60} )?heeft een (?:bijlage|kaart) (?:gestuurd|verzonden))\.?$/iu

/** The text without the lines that stand for what is not shown or could not be expressed. */
function withoutStandIns(text: string, unseen: ReadonlySet<string>, beside: boolean): string {
  const isWords = (line: string): boolean => {
    const it = line.trim()
    if (it === '') return true
    return !unseen.has(bare(it)) && !ALWAYS_INSTEAD.test(it) && !(beside && INSTEAD_OF_CARD.test(it))
  }
  return text.split('\n').filter(isWords).join('\n').trim()
}

/** Reads a message: whose words, which files. Never throws; time grows with its length. */
export function readMessage(it: Message): Said {
  const mentions = mentionsOf(it.entities, it.bot)
  const along = alongWith(it.attachments)
  const isHtml = it.textFormat === 'xml' && /<\/?[a-z]/i.test(it.text)
  const html = readHtml([...along.html, ...(isHtml ? [it.text] : [])].join('\n').slice(0, MOST))
  const typed = isHtml ? '' : it.text.slice(0, MOST).replaceAll('\r\n', '\n')
  const own = withoutMentions(typed.replace(QUOTED, ''), mentions).trim()
  const quotes = [...along.quoted, ...previewsOf(it.entities)]
  const literal =
    html.pieces.length > 0 &&
    own.length <= MOST_COMPARED &&
    own.includes('&') &&
    bare(own) === bare(rendered(html.pieces, mentions, {}))
  // The HTML says whether an ampersand was typed as one.
  const readable = literal ? own : withoutEntities(own).trim()
  const unseen = new Set(html.unseen.map(bare).filter((each) => each !== ''))
  const text = withoutStandIns(readable, unseen, along.standIns > 0)
  const isAnswer = quotes.length > 0 || html.quotes
  const words =
    html.pieces.length > 0
      ? wordsOf(text, html, mentions, quotes, it.changed === true)
      : isAnswer
        ? afterQuotes(text, quotes)
        : text
  const all = [words, ...along.others].filter((each) => each !== '').join('\n')
  // Below words with a link a card is its preview; by itself it is what was shared.
  const cards = ADDRESS.test(all) ? [] : along.cards.map((each) => withoutEntities(each))
  const said = [all, ...cards].filter((each) => each.trim() !== '').join('\n')
  const isLeftOut = text !== readable || html.unseen.length > 0
  return { text: said, files: filesOf(along, html, said, isLeftOut) }
}

const previewsOf = (entities: readonly unknown[]): string[] =>
  entities.slice(0, 20).flatMap((entity) => {
    const reply = typeof entity === 'object' && entity !== null && Reflect.get(entity, 'quotedReply')
    const preview = typeof reply === 'object' && reply !== null && Reflect.get(reply, 'preview')
    return typeof preview === 'string' ? [preview] : []
  })

/**
 * What is counted. What was left out of the text and is no reaction is something that was sent. A voice message can come as nothing but the mark of
 * another app: empty, it is a recording.
 */
function filesOf(
  along: ReturnType<typeof alongWith>,
  html: ReadHtml,
  said: string,
  isLeftOut: boolean,
): Files {
  // Each picture in the HTML can come as an image too, an emoji also.
  const emoji = Math.max(0, html.emoji - along.emoji)
  const reactions = new Set(html.reactions)
  const picked = along.addresses.filter((each) => reactions.has(each)).length
  const pictures = Math.max(along.images - picked - emoji, html.pictures)
  const recordings = Math.max(along.recordings, html.recordings)
  const nothing = said === '' && pictures + recordings + along.documents === 0
  const unheard = nothing && html.extensions > 0 ? 1 : 0
  const counted = pictures + recordings + unheard + along.documents + html.reactions.length
  const documents = along.documents + (isLeftOut && counted === 0 && along.cards.length === 0 ? 1 : 0)
  return { pictures, recordings: recordings + unheard, documents }
}
