/** What a signal may be about (C3): several at once, none by default. */
import { passagesOf } from '../passages.ts'
import type { Subject, SubjectKind } from '../reading.ts'

const SAID: readonly (readonly [SubjectKind, RegExp])[] = [
  ['sexualExploitation', /\b(?:loverboy\w{0,4}|prostitut\w{0,6}|pooier)\b/gi],
  ['labourExploitation', /\b(?:uitbuit\w{0,6}|paspoorten? (?:afgepakt|ingenomen)|krijgt geen loon)\b/gi],
  ['careFraud', /\b(?:pgb|zorgfraude)\b/gi],
  ['addressFraud', /\b(?:ingeschreven op|adresfraude|spookbewon\w{0,4})\b/gi],
]

/** The kinds of signal that these words may be about. */
export const readSubjects = (messages: readonly string[]): readonly Subject[] =>
  SAID.flatMap(([kind, pattern]): Subject[] => {
    const because = passagesOf(messages, pattern)
    return because.length > 0 ? [{ kind, sure: 'likely', because }] : []
  })
