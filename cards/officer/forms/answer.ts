/** What an organisation answered; silence is an answer too (A109, A110). */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Route } from '../../../services/signal/record.ts'
import { PartnerAnswer } from '../../../services/signal/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, MOST_FIELD, submit } from '../elements.ts'
import { partnerName } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'

/** Notes the answer of one route; what was noted before stands in it. */
export function answerCard(
  it: PageOf<{ what: PartnerAnswer; text: string }> & { route: Route },
): IAdaptiveCard {
  const { route, municipality, language, values } = it
  const {
    forms: { answer: t },
    words: { partnerAnswers },
  } = texts(language).officer
  // Half a note would be kept as a whole one: what does not fit in the field is not put there.
  const noted = route.answer && route.answer.note.length <= MOST_FIELD ? route.answer.note : undefined
  return form({
    ...it,
    name: t.title(partnerName(municipality, route.partner, language)),
    about: t.about,
    body: [
      choose({
        id: 'what',
        label: t.what,
        missing: t.whatMissing,
        choices: PartnerAnswer.options.map((what) => [what, partnerAnswers[what]]),
        value: values?.what ?? route.answer?.what,
      }),
      area({
        id: 'text',
        label: t.note,
        hint: t.noteHint,
        value: values?.text ?? noted,
        language,
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'partnerAnswered', 'what' | 'text'>('partnerAnswered', { ...onCase(it), route: route.id }),
      { style: 'positive' },
    ),
  })
}
