/**
 * The terms of a municipality: how long what is kept (retention), how soon a signal is looked at (urgency), and when
 * somebody is reminded (reminders). Each within bounds that nobody can stretch.
 */

import { z } from 'zod'
import type { RetentionClass } from '../signal/rights/types.ts'
import { impossible } from '../words.ts'

const span = (most: number, usual: number) => z.number().int().min(1).max(most).default(usual)

/**
 * How long what is kept (domain.md section E, Selectielijst gemeenten 2020 and the upper need of the AVG): the archivist
 * and the FG approve them, nobody can make them endless. What is left out is as section E proposes it.
 */
export const RetentionTerms = z.strictObject({
  consultationDays: span(90, 30),
  refutedDays: span(365, 90),
  noActionMonths: span(12, 12),
  monitoredMonths: span(12, 12),
  handledMonths: span(60, 60),
  /**
   * After the last feedback on a closed signal the reporter's identity is forgotten; what was reported stays (A042).
   */
  identityDays: span(365, 90),
})
export type RetentionTerms = z.infer<typeof RetentionTerms>

export const USUAL_TERMS: RetentionTerms = RetentionTerms.parse({})

export type Span = { days: number } | { months: number }

/** The term of each class. */
export function spanOf(kind: RetentionClass, terms: RetentionTerms): Span {
  switch (kind) {
    case 'consultation':
      return { days: terms.consultationDays }
    case 'refuted':
      return { days: terms.refutedDays }
    case 'noAction':
      return { months: terms.noActionMonths }
    case 'monitored':
      return { months: terms.monitoredMonths }
    case 'handled':
      return { months: terms.handledMonths }
    default:
      return impossible(kind)
  }
}

/** A longer term is a reasoned act of a person, and never goes beyond this, whatever the reason (I.9). */
export const LONGEST: Readonly<Record<RetentionClass, Span>> = {
  consultation: { days: 90 },
  refuted: { days: 365 },
  noAction: { months: 24 },
  monitored: { months: 24 },
  handled: { months: 120 },
}

/** The category of the Selectielijst gemeenten 2020 that each class rests on, for the declaration of destruction. */
export const SELECTION: Readonly<Record<RetentionClass, string>> = {
  consultation: '21.2',
  refuted: '21.3',
  noAction: '19.2',
  monitored: '19.2',
  handled: '19.1',
}

const atMost = (most: number, least = 1) => z.number().int().min(least).max(most).default(most)

/**
 * How soon a signal is looked at and decided on, by its urgency; what is left out is as C2 has it. A municipality may
 * be quicker than this and never slower: ten working days without a decision is the ceiling (A058), and what the texts
 * promise stays true.
 */
export const UrgencyTerms = z.strictObject({
  /** Day and night; a quarter of an hour of an anonymous signal is as exact as it gets. */
  acuteLookMinutes: atMost(15, 5),
  /** Office hours. */
  acuteDecideHours: atMost(4),
  highDecideHours: atMost(4),
  normalDecideWorkingDays: atMost(3),
  softDecideWorkingDays: atMost(10),
})

export type UrgencyTerms = z.infer<typeof UrgencyTerms>

export const USUAL_URGENCY: UrgencyTerms = UrgencyTerms.parse({})

/**
 * When somebody is reminded of what does not go on (A107, A109, A122), in working days; what is left out is as it
 * stands here. How soon a signal is looked at and decided on follows from its urgency (`UrgencyTerms`).
 */
export const ReminderTerms = z.strictObject({
  /** Decided to hand it over, and it was not done. With acute or high urgency never more than one day. */
  handOverWorkingDays: span(10, 2),
  /** Decided, and the reporter was still to be told. */
  tellWorkingDays: span(20, 5),
  /** Every answer is in, and the reporter had no feedback. */
  feedbackWorkingDays: span(20, 5),
  /** A question to the reporter without an answer. */
  questionWorkingDays: span(10, 3),
  /** A partner that must be told of a correction, a freeze or an erasure (AVG 19). */
  recipientWorkingDays: span(10, 2),
  /** A partner asked something back, and the officer owes it an answer. */
  partnerQuestionWorkingDays: span(10, 2),
  /** Help for a possible victim was still to be arranged. With acute or high urgency never more than one day. */
  helpWorkingDays: span(10, 3),
})

export type ReminderTerms = z.infer<typeof ReminderTerms>

export const USUAL_REMINDERS: ReminderTerms = ReminderTerms.parse({})

/**
 * How soon a partner is asked for an answer, by the urgency of the signal, in working days from the hand-over (A085,
 * A109); what is left out is as it stands here. Of normal urgency the municipality says it with
 * `answerAfterWorkingDays`: what is high is never later than that, what is soft never sooner.
 */
export const AnswerTerms = z.strictObject({
  /** 0: the same day, or the next working day where it is handed over outside office hours. */
  acuteWorkingDays: z.number().int().min(0).max(1).default(0),
  highWorkingDays: z.number().int().min(1).max(5).default(2),
  softWorkingDays: span(60, 10),
  /** Taken up: after so many it is asked what came of it, where they named no day. */
  resultWorkingDays: span(60, 20),
})

export type AnswerTerms = z.infer<typeof AnswerTerms>

export const USUAL_ANSWERS: AnswerTerms = AnswerTerms.parse({})
