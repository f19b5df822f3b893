/** One question: for which municipality, where several have their reporting point in one organisation. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { bareButton, buttons, card, emergencyLine, heading, say } from '../elements.ts'

/** What was typed before the question, and by which name Teams knows that message. */
export type TypedBefore = { text: string; said: string | undefined }

type Question = {
  among: readonly Pick<Municipality, 'id' | 'name'>[]
  typed: TypedBefore | undefined
  language: Language
}

/** As many buttons as Teams shows in one row. */
const IN_A_ROW = 6
/** Every button carries what was typed; together they stay well under what a card may be (28 KB). */
const MOST_CARRIED = 9_000

/** May this text go along on the question? Longer ones are remembered for a while, and not on the card. */
export const isCarried = (text: string, choices: number): boolean =>
  Buffer.byteLength(JSON.stringify(text)) * choices <= MOST_CARRIED

/** The question, with a button for each. */
export function municipalityCard({ among, typed, language }: Question): IAdaptiveCard {
  const { municipality } = texts(language).reporter
  const carried = typed && isCarried(typed.text, among.length) ? typed : undefined
  const choices = among.map(({ id, name }) =>
    bareButton(
      name,
      packReporter('municipality', { choice: id, typed: carried?.text ?? '', said: carried?.said }),
    ),
  )
  const rows = Array.from({ length: Math.ceil(choices.length / IN_A_ROW) }, (_, row) =>
    buttons(...choices.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW)),
  )
  return card(language, municipality.question, [
    heading(municipality.question),
    emergencyLine(language),
    say(municipality.why),
    ...(typed ? [say(municipality.held)] : []),
    ...rows,
  ])
}
