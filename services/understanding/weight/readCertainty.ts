/** How sure the writer is (A011). */
import type { Certainty } from '../../signal/words.ts'
import { best, learntStory, tellsSomething } from '../learnt/learnt.ts'
import type { About, Proposal } from '../reading.ts'
import { saidCertainty } from './saidCertainty.ts'

const CLEAR = 0.6
const VALUES: readonly Certainty[] = ['sure', 'suspicion', 'gut']

/** As the words say it, or as they make it likely; undefined where they say nothing. */
export function readCertainty(messages: readonly string[], about: About = {}): Proposal<Certainty> {
  const said = saidCertainty(messages)
  const learnt = learntStory(messages, about)
  const { label, share } = best(learnt.likely('certainty'))
  const value = VALUES.find((each) => each === label)
  if (
    value === undefined ||
    !tellsSomething(messages, about) ||
    (said !== undefined && (said.value === value || said.sure === 'sure' || share < CLEAR))
  )
    return said
  const because = learnt.because('certainty', value)
  if (because.length === 0 || (said === undefined && value === 'suspicion')) return said
  return { value, sure: share > CLEAR ? 'likely' : 'doubt', because }
}
