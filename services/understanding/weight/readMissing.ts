/** What would help an officer most, and is not there yet (A032, I.17). */
import type { Fact, Missing } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'

/** What is missing, what helps most first: where, whether it goes on, how it is known, who, when, how to reach her. */
export function readMissing(messages: readonly string[], facts: readonly Fact[]): readonly Missing[] {
  const met = meaningOf(messages)
  const fact = (...kinds: readonly Fact['kind'][]) => facts.some(({ kind }) => kinds.includes(kind))
  const said = (...concepts: readonly string[]) => concepts.some((concept) => met.of(concept).length > 0)
  const missing: Record<Missing, boolean> = {
    where: !(fact('address') || said('where')),
    stillThere: !said('goesOn'),
    howKnown: !said('sawMyself', 'hearsay', 'sureSaid'),
    who: !(fact('person', 'organisation', 'plate', 'companyNumber') || said('whoElse')),
    when: !(fact('time') || said('when')),
    what: met.words.tokens.length < SHORT,
    safeToReach: !said('safeContact'),
  }
  return ORDER.filter((kind) => missing[kind])
}
/** Fewer words than this say hardly what it is. */
const SHORT = 6
const ORDER: readonly Missing[] = ['what', 'where', 'stillThere', 'howKnown', 'who', 'when', 'safeToReach']
