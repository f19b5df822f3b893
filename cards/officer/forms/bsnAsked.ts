/** A form that comes back because a number in it looks like a BSN: it was hidden, and one tick brings it back (I.8). */
import type { IAdaptiveCard, IToggleInput } from '@microsoft/teams.cards'
import type { Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { box, text } from '../elements.ts'

type Asked = {
  /** As it would be shown without the question. */
  form: IAdaptiveCard
  /** Ticked, and the number is not known any more: it has to be typed again. */
  lost: boolean
  language: Language
}

/** The same form, with what was hidden said at the top and a tick to say that it is none. */
export function numberAskedCard({ form, lost, language }: Asked): IAdaptiveCard {
  const {
    replies: { number: t },
    words: { attention },
  } = texts(language).officer
  const tick: IToggleInput = {
    type: 'Input.Toggle',
    id: 'notBsn',
    label: t.wrong,
    title: t.tick,
    value: lost ? 'true' : 'false',
    valueOn: 'true',
    valueOff: 'false',
    wrap: true,
  }
  return {
    ...form,
    body: [...box('warning', [text(attention(lost ? t.lost : t.hidden)), tick]), ...form.body],
  }
}

/** The same card, its buttons carrying which numbers were said to be none: as hashes, which say nothing by themselves. */
export function allowing(card: IAdaptiveCard, allowed: readonly string[]): IAdaptiveCard {
  if (allowed.length === 0 || !card.actions) return card
  const actions = card.actions.map((action) =>
    action.type === 'Action.Submit' && typeof action.data === 'object'
      ? { ...action, data: { ...action.data, allowed } }
      : action,
  )
  return { ...card, actions }
}
