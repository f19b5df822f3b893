/** What officers wrote in a case, as passages: found by an access request with each signal of it (AVG 15). */
import type { Passage } from '../signal/rights/passages.ts'
import type { CaseRecord } from './case.ts'

export function passagesOfCase(kase: CaseRecord): Passage[] {
  const texts = [
    ...kase.members.map(({ reason }) => reason),
    ...kase.weighings.map(({ reason }) => reason),
    ...kase.hypotheses.flatMap(({ text, ended }) => [text, ended?.reason ?? '']),
    ...kase.milestones.flatMap(({ text, moved = [] }) => [text, ...moved.map(({ reason }) => reason)]),
    ...kase.decisions.map(({ reason }) => reason),
    ...(kase.meetings ?? []).flatMap(({ why, question, participants, held, cancelled }) => [
      why,
      question,
      ...participants.flatMap(({ role, basisReason = '' }) => [role, basisReason]),
      ...(held ? [held.minutes, held.decision] : []),
      ...(cancelled ? [cancelled.reason] : []),
    ]),
  ]
  return texts.flatMap((text, at) =>
    text.trim() === '' ? [] : [{ id: `case.${kase.id}.${at}`, part: 'case' as const, text }],
  )
}
