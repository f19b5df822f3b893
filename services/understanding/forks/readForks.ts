/** What does not belong in this register, or belongs here in another way (A2, A3, B1, E, I). */
import { learntStory, tellsSomething } from '../learnt/learnt.ts'
import type { About, Fork, ForkKind } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'
import { sameTown, townsIn } from './places.ts'
import { saidForks } from './saidForks.ts'

const FORKS: readonly ForkKind[] = [
  'colleague',
  'officer',
  'police',
  'violenceAtHome',
  'otherMunicipality',
  'correction',
]
/**
 * So sure the learnt part must be to find a fork that no rule found. Low: what is learnt shrinks towards nothing, and a
 * question costs less than words that must not be stored.
 */
const FINDS: Readonly<Record<ForkKind, number>> = {
  colleague: 0.17,
  officer: 0.1,
  police: 0.1,
  violenceAtHome: 0.12,
  otherMunicipality: 0.08,
  correction: 0.08,
}

/** A correction that is said in words of which the learnt part thinks nothing is asked, not taken. */
const UNLIKELY = 0.1

/** The forks that these messages may take; empty for an ordinary signal. */
export function readForks(messages: readonly string[], about: About): readonly Fork[] {
  const said = saidForks(messages, about)
  const likely = learntStory(messages, about).likely('forks')
  const tells = tellsSomething(messages, about)
  return FORKS.flatMap((fork): Fork[] => {
    const found = said.find((each) => each.fork === fork)
    const share = likely.get(fork) ?? 0
    if (found !== undefined)
      return fork === 'correction' && share < UNLIKELY ? [{ ...found, sure: 'doubt' }] : [found]
    if (!tells || share < FINDS[fork] || (fork === 'otherMunicipality' && !namesAnother(messages, about)))
      return []
    if (fork === 'colleague' && share < NOBODY_NAMED && !namesOurs(messages)) return []
    const words = learntStory(messages, about).because('forks', fork)
    return [{ fork, sure: 'doubt', because: words.length > 0 ? words : whole(messages) }]
  })
}

/** So sure the learnt part must be of a colleague where nobody of ours, and nothing that only they can do, is named. */
const NOBODY_NAMED = 0.5
const OF_OURS = ['colleague', 'leak']
const namesOurs = (messages: readonly string[]): boolean =>
  OF_OURS.some((concept) => meaningOf(messages).of(concept).length > 0)

/** Another municipality is never found where no other town is named. */
const namesAnother = (messages: readonly string[], { municipality }: About): boolean =>
  townsIn(meaningOf(messages).words).some(
    ({ name }) => municipality === undefined || !sameTown(name, municipality),
  )

/** Where no word stands out, the first message is the reason. */
function whole(messages: readonly string[]): Fork['because'] {
  const { tokens } = meaningOf(messages).words
  const first = tokens[0]
  if (first === undefined) return []
  const words = messages[first.message] ?? ''
  return [{ message: first.message, from: 0, to: words.length, words }]
}
