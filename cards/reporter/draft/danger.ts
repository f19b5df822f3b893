/** 112 first (A054). Shown before anything is asked; nothing of what was written is on it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import {
  button,
  type Element,
  emergencyNumber,
  heading,
  lines,
  namesOf,
  type Readers,
  say,
  urgent,
} from '../elements.ts'

type DangerCard = Readers & {
  about: SignalId
  /** It belongs to what was sent already; otherwise it is a draft, and only a contentless alarm went out. */
  sent: boolean
  said?: 'yes' | 'no' | 'takenBack'
  /** Where nobody of the reporting point can be reached: its telephone number. */
  nobody?: string | undefined
  language: Language
}

/** The 112 block, and after a press what was said. */
export function dangerCard(it: DangerCard): IAdaptiveCard {
  const { about, accountable, deputy, sent, said, nobody, language } = it
  const { danger } = texts(language).reporter
  const names = plain(namesOf({ accountable, deputy }, 'and', language))
  const noDanger = button(danger.noDanger, packReporter('noDanger', { about }))
  const stillToSend = sent ? [] : [say(danger.stillToSend)]
  switch (said) {
    case 'yes': {
      const body: Element[] = [
        ...emergencyNumber(danger.call),
        heading(danger.yes.title),
        say(danger.yes.text),
        ...stillToSend,
      ]
      return urgent(language, `${danger.yes.title} ${danger.yes.text}`, body, [noDanger])
    }
    case 'no': {
      const body: Element[] = [
        block(emergencyNumber(danger.call), danger.no.title, danger.no.advice),
        say(danger.safe, { weight: 'Bolder' }),
        ...stillToSend,
      ]
      return urgent(language, `${danger.no.title} ${danger.no.advice.join(' ')}`, body, [noDanger])
    }
    case 'takenBack': {
      const weighs = sent ? [danger.takenBack.weighs(plain(accountable.name))] : []
      const body: Element[] = [
        heading(danger.takenBack.title),
        ...lines([danger.takenBack.text(names), ...weighs]),
        ...stillToSend,
      ]
      return urgent(language, danger.takenBack.title, body)
    }
    case undefined: {
      const body: Element[] = [
        block(emergencyNumber(danger.call), danger.title, [danger.silent, danger.safe]),
        ...lines([nobody ? danger.nobody(nobody) : danger.alarm(names), sent ? danger.sent : danger.notSent]),
        say(danger.question, { weight: 'Bolder' }),
      ]
      return urgent(language, `${danger.title} ${danger.silent} ${danger.safe}`, body, [
        button(danger.called, packReporter('said112', { about, called112: 'yes' })),
        button(danger.cannot, packReporter('said112', { about, called112: 'no' })),
        noDanger,
      ])
    }
    default:
      return said satisfies never
  }
}

/** What stands in the red block: the number, what to do as a heading, and how. */
const block = (number: Element[], title: string, how: readonly string[]): Element => ({
  type: 'Container',
  style: 'attention',
  bleed: true,
  items: [...number, heading(title), ...how.map((each) => say(each, { spacing: 'Small' }))],
})
