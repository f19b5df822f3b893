/** What a signal may be about (C3, D1 to D8): several at once, none by default; never by where somebody comes from. */
import { learntStory, tellsSomething } from '../learnt/learnt.ts'
import { type About, SUBJECT_KINDS, type Subject } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'

/** So likely the learnt part must find a kind that no word of it was met for, and so unlikely one that was. */
const FINDS = 0.32
const LEAVES = 0.18
/** Organised crime is seldom told without a word of it; a gift or a look-up by somebody of ours is none. */
const FINDS_CRIME = 0.7

/** The kinds of signal that these words may be about, the likeliest first. */
export function readSubjects(messages: readonly string[], about: About = {}): readonly Subject[] {
  const met = meaningOf(messages)
  const learnt = learntStory(messages, about)
  const likely = learnt.likely('subjects')
  const tells = tellsSomething(messages, about)
  return SUBJECT_KINDS.flatMap((kind) => {
    const hits = met.of(kind === 'violenceAtHome' ? 'homeViolence' : kind)
    const share = likely.get(kind) ?? 0
    if (hits.length === 0 && !tells) return []
    if (share < (hits.length > 0 ? LEAVES : kind === 'underminingCrime' ? FINDS_CRIME : FINDS)) return []
    const because = hits.length > 0 ? met.because(hits) : learnt.because('subjects', kind)
    return [
      { share, subject: { kind, sure: share > FINDS ? ('likely' as const) : ('doubt' as const), because } },
    ]
  })
    .sort((one, other) => other.share - one.share)
    .map(({ subject }) => subject)
}
