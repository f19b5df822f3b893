/** A message in a person's own chat with the bot: a code, a cry for help, a typed button, or words. */
import { normalForm } from '../../services/privacy/flatten.ts'
import { readCode } from '../../services/vault/code.ts'
import { welcome } from './draftView.ts'
import { takeWords, wordsIn } from './intake.ts'
import { ordinary } from './ordinary.ts'
import type { ParsedCommand } from './parseCommand.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { withCode } from './returnWithCode.ts'
import { sayText, wordsOf } from './say.ts'
import { takenBackIn } from './takenBack.ts'
import { command, commandOfOne } from './typedCommands.ts'
import { inTypedLanguage } from './typedLanguage.ts'

/** "Help", and nothing else, with what stands behind it. */
const CRY = /^[^\p{L}\p{N}]*(?:help me|help|hulp)([^\p{L}\p{N}]*)$/iu

/** Is it a cry for help and nothing else? Called out it is danger; else it may be a question to the bot. */
export function cryIn(text: string): 'calledOut' | 'said' | undefined {
  const behind = CRY.exec(text)?.[1]
  if (behind === undefined) return undefined
  return behind.includes('!') ? 'calledOut' : 'said'
}

/** One question first, whether there is danger; then what the bot can do. */
const askDanger = async (state: ReporterTurn): Promise<ReporterTurn> =>
  welcome(await sayText(state, wordsOf(state).chat.dangerAsked))

/** Carries out a message: what was typed as a button, or else the words. @throws StoreUnavailable */
export async function message(read: ReporterTurn, parsed: ParsedCommand): Promise<ReporterTurn> {
  const state = inTypedLanguage(read)
  const { turn } = state
  const code = readCode(turn.text)
  if (code) return withCode(state, code)
  const words = wordsIn(turn)
  const cry = cryIn(normalForm(turn.text))
  if (cry === 'calledOut') return takeWords(state, { ...words, danger: true })
  if (cry === 'said') return askDanger(state)
  const done =
    turn.attachments === 0
      ? ((await typed(state, parsed)) ?? (parsed.word ? undefined : await ordinary(state, words)))
      : undefined
  // The word for "now danger", with no draft to choose it for, is the first word of danger.
  if (done) return done
  if (parsed.word === 'acute') return takeWords(state, { ...words, danger: true })
  return (await takenBackIn(state, words)) ?? takeWords(state, words)
}

/** What was typed as a button. Undefined: these are just words. */
async function typed(state: ReporterTurn, parsed: ParsedCommand): Promise<ReporterTurn | undefined> {
  if (parsed.reference !== undefined) return commandOfOne(state, parsed.word, parsed.reference)
  return parsed.word && command(state, parsed.word)
}
