/** Corrections (AVG 16), shown at the passage that they are about: what stood there stays, and is said to be wrong. */
import type { CardElement } from '@microsoft/teams.cards'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Correction } from '../../../services/signal/rights/types.ts'
import { texts } from '../../texts/index.ts'
import { text } from '../elements.ts'
import { fits, fitted, type Piece } from '../fit.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import type { Look } from './caseView.ts'

const at = (record: SignalRecord, passage: string): Correction[] =>
  (record.corrections ?? []).filter((correction) => correction.passage === passage)

function head({ municipality, language }: Look, { by, at: when }: Correction): string {
  const t = texts(language).officer.rights
  return t.corrected(nameOf(municipality, by, language), momentsIn(municipality, language)(when))
}

/** As pieces, right after the passage. */
export const correctionsOf = (it: Look, passage: string): Piece[] =>
  at(it.record, passage).map((correction) => ({ head: head(it, correction), text: correction.text }))

const MOST_BYTES = 300

/** As elements, below the passage: the latest, cut when it is long. All of them stand on the page with everything. */
export const correctionsAt = (it: Look, ...passages: string[]): CardElement[] =>
  passages
    .flatMap((passage) => at(it.record, passage))
    .slice(-1)
    .flatMap((correction) => [
      text(head(it, correction), { color: 'Attention', spacing: 'Small', weight: 'Bolder' }),
      ...fitted(correction.text, MOST_BYTES, it.language),
    ])

const OF_COURSE = /^(decision|feedback|partnerAnswer)/

/** Those of what was decided and told: on the page with everything they stand at the end. */
export const correctionsOfCourse = (it: Look): Piece[] =>
  (it.record.corrections ?? [])
    .filter(({ passage }) => OF_COURSE.test(passage))
    .map((correction) => ({ head: head(it, correction), text: correction.text }))

/** Are they all short enough, and one to a passage, to stand where they belong? */
export const correctionsFit = (it: Look): boolean => {
  const pieces = correctionsOfCourse(it)
  const passages = new Set((it.record.corrections ?? []).map(({ passage }) => passage))
  const room = { pieces: 1, bytes: MOST_BYTES, first: 1 }
  const alone = [...passages].every(
    (passage) => !OF_COURSE.test(passage) || at(it.record, passage).length < 2,
  )
  return alone && pieces.every((piece) => fits([piece], room))
}
