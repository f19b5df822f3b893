/** The words of the trade: what each means in plain words, and where that must stand. */
import type { Language } from '../../../services/words.ts'

/**
 * `everywhere`: on each card that has the word; the name of a card: there it is read first (in the gallery, in Dutch); `never`:
 * these readers do not get the word at all.
 */
export type Term = {
  term: string
  says: Partial<Record<Language, RegExp>>
  means?: Partial<Record<Language, RegExp>>
  where: 'everywhere' | 'never' | { first: string }
}

export const REPORTER_TERMS: readonly Term[] = [
  {
    term: 'BSN',
    says: { nl: /\bBSN\b/, en: /\bBSN\b/ },
    means: { nl: /burgerservicenummer/, en: /citizen service number/ },
    where: 'everywhere',
  },
  { term: 'sparren', says: { nl: /sparren/i }, means: { nl: /overleg eerst/ }, where: { first: 'Welkom' } },
  {
    term: 'aandachtsfunctionaris',
    says: { nl: /aandachtsfunctionaris/i, en: /designated officer/i },
    means: { nl: /\bleest\b/, en: /\breads\b/ },
    where: 'everywhere',
  },
  {
    term: 'onderbuikgevoel',
    says: { nl: /onderbuik/i, en: /gut feeling/i },
    means: { nl: /klopt iets niet/, en: /something is not right/ },
    where: 'everywhere',
  },
  { term: 'triage', says: { nl: /triage/i, en: /triage/i }, where: 'never' },
  { term: 'teruggekoppeld', says: { nl: /terug(?:ge)?koppel/i, en: /\bfed back|feedback/i }, where: 'never' },
  { term: 'MDO', says: { nl: /\bMDO\b/, en: /case meeting/i }, where: 'never' },
  { term: 'FG', says: { nl: /\bFG\b/, en: /data protection officer/i }, where: 'never' },
  { term: 'grondslag', says: { nl: /grondslag/i, en: /\bground\b/i }, where: 'never' },
  { term: 'regie', says: { nl: /\bregie\b/i, en: /the lead\b/i }, where: 'never' },
  { term: 'Selectielijst', says: { nl: /selectielijst/i, en: /selectielijst/i }, where: 'never' },
  { term: 'inzageverzoek', says: { nl: /inzage/i, en: /access request/i }, where: 'never' },
  ...['BRP', 'RIEC', 'AVIM', 'Wpg'].map(
    (term): Term => ({
      term,
      says: { nl: RegExp(`\\b${term}\\b`), en: RegExp(`\\b${term}\\b`) },
      where: 'never',
    }),
  ),
]

export const OFFICER_TERMS: readonly Term[] = [
  {
    term: 'BSN',
    says: { nl: /\bBSN\b/, en: /\bBSN\b/ },
    means: { nl: /burgerservicenummer/, en: /citizen service number/ },
    where: 'everywhere',
  },
  {
    term: 'triage',
    says: { nl: /triage/i, en: /triage/i },
    means: { nl: /in behandeling/, en: /being looked at/ },
    where: 'everywhere',
  },
  {
    term: 'teruggekoppeld',
    says: { nl: /teruggekoppeld/i, en: /fed back/i },
    means: { nl: /de melder heeft antwoord/, en: /the reporter has an answer/ },
    where: 'everywhere',
  },
  {
    term: 'MDO',
    says: { nl: /\bMDO\b/, en: /case meeting/i },
    means: { nl: /samen bespreken met wie nodig is/, en: /discuss it together with whoever is needed/ },
    where: 'everywhere',
  },
  {
    term: 'regie',
    says: { nl: /\bregie\b/, en: /\bthe lead\b/ },
    means: { nl: /zorgt dat het verdergaat/, en: /sees to it that it goes on/ },
    where: { first: 'Besluit nemen' },
  },
  {
    term: 'grondslag',
    says: { nl: /grondslag/i, en: /\bground\b/i },
    means: { nl: /reden (?:in de wet|die de wet geeft)/, en: /reason (?:in the law|that the law gives)/ },
    where: 'everywhere',
  },
  {
    term: 'FG',
    says: { nl: /\bFG\b/ },
    means: { nl: /functionaris gegevensbescherming/ },
    where: 'everywhere',
  },
  {
    term: 'Selectielijst',
    says: { nl: /selectielijst/i, en: /selectielijst/i },
    means: { nl: /landelijke lijst van bewaartermijnen/, en: /national list of retention terms/ },
    where: 'everywhere',
  },
  {
    term: 'inzageverzoek',
    says: { nl: /inzageverzoek/i, en: /access request/i },
    means: { nl: /wat er over die persoon bewaard is/, en: /what is kept about them/ },
    where: { first: 'De deur naar het zoeken' },
  },
  {
    term: 'BRP',
    says: { nl: /\bBRP\b/ },
    means: { nl: /bevolkingsregister/ },
    where: 'everywhere',
  },
  {
    term: 'RIEC',
    says: { nl: /\bRIEC\b/, en: /\bRIEC\b/ },
    means: { nl: /tegen ondermijning/, en: /against organised crime/ },
    where: 'everywhere',
  },
  {
    term: 'AVIM',
    says: { nl: /\bAVIM\b/, en: /\bAVIM\b/ },
    means: { nl: /team mensenhandel/, en: /human trafficking team/ },
    where: 'everywhere',
  },
  { term: 'Wpg', says: { nl: /\bWpg\b/, en: /\bWpg\b/ }, where: 'never' },
]
