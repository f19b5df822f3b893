/**
 * Everything that comes in from a person goes through here before anything else looks at it: citizen service numbers
 * are taken out (I.8). What was taken out is known for the turn, and a short while in memory so that a wrong one can be
 * put back; it cannot be turned into text, so it cannot be stored or logged by accident.
 */
import { inspect } from 'node:util'
import { type Keys, keyedHash } from '../../vault/seal.ts'
import type { Language, MunicipalityId } from '../../words.ts'
import { BSN_MARKS, digitsIn, maskBsn } from './find.ts'
import { inPlaceOf, marksIn } from './marks.ts'

/** A number that was taken out of a text. */
export class HiddenNumber {
  readonly #was: string
  constructor(was: string) {
    this.#was = was
  }
  /** The text with this number in the place of its n-th mark: only when the person says that it is no BSN. */
  into(text: string, nth: number): string {
    return inPlaceOf(text, nth, this.#was)
  }
  /** The same number, however it was written? */
  is(other: HiddenNumber): boolean {
    return digitsIn(this.#was) === digitsIn(other.#was)
  }
  /** Which number this is, within one draft or case, for whoever has the key; a number that is no BSN may be known so. */
  hash(keys: Pick<Keys, 'chat'>, municipality: MunicipalityId, within: string): string {
    return keyedHash(keys.chat, 'notBsn', municipality, within, digitsIn(this.#was)).slice(0, 32)
  }
  toString(): string {
    return '[number]'
  }
  toJSON(): string {
    return '[number]'
  }
  [inspect.custom](): string {
    return '[number]'
  }
}

/** One for each mark in a text, in order; undefined where the number is not known (any more), or never was one. */
export type Slots = readonly (HiddenNumber | undefined)[]

/** A text in which the numbers are marks, and what they were. */
export type Masked = { readonly text: string; readonly hidden: Slots }

/** An id of ours, or a keyed hash: never words. */
const ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*[a-f])[0-9a-f]{32})$/i

/** Takes the numbers out of one text. */
export function hide(text: string, language: Language): Masked {
  if (ID.test(text)) return { text, hidden: [] }
  const masked = maskBsn(text, BSN_MARKS[language])
  if (masked.found.length === 0) return { text: masked.text, hidden: [] }
  const found = new Map(masked.found.map(({ at, was }) => [at, was]))
  return {
    text: masked.text,
    hidden: marksIn(masked.text).map(({ at }) => {
      const was = found.get(at)
      return was === undefined ? undefined : new HiddenNumber(was)
    }),
  }
}

/** What was taken out of an activity, by the path of the text. */
export type Hidden = ReadonlyMap<string, Slots>

/** How deep a card's data may be; nothing of ours is deeper than four. */
const DEEPEST = 20

/**
 * Takes the numbers out of every text in what a card sent, whatever the text is for; nothing deeper than any card of
 * ours is kept at all. Line ends are made one kind first.
 * @param hidden gets what was taken out, by its path: `form.reason`
 */
export function hideIn(
  value: unknown,
  language: Language,
  hidden: Map<string, Slots>,
  path = '',
  depth = 0,
): unknown {
  if (typeof value === 'string') {
    const masked = hide(value.replaceAll('\r\n', '\n'), language)
    if (masked.hidden.length > 0) hidden.set(path, masked.hidden)
    return masked.text
  }
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return undefined
  const within = (each: unknown, key: string) => hideIn(each, language, hidden, below(path, key), depth + 1)
  if (Array.isArray(value)) return value.map((each, at) => within(each, `${at}`))
  const entries = Object.entries(value).map(
    ([key, each]) => [hide(key, language).text, within(each, key)] as const,
  )
  return Object.fromEntries(entries)
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** Puts back the numbers of which `may` says so; the others stay marks. Goes along the text once. */
export function putBackIn(
  { text, hidden }: Masked,
  may: (number: HiddenNumber, nth: number) => boolean,
): Masked {
  const left: (HiddenNumber | undefined)[] = []
  const marks = hidden.length === 0 ? [] : marksIn(text)
  let result = ''
  let done = 0
  for (const [nth, number] of hidden.entries()) {
    const mark = marks[nth]
    if (!number || !may(number, nth)) left.push(number)
    else if (mark) {
      const end = mark.at + mark.length
      result += text.slice(done, mark.at) + number.into(text.slice(mark.at, end), 0)
      done = end
    }
  }
  return { text: result + text.slice(done), hidden: left }
}

/**
 * One slot for each mark of a text: those that came with it, and for marks that stood there before what is still known
 * of them, when it is clear which is which.
 */
export function slotsOf({ text, hidden }: Masked, known: Slots): Slots {
  const marks = marksIn(text).length
  const slots = hidden.length === marks ? hidden : Array.from({ length: marks }, () => undefined)
  if (slots.filter((slot) => slot === undefined).length !== known.length) return slots
  const before = known.values()
  return slots.map((slot) => slot ?? before.next().value)
}
