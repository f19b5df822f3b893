/** Typing works as well as buttons: the words that mean a command, in both languages at once. */
import { shared as en } from './en/shared.ts'
import { shared as nl } from './nl/shared.ts'

/** What a typed word can mean. Most are the verb of a button. */
export type CommandWord =
  | 'welcome'
  | 'report'
  | 'consult'
  | 'how'
  | 'colleague'
  | 'mine'
  | 'addTo'
  | 'withdraw'
  | 'withdrawSure'
  | 'send'
  | 'discard'
  | 'continue'
  | 'form'
  | 'toSignal'
  | 'toConsultation'
  | 'placeHere'
  | 'placeNew'
  | 'dutch'
  | 'english'
  | 'worklist'
  | 'talk'
  | 'dontKnow'
  | 'callMe'
  | 'called112'
  | 'cannotCall112'
  | 'noDanger'
  | 'confidential'
  | 'unknown'
  | 'anonymous'
  | 'sure'
  | 'suspicion'
  | 'gut'
  | 'acute'
  | 'high'
  | 'normal'
  | 'soft'
  | 'enough'
  | 'keep'
  | 'later'

/** The words of one language, per command. */
export type CommandWords = Record<CommandWord, readonly string[]>

/** Case, punctuation, emoji and extra spaces do not matter. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
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

/** The command that these words mean; a sentence with such a word in it is a story, never a command. */
export function commandOf(text: string): CommandWord | undefined {
  const trimmed = text.trim()
  return trimmed.length > MOST ? undefined : meanings.get(bare(trimmed))
}
