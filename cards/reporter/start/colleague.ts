/** About a colleague, or about a person who reads here: another door, and nothing of it is stored (domain 0.14). */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { alert, card, type Element, heading, say } from '../elements.ts'

export const HOUSE = 'https://www.huisvoorklokkenluiders.nl'

type Colleague = { municipality: Municipality; language: Language }

/** Refers to the integrity contact. */
export function colleagueCard({ municipality, language }: Colleague): IAdaptiveCard {
  const { colleague } = texts(language).reporter
  const { integrity } = municipality
  return {
    ...card(language, `${colleague.title}. ${colleague.lead} ${integrity.phone}`, [
      alert(colleague.danger),
      heading(colleague.title),
      say(colleague.lead),
      contactBox(municipality, language),
      say(colleague.stored),
      say(colleague.outside),
    ]),
    actions: [{ type: 'Action.OpenUrl', title: colleague.outsideLink, url: HOUSE }],
  }
}

/** Whom to go to about a colleague. */
export function contactBox({ integrity }: Municipality, language: Language): Element {
  const { colleague } = texts(language).reporter
  const contact = colleague.contact({ name: plain(integrity.name), title: plain(integrity.title[language]) })
  return {
    type: 'Container',
    style: 'emphasis',
    items: [
      say(contact, { weight: 'Bolder' }),
      say(integrity.phone, { spacing: 'Small' }),
      say(plain(integrity.email), { spacing: 'Small' }),
    ],
  }
}
