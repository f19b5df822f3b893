/** The features of messages, as the learnt part sees them: the same when it is trained and when it reads. */
import { placesOf } from '../forks/colleague.ts'
import { saidForks } from '../forks/saidForks.ts'
import type { About } from '../reading.ts'
import { CONCEPTS, intentsOf, meaningOf } from '../text/concepts.ts'
import type { Met } from '../text/match.ts'
import { saidCertainty } from '../weight/saidCertainty.ts'
import { saidDegree } from '../wishes/saidDegree.ts'
import { featuresOf, masks, seenWords, type Vocabulary } from './features.ts'

/** Of a story: all its messages. */
export function seenStory(messages: readonly string[], about: About, vocabulary: Vocabulary): Set<string> {
  const features = seen(meaningOf(messages), CONCEPTS.stories, about, vocabulary)
  for (const { fork, sure } of saidForks(messages, about)) features.add(`<<fork ${fork} ${sure}>>`)
  const certainty = saidCertainty(messages)
  if (certainty !== undefined) features.add(`<<certainty ${certainty.value}>>`)
  const degree = saidDegree(messages)
  if (degree !== undefined) features.add(`<<degree ${degree.value}>>`)
  return features
}

/** Of what the newest message is for: that message. */
export function seenIntent(
  message: string,
  about: About,
  vocabulary: Vocabulary,
  story: Met = meaningOf([message]),
): Set<string> {
  const features = seen(intentsOf(message), CONCEPTS.intents, about, vocabulary)
  for (const concept of ALSO) if (story.of(concept).length > 0) features.add(`<<${concept}>>`)
  return features
}
/** Of stories what says that a message is a story, or asks to think along. */
const ALSO = [
  'consult',
  'whoElse',
  'where',
  'when',
  'sawMyself',
  'hearsay',
  'mistaken',
  'earlierReport',
  'colleague',
  'gut',
]

function seen(met: Met, concepts: readonly string[], about: About, vocabulary: Vocabulary): Set<string> {
  const readers = (about.readers ?? []).flatMap((name) => placesOf(met, name))
  const words = seenWords(met, vocabulary, masks(met, about.municipality, readers))
  return featuresOf(
    met,
    words,
    concepts.filter((concept) => met.of(concept).length > 0),
  )
}
