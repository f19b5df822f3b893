/** Who may know the writer's name, as the words ask (I.1). */
import type { Degree } from '../../signal/words.ts'
import type { Finding, Proposal } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'
import type { Hit, Met } from '../text/match.ts'

/** The degree that the words ask for; undefined where they do not say. Who asks for most is heard. */
export function saidDegree(messages: readonly string[]): Proposal<Degree> {
  const met = meaningOf(messages)
  const unknown = met.of('unknown').filter((hit) => !isAsked(met, hit))
  const answer = met.of('wantsAnswer').length > 0
  const openly = met
    .of('openly')
    .filter((hit) => !isAsked(met, hit) && !unknown.some((each) => each.clause === hit.clause))
    .filter((hit) => !met.inClause(hit.clause, 'nobody'))
  const anonymous = met
    .of('anonymous')
    .filter((hit) => !isAsked(met, hit) && !met.inSentence(hit.sentence, 'notAnonymous'))
    .filter((hit) => !openly.some(({ sentence }) => sentence === hit.sentence))
  const fits = (value: Degree, hits: readonly Hit[], finding: Finding['sure'] = 'likely') => ({
    value,
    sure: finding,
    because: met.because(hits),
  })
  const named = met
    .of('anonymousSaid')
    .filter((hit) => anonymous.some(({ sentence }) => sentence === hit.sentence))
  if (named.length > 0) return fits('anonymous', named, 'sure')
  const officerMay = met
    .of('officerMay')
    .filter((hit) => !isAsked(met, hit) && !met.inClause(hit.clause, 'nobody'))
  if (officerMay.length > 0) return fits('confidential', officerMay)
  if (anonymous.length > 0) return fits(answer ? 'unknown' : 'anonymous', anonymous)
  if (unknown.length > 0) return fits('unknown', unknown)
  if (openly.length > 0) return fits('confidential', openly)
  const fears = met.of('fearsKnown').filter((hit) => met.inSentence(hit.sentence, 'me'))
  return fears.length > 0 ? fits('unknown', fears, 'doubt') : undefined
}

/** A question whether it is anonymous wishes nothing yet. */
const isAsked = (met: Met, { sentence }: Hit): boolean =>
  met.words.asked.has(sentence) || met.inSentence(sentence, 'asksAnonymity')
