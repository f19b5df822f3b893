/** What the forms of the facts share: the way back is to the facts. */
import type { CardElement, IAdaptiveCard, ISubmitAction, ITextInput } from '@microsoft/teams.cards'
import type { Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { fieldValue } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, small, text, title, top } from '../elements.ts'
import type { PageOf } from '../forms/form.ts'

type FactForm = Pick<PageOf<unknown>, 'record' | 'language' | 'error' | 'notice'> & {
  name: string
  about: string
  body: CardElement[]
  send?: ISubmitAction | undefined
}

/** A form among the facts. */
export function factForm(it: FactForm): IAdaptiveCard {
  const { record, language } = it
  const back = packOfficer('page', { signal: record.id, page: 'facts' })
  return frame({
    language,
    speak: it.name,
    body: [...top(it), title(it.name), small(record.reference), text(it.about), ...it.body],
    actions: [...(it.send ? [it.send] : []), leave(texts(language).officer.facts.button, back)],
  })
}

/** The most of one short field. */
const MOST_SHORT = 400

/** A field of one line. */
export function line(it: {
  id: string
  label: string
  value?: string | undefined
  language: Language
}): ITextInput {
  return {
    type: 'Input.Text',
    id: it.id,
    label: it.label,
    maxLength: MOST_SHORT,
    ...(it.value ? { value: fieldValue(it.value.slice(0, 2 * MOST_SHORT)) } : {}),
  }
}
