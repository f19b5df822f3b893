/** After a call: whether it came to somebody, and in short what was said. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { Reached } from '../../../services/signal/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, MOST_REASON, submit } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

/** The note of one call. */
export function calledCard(it: PageOf<{ reached: Reached; text: string }>): IAdaptiveCard {
  const { language, values } = it
  const t = texts(language).officer.follow.called
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'reached',
        label: t.reached,
        missing: t.reachedMissing,
        choices: Reached.options.map((each) => [each, t.choices[each]]),
        value: values?.reached,
      }),
      area({ id: 'text', label: t.text, hint: t.hint, most: MOST_REASON, value: values?.text, language }),
    ],
    send: submit(t.send, packOfficer<'called', 'reached' | 'text'>('called', onCase(it)), {
      style: 'positive',
    }),
  })
}
