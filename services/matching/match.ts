/**
 * What comes out of a comparison: how strong, and why, field by field. It is a proposal to a person: nothing is joined by
 * itself, and nobody is scored; the number says how likely two descriptions are of one and the same (A063, AI Act 5(1)(d)).
 */

export const STRENGTHS = ['strong', 'likely', 'possible'] as const
export type Strength = (typeof STRENGTHS)[number]

/** What was compared. */
export const MATCH_FIELDS = [
  'name',
  'birth',
  'address',
  'organisation',
  'companyNumber',
  'telephone',
  'account',
  'vehicle',
  'mail',
] as const
export type MatchField = (typeof MATCH_FIELDS)[number]

/** How far the two sides of a field agree. */
export const AGREEMENTS = ['same', 'nearly', 'partly', 'differs'] as const
export type Agreement = (typeof AGREEMENTS)[number]

/** One field of it, in the words of both sides as they were given. `bits`: what it adds (or takes), log2 of a likelihood ratio. */
export type Reason = {
  field: MatchField
  agrees: Agreement
  here: string
  there: string
  bits: number
}

/** An earlier entry that may be about the same. `score`: bits of evidence left after the other explanations. */
export type Match = { id: string; strength: Strength; score: number; reasons: readonly Reason[] }
