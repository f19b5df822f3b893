/** 112 first (A054). Shown before anything is asked; nothing of what was written is on it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Needs } from '../../../services/draft/chat.ts'
import type { Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import {
  button,
  type Element,
  emergencyNumber,
  heading,
  inTheirs,
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
  /** Whose danger it is, where the words say so. */
  who?: Needs | undefined
  /** "Call 112 now" in the language of the writer, where the bot does not speak it. */
  theirs?: string | undefined
  /** Where nobody of the reporting point can be reached: its telephone number. */
  nobody?: string | undefined
  language: Language
}

/** The 112 block, and after a press what was said. */
export function dangerCard(it: DangerCard): IAdaptiveCard {
  const { about, accountable, deputy, sent, said, nobody, who, theirs, language } = it
  const { danger } = texts(language).reporter
  const names = plain(namesOf({ accountable, deputy }, 'and', language))
  const noDanger = button(danger.noDanger, packReporter('noDanger', { about }))
  const name = nobody ? danger.point : plain(accountable.name)
  const { safe, lines: fits } = fitting(who, language)
  const stillToSend = sent ? [] : [say(danger.stillToSend(name))]
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
        say(safe, { weight: 'Bolder' }),
        ...lines(fits),
        ...stillToSend,
      ]
      return urgent(language, `${danger.no.title} ${danger.no.advice.join(' ')}`, body, [noDanger])
    }
    case 'takenBack': {
      const weighs = sent ? [danger.takenBack.weighs(name)] : []
      const body: Element[] = [
        heading(danger.takenBack.title),
        ...lines([danger.takenBack.text(names), ...weighs]),
        ...stillToSend,
      ]
      return urgent(language, danger.takenBack.title, body, [
        button(danger.takenBack.after, packReporter('dangerNow', { about })),
      ])
    }
    case undefined: {
      const body: Element[] = [
        ...inTheirs(theirs),
        block(emergencyNumber(danger.call), danger.title, [danger.silent, safe]),
        ...lines(fits),
        ...lines([
          nobody ? danger.nobody(nobody) : danger.alarm(names),
          sent ? danger.sent : danger.notSent(name),
        ]),
        say(danger.question, { weight: 'Bolder' }),
      ]
      return urgent(language, `${theirs ? `${theirs} ` : ''}${danger.title} ${danger.silent} ${safe}`, body, [
        button(danger.called, packReporter('said112', { about, called112: 'yes' })),
        button(danger.cannot, packReporter('said112', { about, called112: 'no' })),
        noDanger,
      ])
    }
    default:
      return said satisfies never
  }
}

/** What to do first, and whom else to call, by whose danger it is. */
function fitting(who: Needs | undefined, language: Language): { safe: string; lines: readonly string[] } {
  const { danger } = texts(language).reporter
  switch (who) {
    case 'writer':
    case 'otherSelfHarm':
      return danger[who]
    case 'writerSelfHarm':
      return { safe: danger.need.somebody, lines: [danger.need.number] }
    case 'somebody':
    case undefined:
      return { safe: danger.safe, lines: [] }
    default:
      return who satisfies never
  }
}

/** What stands in the red block: the number, what to do as a heading, and how. */
const block = (number: Element[], title: string, how: readonly string[]): Element => ({
  type: 'Container',
  style: 'attention',
  bleed: true,
  items: [...number, heading(title), ...how.map((each) => say(each, { spacing: 'Small' }))],
})
