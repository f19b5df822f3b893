/** One sentence as a card, for a dialog: Teams shows a bare message in a dialog as an empty window, or not at all. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Language } from '../services/words.ts'
import { announced, urgent } from './reporter/elements.ts'

/** Our own words, never a person's; paragraphs are parted by an empty line. Needs no more than version 1.2. */
export function sentenceCard({ text, language }: { text: string; language: Language }): IAdaptiveCard {
  return urgent(language, text, announced(text))
}
