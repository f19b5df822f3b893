/** What an organisation let us know, or did not (A109, A110). Only that it takes it up, or does not, answers it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { partnersNow } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import type { Route } from '../../../services/signal/record.ts'
import { PartnerAnswer } from '../../../services/signal/words.ts'
import type { Day, Instant, PartnerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import type { SixInput } from '../../routeActions.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, date, MOST_FIELD, small, submit } from '../elements.ts'
import { routeName } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'
import { type SixValues, sealedAbout, sixFields } from './sixFields.ts'

/** A receipt has a form of its own. */
const CHOICES = PartnerAnswer.exclude(['received']).options
const TELL = ['yes', 'no'] as const

/** Notes the answer of one route; what was noted before stands in it. */
export function answerCard(
  it: PageOf<
    SixValues & {
      what: PartnerAnswer
      text: string
      again: Day
      passedTo: PartnerId
      tellReporter: 'yes' | 'no'
    }
  > & {
    route: Route
    now: Instant
  },
): IAdaptiveCard {
  const { route, municipality, language, values } = it
  const { follow, routes } = texts(language).officer
  const {
    forms: { answer: t },
    words: { partnerAnswers },
  } = texts(language).officer
  // Half a note would be kept as a whole one: what does not fit in the field is not put there.
  const noted = route.answer && route.answer.note.length <= MOST_FIELD ? route.answer.note : undefined
  return form({
    ...it,
    name: t.title(routeName(municipality, route, language)),
    about: t.about,
    body: [
      ...sealedAbout(it),
      choose({
        id: 'what',
        label: t.what,
        missing: t.whatMissing,
        choices: CHOICES.map((what) => [what, partnerAnswers[what]]),
        value: values?.what ?? route.answer?.what,
      }),
      area({
        id: 'text',
        label: t.note,
        hint: t.noteHint,
        value: values?.text ?? noted,
        language,
      }),
      choose({
        id: 'passedTo',
        label: follow.passedTo,
        style: 'compact',
        placeholder: follow.passedToNone,
        choices: partnersNow(municipality)
          .filter(({ id }) => id !== route.partner)
          .map(({ id, name }) => [id, name[language]]),
        value: values?.passedTo,
      }),
      date({ id: 'again', label: follow.again, min: dayOf(it.now, municipality), value: values?.again }),
      small(follow.againHint),
      ...(it.record.notToHear
        ? [small(routes.notToHear)]
        : [
            choose({
              id: 'tellReporter',
              label: routes.tellReporter.label,
              style: 'compact',
              choices: TELL.map((each) => [each, routes.tellReporter.choices[each]]),
              placeholder: routes.tellReporter.choices.yes,
              value: values?.tellReporter ?? (route.untold ? 'no' : undefined),
            }),
          ]),
      ...sixFields(it),
    ],
    send: submit(
      t.send,
      packOfficer<'partnerAnswered', 'what' | 'text' | 'again' | 'passedTo' | 'tellReporter' | SixInput>(
        'partnerAnswered',
        {
          ...onCase(it),
          route: route.id,
        },
      ),
      { style: 'positive' },
    ),
  })
}
