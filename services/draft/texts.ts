/** The texts of a draft, each with its place: what was typed, part by part, and the fields of the form. Pure. */

import { type Mark, marksIn } from '../privacy/bsn/marks.ts'
import { MOST_ONE_TEXT } from '../signal/words.ts'
import type { Draft } from './chat.ts'

const FIELDS = ['what', 'where', 'when', 'who', 'howKnown'] as const

/** A text of a draft; `place` says which one, and stays the same while the draft grows. */
export type DraftText = { readonly place: string; readonly text: string }

/** The place of a part of what was typed, and of a field of the form. */
export const partPlace = (at: number): string => `part.${at}`
export const fieldPlace = (field: string): string => `form.${field}`

/** Every text of a draft, in the order in which its card shows them. */
export function textsOf({ parts, form }: Pick<Draft, 'parts' | 'form'>): DraftText[] {
  return [
    ...parts.map(({ text }, at) => ({ place: partPlace(at), text })),
    ...FIELDS.flatMap((field) => {
      const text = form?.[field]
      return text === undefined ? [] : [{ place: fieldPlace(field), text }]
    }),
  ]
}

/** The draft with other texts in the same places; one that would be too long to keep stays as it was. */
export function withTexts(draft: Draft, meant: (text: string, place: string) => string): Draft {
  const { form } = draft
  const change = (text: string, place: string): string => {
    const next = meant(text, place)
    return next.length > MOST_ONE_TEXT ? text : next
  }
  const fields = FIELDS.flatMap((field) => {
    const text = form?.[field]
    return text === undefined ? [] : [[field, change(text, fieldPlace(field))] as const]
  })
  return {
    ...draft,
    parts: draft.parts.map((part, at) => ({ ...part, text: change(part.text, partPlace(at)) })),
    ...(form ? { form: { ...form, ...Object.fromEntries(fields) } } : {}),
  }
}

/** A mark that stands in the place of a number: the n-th of one text. */
export type DraftMark = DraftText & Mark & { readonly nth: number }

/** Every mark in a draft, in order. */
export function draftMarks(draft: Pick<Draft, 'parts' | 'form'>): DraftMark[] {
  return textsOf(draft).flatMap((each) => marksIn(each.text).map((mark, nth) => ({ ...each, ...mark, nth })))
}
