/** The optional form (A004): nothing in it is asked of anybody. */
import type { IAdaptiveCard, ITextInput } from '@microsoft/teams.cards'
import type { Form } from '../../../services/signal/record.ts'
import type { Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { excerpt, fieldValue } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { button, card, emergencyLine, errorLine, heading, say } from '../elements.ts'

/** The most of one field: five of these stay well under what a card may hold. */
export const MOST_FIELD = 3_000

type Field = Exclude<keyof Form, 'minor'>
type FormCard = { draft: SignalId; values: Form; error?: string; language: Language }

/** What, where, when, who, how known; with what was filled in before. */
export function formCard({ draft, values, error, language }: FormCard): IAdaptiveCard {
  const t = texts(language).reporter.form
  const input = (id: Field, label: string, placeholder?: string, isMultiline = true): ITextInput => ({
    type: 'Input.Text',
    id,
    label,
    isMultiline,
    maxLength: MOST_FIELD,
    value: fieldValue(excerpt(values[id] ?? '', MOST_FIELD).shown),
    ...(placeholder ? { placeholder } : {}),
  })
  return card(
    language,
    `${t.title}. ${t.intro}`,
    [
      ...errorLine(error, language),
      heading(t.title),
      emergencyLine(language),
      say(`${t.intro} ${t.notSent}`),
      say(t.guard),
      input('what', t.what),
      input('where', t.where, t.whereHint, false),
      input('when', t.when, t.whenHint, false),
      input('who', t.who, t.whoHint),
      input('howKnown', t.howKnown, t.howKnownHint),
      {
        type: 'Input.ChoiceSet',
        id: 'minor',
        label: t.minor,
        style: 'compact',
        placeholder: t.minorHint,
        ...(values.minor ? { value: values.minor } : {}),
        choices: [
          { title: t.yes, value: 'yes' },
          { title: t.no, value: 'no' },
          { title: t.unknown, value: 'unknown' },
        ],
      },
    ],
    [
      button(t.save, packReporter<'saveForm', Field | 'minor'>('saveForm', { draft }), {
        style: 'positive',
      }),
    ],
  )
}
