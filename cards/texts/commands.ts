/** Typing works as well as buttons: the words that mean a command, in both languages at once. */
import { normalForm } from '../../services/privacy/flatten.ts'
import type { CommandWord } from './commandWords.ts'
import { shared as en } from './en/shared.ts'
import { shared as nl } from './nl/shared.ts'

/** Case, accents, punctuation, emoji, what cannot be seen and extra spaces do not matter. */
const bare = (text: string): string =>
  normalForm(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isCommand = (word: string): word is CommandWord => word in nl.commands

const meanings = new Map<string, CommandWord>()
for (const commands of [nl.commands, en.commands]) {
  for (const [command, words] of Object.entries(commands)) {
    if (isCommand(command)) for (const word of words) meanings.set(bare(word), command)
  }
}

/** No command is longer than this, so that a story is not even looked at. */
const MOST = 60
/** Nor is it longer than this with what cannot be seen, and with entities. */
const MOST_WRITTEN = 600

/** The command that these words mean; a sentence with such a word in it is a story, never a command. */
export function commandOf(text: string): CommandWord | undefined {
  if (text.length > MOST_WRITTEN) return undefined
  const said = bare(text)
  return said.length > MOST ? undefined : meanings.get(said)
}
