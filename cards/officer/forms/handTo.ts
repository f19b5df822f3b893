/** Hands a signal to a colleague, who is accountable from then on. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { receiversOf } from '../../../services/signal/reading/standing.ts'
import type { OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { choose, submit } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

/** The choice of the others of the reporting point. */
export function handToCard(it: PageOf<{ officer: OfficerId }>): IAdaptiveCard {
  const { record, municipality, language, values } = it
  const t = texts(language).officer.forms.handTo
  const others = receiversOf(record, municipality)
  const [first] = others
  if (!first) return form({ ...it, name: t.title, about: t.nobody, body: [] })
  const chosen =
    others.find((officer) => officer.id === values?.officer) ?? (others.length === 1 ? first : undefined)
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'officer',
        label: t.who,
        missing: t.missing,
        choices: others.map((officer) => [officer.id, t.choice(officer.name, officer.title[language])]),
        value: chosen?.id,
      }),
    ],
    send: submit(t.send, packOfficer<'handTo', 'officer'>('handTo', onCase(it)), { style: 'positive' }),
  })
}
