/** Typing works as well as buttons, also where a button stands on the card of one signal: "intrekken S-2026-0002". */
import { commandOf } from '../../cards/texts/commands.ts'
import type { CommandWord } from '../../cards/texts/commandWords.ts'

/** A typed command, and the reference in it. Neither is there when it is a story. */
export type ParsedCommand = { word: CommandWord | undefined; reference?: string }

const REFERENCE = /\bs-(\d{4})-(\d{4,})\b/giu

/** Commands that are about one signal. */
const OF_ONE: ReadonlySet<CommandWord> = new Set([
  'addTo',
  'withdraw',
  'withdrawSure',
  'placeHere',
  'talk',
  'dontKnow',
  'callMe',
  'enough',
  'keep',
  'later',
])

/** Reads a typed text. */
export function parseCommand(text: string): ParsedCommand {
  const word = commandOf(text)
  if (word) return { word }
  const [only, ...more] = text.matchAll(REFERENCE)
  if (!only || more.length > 0) return { word: undefined }
  const reference = `S-${only[1]}-${only[2]}`
  const rest = text.replace(REFERENCE, ' ')
  if (rest.trim() === '') return { word: undefined, reference }
  const of = commandOf(rest)
  return of && OF_ONE.has(of) ? { word: of, reference } : { word: undefined }
}
