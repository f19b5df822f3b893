/** What is sealed on a way out, opened for the one who asked: shown once, on this page and nowhere else (I.14). */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { AnswerWords, Route, SealedAnswer } from '../../../services/signal/route.ts'
import { SIX_TEXTS } from '../../../services/signal/route.ts'
import type { Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { frame, small, text, title, top } from '../elements.ts'
import { fitted } from '../fit.ts'
import { momentsIn, nameOf, routeName } from '../lookups.ts'
import { backTo } from './back.ts'

/** An answer with its words; without them it does not open any more. */
export type OpenedAnswer = { answer: SealedAnswer; words: AnswerWords | undefined }

type Sealed = {
  record: SignalRecord
  route: Route
  opened: readonly OpenedAnswer[]
  municipality: Municipality
  language: Language
  error?: string | undefined
  notice?: string | undefined
}

/** Bytes of all that is shown, and who looked before. */
const ROOM = 18_000
const MOST_SHOWN = 12
const MOST_LOOKS = 10

/** The latest first. */
export function sealedCard(it: Sealed): IAdaptiveCard {
  const { record, route, municipality, language } = it
  const { routes: t, words } = texts(language).officer
  const moment = momentsIn(municipality, language)
  const name = (id: SealedAnswer['by']) => nameOf(municipality, id, language)
  const shown = it.opened.slice(-MOST_SHOWN).reverse()
  const room = Math.floor(ROOM / Math.max(1, shown.length * 3))
  const one = ({ answer, words: said }: OpenedAnswer): CardElement[] => [
    small(t.sealed.line(words.partnerAnswers[answer.what], name(answer.by), moment(answer.at)), {
      weight: 'Bolder',
      spacing: 'Medium',
    }),
    ...(said === undefined ? [text(t.sealed.gone, { color: 'Attention' })] : wordsOf(said, room, language)),
  ]
  const looks = (route.sealedLooks ?? []).slice(-MOST_LOOKS)
  return frame({
    language,
    speak: t.sealed.title(routeName(municipality, route, language)),
    body: [
      ...top(it),
      title(t.sealed.title(routeName(municipality, route, language))),
      small(record.reference),
      text(t.sealed.shown, { weight: 'Bolder' }),
      ...(shown.length > 0 ? shown.flatMap(one) : [text(t.sealed.none)]),
      ...looks.map(({ by, at }) => small(t.sealed.looked(name(by), moment(at)))),
    ],
    actions: [backTo(record, language)],
  })
}

function wordsOf(said: AnswerWords, room: number, language: Language): CardElement[] {
  const t = texts(language).officer.routes.six
  return [
    ...fitted(said.text, room, language),
    ...SIX_TEXTS.flatMap((field) => {
      const written = said[field]
      return written ? [small(t.said[field], { weight: 'Bolder' }), ...fitted(written, room, language)] : []
    }),
  ]
}
