/** Changes the urgency, up or down, with a reason (C2). */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { Urgency } from '../../../services/signal/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { choose, reasonField, submit } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

/** Four urgencies with what each means, and the reason. */
export function urgencyCard(it: PageOf<{ urgency: Urgency; reason: string }>): IAdaptiveCard {
  const { record, language, values } = it
  const {
    forms: { urgency: t },
    words: { urgencies, urgencyMeans },
  } = texts(language).officer
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'urgency',
        label: t.which,
        missing: t.whichMissing,
        choices: Urgency.options.map((urgency) => [
          urgency,
          t.choice(urgencies[urgency], urgencyMeans[urgency]),
        ]),
        value: values?.urgency ?? record.urgency,
      }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(t.send, packOfficer<'setUrgency', 'urgency' | 'reason'>('setUrgency', onCase(it)), {
      style: 'positive',
    }),
  })
}
