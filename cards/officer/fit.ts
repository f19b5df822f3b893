/** Makes what people wrote fit on a card, however much it is, and says what is left out. */
import type { CardElement } from '@microsoft/teams.cards'
import type { Language } from '../../services/words.ts'
import { excerpt, plain } from '../plain.ts'
import { bytesOf } from '../size.ts'
import { texts } from '../texts/index.ts'
import { small, text } from './elements.ts'

/**
 * One piece of text with a line above it that says what it is. `head` is ours, `text` is what people
 * wrote.
 */
export type Piece = { head: string; text: string; after?: CardElement[] }

/** How much room a list gets: pieces and bytes (`size.ts`); and how many of the first pieces stay in any case. */
export type Room = { pieces: number; bytes: number; first: number }

/**
 * What a text costs on the card, escaped and all; never less than its length, so that a text longer than
 * the room is not even escaped: nobody waits for what is not shown.
 */
const cost = (written: string, room: number): number =>
  written.length > room ? room + 1 : Math.max(written.length, bytesOf(plain(written)))

/**
 * Divides the room: a text that needs less than an equal part gets what it needs, and the rest is divided again.
 * @returns the most that each may take.
 */
export function shares(needs: readonly number[], room: number): number[] {
  const given = needs.map(() => 0)
  let left = room
  const waiting = needs.map((need, at) => ({ need, at })).sort((a, b) => a.need - b.need)
  for (const [done, { need, at }] of waiting.entries()) {
    const part = Math.min(need, Math.floor(left / (waiting.length - done)))
    given[at] = part
    left -= part
  }
  return given
}

/**
 * The most that each of several texts may take so that together they stay within the room: what the longest gets. Those
 * that need less get all they need.
 */
export const mostEach = (written: readonly string[], room: number): number =>
  Math.max(
    0,
    ...shares(
      written.map((each) => cost(each, room)),
      room,
    ),
  )

/** The longest beginning that costs no more than this. */
function beginning(written: string, most: number): string {
  let enough = 0
  let tooMuch = Math.min(written.length, most) + 1
  while (tooMuch - enough > 1) {
    const middle = Math.floor((enough + tooMuch) / 2)
    if (cost(excerpt(written, middle).shown, most) <= most) enough = middle
    else tooMuch = middle
  }
  return excerpt(written, enough).shown
}

/**
 * One text as it was written, cut when it costs more than `most`; then it says how much of it stands here.
 */
export function fitted(written: string, most: number, language: Language): CardElement[] {
  const { dossier: t } = texts(language).officer
  if (written.trim() === '') return []
  const whole = (all: string): CardElement[] =>
    plain(all) === '' ? [] : [text(plain(all), { spacing: 'Small' })]
  if (cost(written, most) <= most) return whole(written)
  const shown = beginning(written, most)
  const number = (count: number) => count.toLocaleString(language)
  return [...whole(shown), small(t.cut(number(shown.length), number(written.length)), { weight: 'Bolder' })]
}

/** Does one text fit in so many bytes? */
export const fitsIn = (written: string, most: number): boolean => cost(written, most) <= most

/** Does all of it fit? */
export function fits(pieces: readonly Piece[], room: Room): boolean {
  return (
    pieces.length <= room.pieces &&
    pieces.reduce((sum, piece) => sum + cost(piece.text, room.bytes), 0) <= room.bytes
  )
}

/**
 * A list of pieces within its room: the first ones, the latest ones, and in between how many are not
 * shown.
 */
export function listed(pieces: readonly Piece[], room: Room, language: Language): CardElement[] {
  const { dossier: t } = texts(language).officer
  const tooMany = pieces.length > room.pieces
  const early = tooMany ? pieces.slice(0, room.first) : pieces
  const late = tooMany ? pieces.slice(pieces.length - (room.pieces - room.first)) : []
  const shown = [...early, ...late]
  const given = shares(
    shown.map((piece) => cost(piece.text, room.bytes)),
    room.bytes,
  )
  const elements = shown.map((piece, at) => [
    small(piece.head, { spacing: 'Medium' }),
    ...fitted(piece.text, given[at] ?? 0, language),
    ...(piece.after ?? []),
  ])
  const out = pieces.length - shown.length
  const gap =
    out > 0 ? [small(t.leftOut(out.toLocaleString(language)), { spacing: 'Medium', weight: 'Bolder' })] : []
  return [...elements.slice(0, early.length).flat(), ...gap, ...elements.slice(early.length).flat()]
}

/**
 * Everything, as pages of at most `most` UTF-16 units: no piece is left out; one that is too long for a page goes on
 * on the next, under its own head. A unit is at most eight bytes on a card (`plain`), so a page of 7,000 fits.
 */
export function paged(pieces: readonly Piece[], most: number): Piece[][] {
  const pages: Piece[][] = [[]]
  let left = most
  for (const piece of pieces) {
    let rest = piece.text
    do {
      if (left < LEAST + piece.head.length) {
        pages.push([])
        left = most
      }
      const { shown } = excerpt(rest, left - HEAD - piece.head.length)
      rest = rest.slice(shown.length)
      pages.at(-1)?.push({ ...piece, text: shown, after: rest === '' ? (piece.after ?? []) : [] })
      left -= shown.length + piece.head.length + HEAD
    } while (rest !== '')
  }
  return pages
}

/** What a piece costs besides its text: the elements around it. */
const HEAD = 100
/** A page is not begun for less than this. */
const LEAST = 500
