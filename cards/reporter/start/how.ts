/** The whole route in one card (A131, A132), with what people worry about one tap away (A043). */
import type { IAdaptiveCard, IContainer, IToggleVisibilityAction } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import {
  alert,
  bareButton,
  card,
  common,
  type Element,
  heading,
  lines,
  namesOf,
  type Readers,
  subheading,
  whoMayKnow,
} from '../elements.ts'

type How = Readers & { municipality: Municipality; language: Language }

/** How it works: the steps with their terms, what to do and what not, who sees what. */
export function howCard({ municipality, accountable, deputy, language }: How): IAdaptiveCard {
  const { button, how, welcome } = texts(language).reporter
  const name = plain(accountable.name)
  const names = plain(namesOf({ accountable, deputy }, 'or', language))
  const steps = [
    how.tell,
    how.reads(name),
    how.decides(name),
    how.outside[municipality.reportsOutsideAs](plain(municipality.name)),
    how.hears,
  ]
  const parts: [string, string, string[]][] = [
    [
      'who',
      how.who,
      [
        how.content(names),
        how.channel(plain(municipality.channel.name)),
        how.degrees,
        how.confidential(plain(whoMayKnow(municipality, language, accountable))),
        how.unknown,
        how.anonymous,
        how.teams,
      ],
    ],
    ['wrong', how.wrong, [how.wrongText(name)]],
    ['name', how.name, [how.nameText]],
  ]
  const body: Element[] = [
    alert(welcome.danger),
    heading(how.title),
    ...(municipality.point?.nobody ? lines([welcome.nobody(municipality.phone)]) : []),
    subheading(how.steps),
    ...lines(steps.map((step, at) => `${at + 1}\\. ${step}`)),
    subheading(how.now),
    ...lines(how.dos.map(bullet)),
    subheading(how.not),
    ...lines(how.donts.map(bullet)),
    { type: 'ActionSet', spacing: 'Medium', actions: parts.map(([id, title]) => toggle(id, title)) },
    ...parts.map(([id, title, text]) => part(id, title, text)),
  ]
  return card(language, `${how.title}. ${how.tell}`, body, [
    common.report(language),
    common.consult(language),
    bareButton(button.whatGoesWhere, packReporter('whatGoesWhere', {})),
  ])
}

const bullet = (text: string): string => `• ${text}`

function toggle(id: string, title: string): IToggleVisibilityAction {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] }
}

function part(id: string, title: string, text: string[]): IContainer {
  return {
    type: 'Container',
    id,
    isVisible: false,
    style: 'emphasis',
    items: [subheading(title), ...lines(text)],
  }
}
