/** Numbers that were hidden in a draft because they look like a BSN, and how a wrong one comes back (I.8). */
import type { Draft } from '../../services/draft/chat.ts'
import { hear } from '../../services/draft/drafting.ts'
import type { Span } from '../../services/draft/said.ts'
import { type DraftMark, draftMarks, fieldPlace, partPlace, withTexts } from '../../services/draft/texts.ts'
import { HiddenNumber, type Masked, putBackIn, slotsOf } from '../../services/privacy/bsn/hide.ts'
import { marksIn } from '../../services/privacy/bsn/marks.ts'
import { normalForm } from '../../services/privacy/flatten.ts'
import type { Form } from '../../services/signal/record.ts'
import type { SignalId } from '../../services/words.ts'
import { hiddenIn } from '../turn.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { markOf, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayText, wordsOf } from './say.ts'
import type { Typed } from './typed.ts'

/** Digits and what people put between them, and nothing else. */
const BARE = /^\s*(?:\p{N}[\s./-]{0,2}){8,9}\s*$/u

/** Of how many numbers in one draft it may be said that they are no BSN. */
const MOST_ALLOWED = 50

const hashOf = ({ app, turn }: ReporterTurn, draft: SignalId, number: HiddenNumber): string =>
  number.hash(app.keys, turn.municipality.id, draft)

const allowing = (draft: Draft, hashes: readonly string[]): Draft => {
  const { retype: _asked, ...rest } = draft
  return { ...rest, notBsn: [...new Set([...(draft.notBsn ?? []), ...hashes])].slice(-MOST_ALLOWED) }
}

/** Numbers of which the person said in this draft that they are no BSN stay what they are. */
export const asAllowed = (state: ReporterTurn, draft: Draft, masked: Masked): Masked =>
  putBackIn(masked, (number) => draft.notBsn?.includes(hashOf(state, draft.id, number)) ?? false)

/**
 * The words as they go on: with the numbers that are no BSN. A number that was asked for again goes where it was
 * hidden; then there are no words left, and the draft is shown.
 */
export async function asMeant(
  state: ReporterTurn,
  words: Typed,
): Promise<{ state: ReporterTurn; words: Typed | undefined }> {
  const { draft } = state.kept.chat
  const { hidden = [] } = words
  const retype = draft?.retype
  // By itself it may look like no BSN: it was the words around it that made it one.
  const bare = retype !== undefined && hidden.length === 0 && BARE.test(normalForm(words.text))
  if (!draft || (hidden.length === 0 && !bare)) return { state, words }
  const numbers = bare ? [new HiddenNumber(words.text.trim())] : hidden.filter((slot) => slot !== undefined)
  const [first] = numbers
  // One number was asked for: of two it is not known which one is none.
  if (retype === undefined || !first || !numbers.every((number) => number.is(first))) {
    return { state, words: { ...words, ...asAllowed(state, draft, { text: words.text, hidden }) } }
  }
  const hashes = numbers.map((number) => hashOf(state, draft.id, number))
  const [mark, ...more] = marksIn(words.text)
  const alone = bare || (mark !== undefined && more.length === 0 && mark.length === words.text.trim().length)
  const heardAs = markOf(state)
  let filled: DraftMark | undefined
  const saved = await saveChat(state, (chat) => {
    if (chat.draft?.id !== draft.id) return chat
    filled = alone ? draftMarks(chat.draft)[retype] : undefined
    const next = allowing(filled ? filledIn(chat.draft, [[filled, first]]) : chat.draft, hashes)
    return filled ? hear({ ...chat, draft: next }, heardAs) : { ...chat, draft: next }
  })
  const back = putBackIn({ text: words.text, hidden }, () => true)
  if (!filled) return { state: saved, words: { ...words, ...back } }
  forgetMarks(state, draft.id, [filled])
  return { state: await showDraft(saved), words: undefined }
}

const PART = /^part\.(\d+)$/

/**
 * Remembers for a while what the marks in the words of one message stand for. They stand in `place` now, where `was` many
 * parts stood before; the parts after it have moved along.
 */
export function rememberTyped(
  { app: { numbers } }: ReporterTurn,
  draft: Draft,
  { hidden = [] }: Typed,
  place: Span,
  was: number,
): void {
  const by = place.to - place.from - was
  numbers.move(draft.id, (name) => {
    const at = Number(PART.exec(name)?.[1] ?? -1)
    if (at < place.from) return name
    return at < place.from + was ? undefined : partPlace(at + by)
  })
  // A mark of a number that began in another message: then it is not known which of them is which.
  const marks = draft.parts.slice(place.from, place.to).flatMap(({ text }) => marksIn(text)).length
  let left = marks > hidden.length ? [] : hidden
  for (let at = place.from; at < place.to; at += 1) {
    const here = marksIn(draft.parts[at]?.text ?? '').length
    if (left.length > 0) numbers.keep(draft.id, partPlace(at), left.slice(0, here))
    left = left.slice(here)
  }
}

/** A form as it goes on: with the numbers that are no BSN. What is still hidden in it is remembered for a while. */
export function formAsMeant(state: ReporterTurn, draft: Draft, form: Form): Form {
  const { numbers } = state.app
  return (
    withTexts({ ...draft, parts: [], form }, (text, place) => {
      const hidden = hiddenIn(state.turn, place.slice(fieldPlace('').length))
      const masked = asAllowed(state, draft, { text, hidden: hidden.slice(0, marksIn(text).length) })
      numbers.keep(draft.id, place, slotsOf(masked, numbers.at(draft.id, place)))
      return masked.text
    }).form ?? form
  )
}

/** Words with these numbers in the place of their marks. */
const filledIn = (draft: Draft, all: readonly (readonly [DraftMark, HiddenNumber])[]): Draft =>
  withTexts(draft, (text, place) => {
    const here = all.filter(([mark]) => mark.place === place)
    // From the last to the first, so that the marks before it keep their number.
    return here.reduceRight((so, [{ nth }, number]) => number.into(so, nth), text)
  })

/** These marks are marks no more: what the others of their texts stand for is remembered as before. */
function forgetMarks({ app: { numbers } }: ReporterTurn, draft: SignalId, marks: readonly DraftMark[]): void {
  for (const place of new Set(marks.map((mark) => mark.place))) {
    const gone = new Set(marks.flatMap((mark) => (mark.place === place ? [mark.nth] : [])))
    const left = numbers.at(draft, place).filter((_, nth) => !gone.has(nth))
    numbers.keep(draft, place, left)
  }
}

/** The person says that it is no BSN: the number stands in the text again, or is asked for when it is not known any more. */
export async function notBsn(
  state: ReporterTurn,
  draftId: SignalId,
  which: string | undefined,
): Promise<ReporterTurn> {
  const { app, turn } = state
  const t = wordsOf(state)
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, t.chat.notWaiting)
  const marks = draftMarks(draft)
  const chosen = which === 'all' ? marks : marks.slice(Number(which ?? 0)).slice(0, 1)
  const [first] = chosen
  if (!first) return sayText(state, t.draft.bsn.none)
  const known = chosen.flatMap((mark) => {
    const number = app.numbers.at(draftId, mark.place)[mark.nth]
    return number ? [[mark, number] as const] : []
  })
  const unknown = chosen.find((mark) => !known.some(([each]) => each === mark))
  const hashes = known.map(([, number]) => hashOf(state, draftId, number))
  const saved = await saveChat(state, (chat) => {
    if (chat.draft?.id !== draftId) return chat
    // As it was looked at; a text that was changed meanwhile is looked at again.
    const same = JSON.stringify(draftMarks(chat.draft)) === JSON.stringify(marks)
    const next = allowing(same ? filledIn(chat.draft, known) : chat.draft, hashes)
    const asked =
      unknown &&
      marks.indexOf(unknown) - known.filter(([mark]) => marks.indexOf(mark) < marks.indexOf(unknown)).length
    return { ...chat, draft: { ...next, ...(asked === undefined ? {} : { retype: asked }) } }
  })
  forgetMarks(
    state,
    draftId,
    known.map(([mark]) => mark),
  )
  const shown = known.length > 0 ? await (turn.clicked ? redrawDraft(saved) : showDraft(saved)) : saved
  return unknown ? sayText(shown, t.draft.bsn.retype) : shown
}
