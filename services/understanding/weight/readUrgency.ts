/** How urgent it is, as a proposal (C2). */
import type { Urgency } from '../../signal/words.ts'
import { learntStory, tellsSomething } from '../learnt/learnt.ts'
import type { About, AgeReading, DangerReading, Proposal, Subject } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'
import type { Hit, Met } from '../text/match.ts'

/** So likely the learnt part must find it high where no word of weight is met, and soft where one of doubt is. */
const HEAVY = 0.35
const LIGHT = 0.45
const HIGH = ['confined', 'threatened', 'suspectKnows', 'leavesSoon', 'repeat']

/**
 * Danger is acute. High: a minor or a person who clearly depends, papers taken, threat, somebody leaves within three days,
 * the one it is about knows, somebody is not free to go. Soft: a feeling, a doubt, one weak sign. Else nothing is proposed.
 */
export function readUrgency(
  messages: readonly string[],
  {
    danger,
    age,
    about = {},
  }: { danger: DangerReading; age: AgeReading; subjects: readonly Subject[]; about?: About },
): Proposal<Urgency> {
  if (danger.level === 'ring') return { value: 'acute', sure: danger.sure, because: danger.because }
  const met = meaningOf(messages)
  const young = age.minor?.is === 'yes' ? age.minor.because : []
  const depends = age.dependent !== undefined && age.dependent.sure !== 'doubt' ? age.dependent.because : []
  const taken = met.of('papersTaken').filter((hit) => !met.inSentence(hit.sentence, 'papersLost'))
  const heavy = [...HIGH.flatMap((concept) => met.of(concept)), ...taken].filter((hit) => counts(met, hit))
  const because = [...young, ...depends, ...met.because(heavy)]
  if (because.length > 0) return { value: 'high', sure: 'likely', because }
  if (danger.level === 'ask') return { value: 'high', sure: 'doubt', because: danger.because }
  const learnt = learntStory(messages, about)
  const likely = learnt.likely('urgency')
  if ((likely.get('high') ?? 0) > HEAVY && tellsSomething(messages, about)) {
    const words = learnt.because('urgency', 'high')
    if (words.length > 0) return { value: 'high', sure: 'doubt', because: words }
  }
  const light = [...met.of('gut'), ...met.of('weak'), ...met.of('consult')]
  if ((likely.get('soft') ?? 0) < LIGHT) return undefined
  return light.length > 0 ? { value: 'soft', sure: 'likely', because: met.because(light) } : undefined
}

/** What is learnt, denied or long over weighs nothing. */
function counts(met: Met, hit: Hit): boolean {
  if (met.inSentence(hit.sentence, 'ifSo', 'longPast')) return false
  if (hit.concept === 'confined' || hit.concept === 'threatened') {
    return !met.of('notSo').some(({ first, end }) => first <= hit.first && end >= hit.first)
  }
  return true
}
