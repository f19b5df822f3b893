/** What was written, as it was written: the story, the form, questions and answers, advice, notes. */
import type { CardElement } from '@microsoft/teams.cards'
import { questionStands } from '../../../services/signal/reading/arrival.ts'
import type { SignalRecord, StoryPart } from '../../../services/signal/record.ts'
import { isElsewhere } from '../../../services/signal/rights/passages.ts'
import type { Language, OfficerId } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { section, small, text } from '../elements.ts'
import { fits, fitsIn, fitted, listed, type Piece } from '../fit.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { correctionsFit, correctionsOf } from './corrections.ts'
import type { Rooms } from './rooms.ts'

/** What people wrote, in the order of a reader: the story first. What was done with it comes after (`course.ts`). */
export function writtenPieces(it: Look): Piece[] {
  return [
    ...storyPieces(it),
    ...formPieces(it),
    ...questionPieces(it),
    ...callPieces(it),
    ...advicePieces(it),
    ...notePieces(it),
  ]
}

function storyPieces(it: Look): Piece[] {
  const { record } = it
  const all = record.story.flatMap((part, at) =>
    isElsewhere(record, part)
      ? []
      : [{ part, pieces: [...partPieces(it, part), ...correctionsOf(it, `story.${at}`)] }],
  )
  // What takes the rest back is read before it.
  return [
    ...all.filter(({ part }) => part.correction),
    ...all.filter(({ part }) => !part.correction),
  ].flatMap(({ pieces }) => pieces)
}

/** One part of the story; of words that were moved, from where or to where and why. */
function partPieces(
  { municipality, language }: Look,
  { at, via, text: words, moved, arrived, asked, correction }: StoryPart,
): Piece[] {
  const { dossier: t, follow } = texts(language).officer
  const { move: m } = follow
  const moment = momentsIn(municipality, language)
  const name = (id: OfficerId) => nameOf(municipality, id, language)
  if (moved) {
    return [{ head: m.away(moved.to, name(moved.by), moment(moved.at)), text: m.because(moved.reason) }]
  }
  const how = correction
    ? t.reporterCorrects
    : asked
      ? t.askedAfter(texts(language).reporter.talk.after.question[asked])
      : t.via[via]
  const said = { head: t.at(how, moment(at)), text: words }
  if (!arrived) return [said]
  const from = m.here(arrived.from, name(arrived.by), moment(arrived.at))
  return [said, { head: from, text: m.because(arrived.reason) }]
}

/** Calls of which it was noted how they went. */
function callPieces(it: Look): Piece[] {
  const { record, municipality, language } = it
  const { follow: t } = texts(language).officer
  const moment = momentsIn(municipality, language)
  return record.calls.flatMap(({ at, by, reached, text: said = '' }, index) => {
    if (!reached) return []
    const head = (reached === 'reached' ? t.spoke : t.notReached)(
      nameOf(municipality, by, language),
      moment(at),
    )
    return [{ head, text: said }, ...correctionsOf(it, `call.${index}`)]
  })
}

function formPieces(it: Look): Piece[] {
  const { record, language } = it
  const { formFields } = texts(language).officer.dossier
  const form = record.form ?? {}
  return (['what', 'where', 'when', 'who', 'howKnown'] as const).flatMap((field) => {
    const written = form[field]
    return written?.trim()
      ? [{ head: formFields[field], text: written }, ...correctionsOf(it, `form.${field}`)]
      : []
  })
}

function questionPieces(it: Look): Piece[] {
  const { record, municipality, language } = it
  const { dossier: t, follow } = texts(language).officer
  const moment = momentsIn(municipality, language)
  return record.questions.flatMap((question) => {
    const asked = {
      head: t.asked(nameOf(municipality, question.by, language), moment(question.at)),
      text: question.text,
    }
    const { answer, id } = question
    const again = question.askedAgain
      ? [small(follow.move.askedAgain(moment(question.askedAgain)), { spacing: 'Small' })]
      : []
    const corrected = [...correctionsOf(it, `question.${id}`), ...correctionsOf(it, `answer.${id}`)]
    const waits = t.waits[questionStands(record, question)]
    if (!answer) return [{ ...asked, after: [...again, text(waits, { spacing: 'Small' })] }, ...corrected]
    const said = { text: '', unknown: t.answerUnknown, callMe: t.answerCallMe }[answer.how]
    return [
      asked,
      {
        head: t.answered(moment(answer.at)),
        text: answer.text ?? '',
        ...(said ? { after: [text(said, { spacing: 'Small' })] } : {}),
      },
      ...corrected,
    ]
  })
}

function byPieces(it: Look, entries: SignalRecord['notes'], passage: (at: number) => string): Piece[] {
  const t = texts(it.language).officer.dossier
  const moment = momentsIn(it.municipality, it.language)
  return entries.flatMap((entry, at) => [
    { head: t.byAt(nameOf(it.municipality, entry.by, it.language), moment(entry.at)), text: entry.text },
    ...correctionsOf(it, passage(at)),
  ])
}

const advicePieces = (it: Look): Piece[] =>
  byPieces(it, it.record.advices, (at) => `advice.${it.record.advices[at]?.id}`)

const notePieces = (it: Look): Piece[] => byPieces(it, it.record.notes, (at) => `note.${at}`)

/** Does the whole story stand on the card? */
export const storyFits = (it: Look, rooms: Rooms): boolean => fits(storyPieces(it), rooms.story)

/** Does everything that was written stand on the card? If not, there is a card with more room. */
export function writtenFits(it: Look, rooms: Rooms): boolean {
  const { urgencyReason = '', keptReason = '' } = it.record
  return (
    storyFits(it, rooms) &&
    fits(formPieces(it), rooms.form) &&
    fits(questionPieces(it), rooms.questions) &&
    fits(callPieces(it), rooms.calls) &&
    fits(advicePieces(it), rooms.advices) &&
    fits(notePieces(it), rooms.notes) &&
    [urgencyReason, keptReason].every((reason) => fitsIn(reason, rooms.reason)) &&
    correctionsFit(it)
  )
}

/** The story and the form, with what was sent along. */
export function story(it: Look, rooms: Rooms): CardElement[] {
  const t = texts(it.language).officer.dossier
  const pieces = storyPieces(it)
  const sent = it.record.attachmentsRefused
  return [
    ...section(t.written, [
      ...listed(pieces, rooms.story, it.language),
      ...(pieces.some((piece) => piece.text.trim() !== '') ? [] : [text(t.nothingWritten)]),
      ...(sent > 0 ? [small(t.attachments(sent))] : []),
    ]),
    ...section(t.form, listed(formPieces(it), rooms.form, it.language)),
  ]
}

/** What was asked back and answered, and what was advised. */
export function conversation(it: Look, rooms: Rooms): CardElement[] {
  const t = texts(it.language).officer.dossier
  return [
    ...section(t.questions, listed(questionPieces(it), rooms.questions, it.language)),
    ...section(texts(it.language).officer.follow.calls, listed(callPieces(it), rooms.calls, it.language)),
    ...section(t.advices, listed(advicePieces(it), rooms.advices, it.language)),
  ]
}

/** What colleagues wrote for each other. */
export function notes(it: Look, rooms: Rooms): CardElement[] {
  const t = texts(it.language).officer.dossier
  return section(t.notes, listed(notePieces(it), rooms.notes, it.language))
}

/** A short reason under its name. */
export function reasoned(name: string, written: string, bytes: number, language: Language): CardElement[] {
  const shown = fitted(written, bytes, language)
  return shown.length === 0 ? [] : [small(name), ...shown]
}
