/**
 * The question where words belong: are they an answer, do they belong to what was sent, are they new. Asked when they were
 * typed while signals are open, for nothing that is typed becomes an answer by itself.
 */
import type { IAdaptiveCard, IChoice, ISubmitAction } from '@microsoft/teams.cards'
import type { Draft } from '../../../services/draft/chat.ts'
import type { Place } from '../../../services/signal/reading/places.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter, packWhere } from '../../actions.ts'
import { type Texts, texts } from '../../texts/index.ts'
import { bareButton, button, card, type Element, emergencyLine, heading, say, written } from '../elements.ts'
import { echoOf } from './draft.ts'
import { betrayPart, hiddenPart, type Pointed } from './review.ts'

/** How much of the text and of a question this card shows, how many questions, and how many choices it offers. */
const MOST_ECHO = 3_000
const MOST_QUESTION = 600
const MOST_QUESTIONS = 3
const MOST_OFFERED = 60

type T = Texts['reporter']['place']

type PlaceCard = {
  draft: Draft
  /** Where it can belong, the likeliest first (`placesFor`). */
  open: readonly Place[]
  /** It may take back or mend what was reported: that is thanked for. */
  corrects?: boolean
  /** What gives the writer away, where it is looked at here; numbers that were hidden are then named here too. */
  pointed?: readonly Pointed[]
  language: Language
}

/** The text, and where it can go. */
export function placeCard({ draft, open, corrects = false, pointed, language }: PlaceCard): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const t = reporter.place
  const [first, ...others] = open
  const asked = open.flatMap(({ reference, questions }) => questions.map((each) => ({ reference, ...each })))
  const single = first && others.length === 0 && first.questions.length <= 1 ? first : undefined
  const question = questionOf(t, single, asked.length > 0)
  const shown = asked.slice(0, MOST_QUESTIONS)
  const body: Element[] = [
    heading(t.title),
    ...(corrects ? [say(reporter.talk.correction.thanks)] : []),
    emergencyLine(language),
    written(echoOf(draft, shared), MOST_ECHO, shared.more),
    ...(pointed ? [...hiddenPart(draft, language), ...betrayPart(draft, pointed, language)] : []),
    say(`${t.kept} ${question}`),
    ...shown.flatMap(({ reference, nr, text }) => [
      say(nr === undefined ? t.asked(reference) : t.askedNr(nr, reference), {
        isSubtle: true,
        size: 'Small',
      }),
      written(text, MOST_QUESTION, shared.more),
    ]),
  ]
  const [likeliest, ...more] = single ? [] : choicesOf(t, open)
  if (likeliest) {
    body.push({
      type: 'Input.ChoiceSet',
      id: 'signal',
      label: t.label,
      style: 'compact',
      value: likeliest.value ?? '',
      choices: [likeliest, ...more].slice(0, MOST_OFFERED),
    })
  }
  const here = single
    ? placesIn(t, draft, single)
    : likeliest
      ? [button(t.hereChosen, packReporter<'place', 'signal' | 'question'>('place', { draft: draft.id }))]
      : []
  return card(language, `${t.title} ${question}`, body, [
    ...here,
    bareButton(t.isNew, packReporter('placeNew', { draft: draft.id })),
    bareButton(reporter.button.discard, packReporter('discard', { draft: draft.id })),
  ])
}

function questionOf(t: T, single: Place | undefined, asked: boolean): string {
  if (!single) return asked ? t.manyAsked : t.many
  return asked ? t.oneAsked(single.reference) : t.one(single.reference)
}

/** The buttons of the only signal that is open: the answer to its question first, where one waits. */
function placesIn(t: T, draft: Draft, { signal, reference, questions }: Place): ISubmitAction[] {
  const [asked] = questions
  const at = (title: string, question?: string) =>
    bareButton(title, packReporter('place', { draft: draft.id, signal, ...(question ? { question } : {}) }))
  return [...(asked ? [at(t.answer, asked.id)] : []), at(t.here(reference))]
}

/** Every place of each signal: as the answer to each question that waits in it, and with it in another way. */
const choicesOf = (t: T, open: readonly Place[]): IChoice[] =>
  open.flatMap(({ signal, reference, questions }) => [
    ...questions.map(({ id, nr }) => ({
      title: nr === undefined ? t.answerTo(reference) : t.answerToNr(nr, reference),
      value: packWhere({ signal, question: id }),
    })),
    { title: questions.length > 0 ? t.besides(reference) : reference, value: packWhere({ signal }) },
  ])
