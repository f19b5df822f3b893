/** Pages with one field of text: a question, a note, advice. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { isReachable } from '../../../services/signal/reading/feedback.ts'
import { waitsForCode } from '../../../services/signal/reading/standing.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, small, submit } from '../elements.ts'
import { form, onCase, type PageOf } from './form.ts'

type Text = { text: string }

/** The reporter may read another language than the officer does, and may have to come and ask. */
function forWhom({ record, language }: PageOf<Text>): CardElement[] {
  const t = texts(language).officer
  const waits = waitsForCode(record) ? [small(t.code.waits)] : []
  return record.language === language
    ? waits
    : [...waits, small(t.forms.feedBack.hint(t.words.languages[record.language]))]
}

/** What is written to the reporter, and its button; where nobody can be reached it says why, and nothing can be sent. */
function toReporter(
  it: PageOf<Text>,
  t: ReturnType<typeof texts>['officer']['forms']['ask' | 'advise'],
  button: Record<string, unknown>,
): IAdaptiveCard {
  const { text, hint, missing } = t
  if (!isReachable(it.record)) {
    return form({ ...it, name: t.title, about: it.record.reporterLeft ? t.left : t.anonymous, body: [] })
  }
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      ...forWhom(it),
      area({ id: 'text', label: text, hint, missing, value: it.values?.text, language: it.language }),
    ],
    send: submit(t.send, button, { style: 'positive' }),
  })
}

/** A question to the reporter, who stays unseen. */
export const askCard = (it: PageOf<Text>): IAdaptiveCard =>
  toReporter(it, texts(it.language).officer.forms.ask, packOfficer<'ask', 'text'>('ask', onCase(it)))

/** A note for colleagues: the place for what would otherwise be said in the channel. */
export function noteCard(it: PageOf<Text>): IAdaptiveCard {
  const t = texts(it.language).officer.forms.note
  const { text, hint, missing } = t
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [area({ id: 'text', label: text, hint, missing, value: it.values?.text, language: it.language })],
    send: submit(t.send, packOfficer<'note', 'text'>('note', onCase(it)), { style: 'positive' }),
  })
}

/** Advice to the person who asked for it (A007). */
export const adviseCard = (it: PageOf<Text>): IAdaptiveCard =>
  toReporter(it, texts(it.language).officer.forms.advise, packOfficer<'advise', 'text'>('advise', onCase(it)))
