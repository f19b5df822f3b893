/** Typing works as well as buttons, also where a button stands on the card of one signal: "withdraw S-2026-0002". */
import { commandOf } from '../../cards/texts/commands.ts'
import type { CommandWord } from '../../cards/texts/commandWords.ts'
import { normalForm } from '../../services/privacy/flatten.ts'

/** Commands that are about one signal. */
const OF_ONE = [
  'addTo',
  'withdraw',
  'withdrawSure',
  'placeHere',
  'placeAnswer',
  'talk',
  'notToHear',
  'toHear',
  'dontKnow',
  'callMe',
  'enough',
  'keep',
  'later',
] as const satisfies readonly CommandWord[]
export type CommandOfOne = (typeof OF_ONE)[number]

/** A typed command, and the reference in it. Neither is there when it is a story. */
export type ParsedCommand =
  | { word: CommandWord | undefined; reference?: undefined }
  | { word: CommandOfOne | undefined; reference: string }

/** Also with the hyphens of a word processor or a phone, which are one in the normal form, with spaces, or without. */
const REFERENCE = /\bs[ -]{0,3}(\d{4})[ -]{0,3}(\d{4,})\b/g
/** With what cannot be seen, and with entities; what is longer is a story. */
const MOST = 600

/** The only reference in a text, as we write it; undefined where there is none, or more than one. */
export function referenceIn(typedText: string): string | undefined {
  const [only, ...more] = normalForm(typedText.slice(0, MOST)).matchAll(REFERENCE)
  return only && more.length === 0 ? `S-${only[1]}-${only[2]}` : undefined
}

/** Reads a typed text. */
export function parseCommand(typedText: string): ParsedCommand {
  const word = commandOf(typedText)
  if (word) return { word }
  if (typedText.length > MOST) return { word: undefined }
  const text = normalForm(typedText)
  const [only, ...more] = text.matchAll(REFERENCE)
  if (!only || more.length > 0) return { word: undefined }
  const reference = `S-${only[1]}-${only[2]}`
  const rest = text.replace(REFERENCE, ' ')
  if (rest.trim() === '') return { word: undefined, reference }
  const typed = commandOf(rest)
  const ofOne = OF_ONE.find((each) => each === typed)
  return ofOne ? { word: ofOne, reference } : { word: undefined }
}
