/** The bot answers in the language that is typed, where the person chose none (A017). */
import { type ReporterTurn, readerLanguage } from './reporterTurn.ts'
import { readText } from './understood.ts'

/** Fewer words than this say too little of a language. */
const LEAST_WORDS = 4

/** Code and markup are no language of people. */
const MARKUP = /[<>{}]/

/** The turn, in the language of what was typed in it. */
export function inTypedLanguage(state: ReporterTurn): ReporterTurn {
  if (state.kept.chat.language !== undefined) return state
  const { text } = state.turn
  if (MARKUP.test(text)) return state
  if (text.split(/\s+/, LEAST_WORDS).filter((word) => word !== '').length < LEAST_WORDS) return state
  const { code, sure } = readText(state, text).language
  return sure !== 'doubt' && (code === 'nl' || code === 'en') ? { ...state, language: code } : state
}

/** Is it another language than that of before? Then the chat remembers it. */
export function spokeOtherwise({ app, turn, kept, language }: ReporterTurn): boolean {
  const { language: chosen, typed } = kept.chat
  return chosen === undefined && language !== readerLanguage(app, turn, typed)
}
