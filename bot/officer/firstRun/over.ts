/** The first run, where nothing of it is left to do. */

import { sentenceCard } from '../../../cards/sentence.ts'
import { texts } from '../../../cards/texts/index.ts'
import type { OfficerTurn, View } from '../view.ts'

/** What an old card of it comes to. */
export function firstRunOver({ language }: OfficerTurn): View {
  const { firstRun: t } = texts(language).officer
  return { title: t.title, card: sentenceCard({ text: t.about.done, language }) }
}
