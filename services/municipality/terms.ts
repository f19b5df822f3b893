/**
 * How long what is kept (domain.md section E, Selectielijst gemeenten 2020 and the upper need of the AVG). The terms
 * differ per municipality, within bounds: the archivist and the FG approve them, nobody can make them endless.
 */
import { z } from 'zod'
import type { RetentionClass } from '../signal/rights/types.ts'

const span = (most: number, usual: number) => z.number().int().min(1).max(most).default(usual)

/** The terms of a municipality. What is left out is as section E proposes it. */
export const RetentionTerms = z.strictObject({
  consultationDays: span(90, 30),
  refutedDays: span(365, 90),
  noActionMonths: span(12, 12),
  monitoredMonths: span(12, 12),
  handledMonths: span(60, 60),
  /** After the last feedback on a closed signal, who reported is forgotten; what was reported stays (A042). */
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
