/** What the person wants with the newest message. */
import { best, learntIntent } from '../learnt/learnt.ts'
import type { About, Intent, IntentKind } from '../reading.ts'
import { intentsOf } from '../text/concepts.ts'
import { undoIn } from './undo.ts'

const KINDS: readonly IntentKind[] = [
  'signal',
  'advice',
  'greeting',
  'thanks',
  'acknowledged',
  'test',
  'stop',
  'neverMind',
  'whatHappens',
  'howLong',
  'whoReads',
  'anonymity',
  'human',
  'canICall',
  'callMe',
  'withdraw',
  'send',
  'discard',
  'speakDutch',
  'speakEnglish',
  'howItWorks',
  'offTopic',
  'swearing',
  'unclear',
]
/** In so many UTF-16 units the words of an intent are looked for, to show them. */
const MOST_SHOWN = 1_500
const SURE = 0.8
const LIKELY = 0.45

/**
 * What the newest message is for, learnt from words and the concepts of intents. In doubt between a story and something
 * that would be lost as a story, one question is asked: that is for whoever answers.
 */
export function readIntent(messages: readonly string[], about: About = {}): Intent {
  const last = messages.length - 1
  const message = messages[last] ?? ''
  const met = intentsOf(message.slice(0, MOST_SHOWN))
  if (met.words.tokens.length === 0) return { intent: 'unclear', sure: 'likely', because: [] }
  const undo = undoIn(message)
  if (undo) return { intent: 'undo', sure: 'sure', because: [{ ...undo, message: last }] }
  const { label, share } = best(learntIntent(messages, last, about))
  const intent = KINDS.find((kind) => kind === label) ?? 'signal'
  const because = met.because(met.of(intent)).map((each) => ({ ...each, message: last }))
  return { intent, sure: share > SURE ? 'sure' : share > LIKELY ? 'likely' : 'doubt', because }
}
