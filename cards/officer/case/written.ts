/** What was written, as it was written: the story, the form, questions and answers, advice, notes. */
import type { CardElement } from '@microsoft/teams.cards'
import { questionStands } from '../../../services/signal/reading/arrival.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { isElsewhere } from '../../../services/signal/rights/passages.ts'
import type { Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { section, small, text } from '../elements.ts'
import { fits, fitted, listed, type Piece, type Room } from '../fit.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { correctionsFit, correctionsOf, correctionsOfCourse } from './corrections.ts'

/** Room of each section; together with everything else on the card under 80 KB, see the tests. */
export type Rooms = { story: Room; form: Room; questions: Room; advices: Room; notes: Room }

export const DOSSIER_ROOMS: Rooms = {
  story: { pieces: 10, bytes: 13_000, first: 3 },
  form: { pieces: 5, bytes: 4_000, first: 5 },
  questions: { pieces: 12, bytes: 5_000, first: 2 },
  advices: { pieces: 3, bytes: 2_500, first: 1 },
  notes: { pieces: 6, bytes: 4_000, first: 1 },
}

/**
 * Corrections and a freeze stand on the card too: then less of the story fits, and the page with everything has the
 * rest.
 */
export const roomsOf = ({ corrections, freezes }: SignalRecord): Rooms =>
  corrections || freezes
    ? {
        ...DOSSIER_ROOMS,
        story: { ...DOSSIER_ROOMS.story, bytes: 4_000 },
        notes: { ...DOSSIER_ROOMS.notes, bytes: 2_500 },
      }
    : DOSSIER_ROOMS

/** Everything that people wrote in this case, in the order of a reader: the story first. */
export function allPieces(it: Look): Piece[] {
  return [
    ...storyPieces(it),
    ...formPieces(it),
    ...questionPieces(it),
    ...advicePieces(it),
    ...notePieces(it),
    ...correctionsOfCourse(it),
  ]
}

function storyPieces(it: Look): Piece[] {
  const { record, municipality, language } = it
  const t = texts(language).officer.dossier
  const moment = momentsIn(municipality, language)
  return record.story.flatMap((part, at) =>
    isElsewhere(record, part)
      ? []
      : [
          { head: t.at(t.via[part.via], moment(part.at)), text: part.text },
          ...correctionsOf(it, `story.${at}`),
        ],
  )
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
  const t = texts(language).officer.dossier
  const moment = momentsIn(municipality, language)
  return record.questions.flatMap((question) => {
    const asked = {
      head: t.asked(nameOf(municipality, question.by, language), moment(question.at)),
      text: question.text,
    }
    const { answer, id } = question
    const corrected = [...correctionsOf(it, `question.${id}`), ...correctionsOf(it, `answer.${id}`)]
    const waits = t.waits[questionStands(record, question)]
    if (!answer) return [{ ...asked, after: [text(waits, { spacing: 'Small' })] }, ...corrected]
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

/** Does everything that was written stand on the card? If not, there is a card with more room. */
export function allFits(it: Look, rooms: Rooms): boolean {
  return (
    fits(storyPieces(it), rooms.story) &&
    fits(formPieces(it), rooms.form) &&
    fits(questionPieces(it), rooms.questions) &&
    fits(advicePieces(it), rooms.advices) &&
    fits(notePieces(it), rooms.notes) &&
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
