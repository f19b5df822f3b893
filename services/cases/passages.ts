/** What officers wrote in a case, as passages: found by an access request with each signal of it (AVG 15). */
import type { Passage } from '../signal/rights/passages.ts'
import type { CaseRecord } from './case.ts'

export function passagesOfCase(kase: CaseRecord): Passage[] {
  const texts = [
    ...kase.members.map(({ reason }) => reason),
    ...kase.weighings.map(({ reason }) => reason),
    ...kase.hypotheses.flatMap(({ text, ended }) => [text, ended?.reason ?? '']),
    ...kase.milestones.map(({ text }) => text),
    ...kase.decisions.map(({ reason }) => reason),
  ]
  return texts.flatMap((text, at) =>
    text.trim() === '' ? [] : [{ id: `case.${kase.id}.${at}`, part: 'case' as const, text }],
  )
}
