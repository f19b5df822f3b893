/** What the learnt part says of messages, worked out once for each list of messages. */
import stored from '../../content/data/meaning/model.json' with { type: 'json' }
import { ModelFile } from '../../content/meaning.ts'
import type { About, Passage } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'
import { passageOf } from '../text/tokens.ts'
import { closestIn, type Vocabulary } from './features.ts'
import { type Likely, type Model, modelOf } from './model.ts'
import { seenIntent, seenStory } from './seen.ts'

type Ready = { model: Model; vocabulary: Vocabulary }
let ready: Ready | undefined

function made(): Ready {
  if (ready === undefined) {
    const model = modelOf(ModelFile.parse(stored))
    ready = { model, vocabulary: { known: model.known, closest: closestIn(model.known) } }
  }
  return ready
}

/** How likely the labels of a group are, and which words speak for one. */
export type Learnt = { likely(group: string): Likely; because(group: string, label: string): Passage[] }

/** So many words are given as the reason. */
const REASONS = 3

const stories = new WeakMap<readonly string[], Learnt>()

/** Of a story: all its messages. */
export function learntStory(messages: readonly string[], about: About): Learnt {
  const before = stories.get(messages)
  if (before !== undefined) return before
  const { model, vocabulary } = made()
  const features = seenStory(messages, about, vocabulary)
  const groups = new Map<string, Likely>()
  const learnt: Learnt = {
    likely: (group) => {
      const known = groups.get(group) ?? model.likely(group, features)
      groups.set(group, known)
      return known
    },
    because: (group, label) => {
      const { words } = meaningOf(messages)
      const speaking = model.reasons(group, label, features).map(({ feature }) => feature)
      const places = speaking.flatMap((feature) => {
        const at = words.tokens.findIndex(({ word }) => word === feature)
        return at < 0 ? [] : [passageOf(words, at, at + 1)]
      })
      return places.slice(0, REASONS)
    },
  }
  stories.set(messages, learnt)
  return learnt
}

const intents = new WeakMap<readonly string[], Map<number, Likely>>()

/** Of what the message at a place in the list is for; of a long one, its beginning. */
export function learntIntent(messages: readonly string[], at: number, about: About): Likely {
  const known = intents.get(messages) ?? new Map<number, Likely>()
  intents.set(messages, known)
  const before = known.get(at)
  if (before !== undefined) return before
  const { model, vocabulary } = made()
  const message = messages[at] ?? ''
  const whole = messages.length === 1 && message.length <= MOST_OF_ONE
  const read = message.slice(0, MOST_OF_ONE)
  const features = seenIntent(read, about, vocabulary, whole ? meaningOf(messages) : undefined)
  const likely = model.likely('intent', features)
  known.set(at, likely)
  return likely
}
/** UTF-16 units: what a longer message is for shows before that. */
const MOST_OF_ONE = 1_500

/** So many of the newest messages are looked at for whether they tell something. */
const LATEST = 10

/** What each of the newest messages is for. */
export const latestIntents = (messages: readonly string[], about: About): string[] =>
  messages
    .slice(-LATEST)
    .map(
      (_message, nth, { length }) =>
        best(learntIntent(messages, messages.length - length + nth, about)).label,
    )

/** Is one of them a story, or a question about a case? What is learnt of stories says nothing of anything else. */
export const tellsSomething = (messages: readonly string[], about: About): boolean =>
  latestIntents(messages, about).some((intent) => intent === 'signal' || intent === 'advice')

/** The label that is most likely, and how likely. */
export function best(likely: Likely): { label: string; share: number } {
  let found = { label: '', share: 0 }
  for (const [label, share] of likely) if (share > found.share) found = { label, share }
  return found
}
