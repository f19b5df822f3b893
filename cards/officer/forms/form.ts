/** What all pages of the dossier share: their arguments and their frame. */
import type { CardElement, IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import type { Surface } from '../../actions.ts'
import { excerpt } from '../../plain.ts'
import { backTo } from '../case/back.ts'
import { frame, small, text, title, top } from '../elements.ts'

/** `values`: what was filled in already, so that an error loses nothing. */
export type PageOf<Values> = {
  record: SignalRecord
  municipality: Municipality
  press: string
  surface: Surface
  language: Language
  error?: string | undefined
  notice?: string | undefined
  values?: { [field in keyof Values]?: Values[field] | undefined } | undefined
}

/** What a deed's button carries: which signal, as it was seen, and this one press. */
export function onCase({ record, press }: Pick<PageOf<unknown>, 'record' | 'press'>) {
  return { signal: record.id, seen: record.revision, press }
}

/** How a passage begins, on one line, to choose it by. `most`: characters, for the whole of it is read elsewhere. */
export function begun(text: string, most: number): string {
  const { shown, left } = excerpt(text.replace(/\s+/gu, ' ').trim(), most)
  return left > 0 ? `${shown}…` : shown
}

type Form = Pick<PageOf<unknown>, 'record' | 'language' | 'error' | 'notice'> & {
  name: string
  about: string
  body: CardElement[]
  /** Left out where the deed cannot be done. */
  send?: ISubmitAction | undefined
}

/** A page: what it is, what it does, its fields, its button, and the way back. */
export function form(it: Form): IAdaptiveCard {
  const { record, language } = it
  return frame({
    language,
    speak: it.name,
    body: [...top(it), title(it.name), small(record.reference), text(it.about), ...it.body],
    actions: [...(it.send ? [it.send] : []), backTo(record, language)],
  })
}
