/**
 * What a file can be found by, to work on it: its number, the officer's label, its facts, the organisations that have it,
 * notes of officers. Never what the reporter wrote, and nothing that an organisation answered: whoever asks what is kept of
 * a person has the access request for that (rights/search.ts), with its own record. Pure.
 */
import { textOf } from '../../facts/passages.ts'
import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import type { OfficerId } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import { findIn } from '../rights/search.ts'
import { labelFor } from './labels.ts'

/** By what it was found. */
export const FIND_PARTS = ['number', 'label', 'fact', 'partner', 'note'] as const
export type FindPart = (typeof FIND_PARTS)[number]

function textsOf(record: SignalRecord, municipality: Municipality, viewer: OfficerId): [FindPart, string][] {
  const label = labelFor(record, viewer)
  const names = record.routes.flatMap(({ partner }) => {
    const found = partnerOf(municipality, partner)
    return found ? [`${found.name.nl} ${found.name.en}`] : []
  })
  const facts = (record.facts ?? []).filter(({ standing }) => standing !== 'refuted')
  return [
    ['number', record.reference],
    ...(label ? [['label', label.text] satisfies [FindPart, string]] : []),
    ...facts.map(({ details }): [FindPart, string] => ['fact', textOf(details)]),
    ...names.map((name): [FindPart, string] => ['partner', name]),
    ...record.notes.map(({ text }): [FindPart, string] => ['note', text]),
  ]
}

/** The parts in which one of these terms occurs (`termsIn`); none: it is not found. */
export function foundBy(
  record: SignalRecord,
  terms: readonly string[],
  it: { municipality: Municipality; viewer: OfficerId },
): FindPart[] {
  const texts = textsOf(record, it.municipality, it.viewer)
  const found = findIn(
    texts.map(([, text], at) => ({ id: `${at}`, part: 'note' as const, text })),
    terms,
  )
  const parts = new Set(found.flatMap(({ passage }) => texts[Number(passage)]?.[0] ?? []))
  return FIND_PARTS.filter((part) => parts.has(part))
}
