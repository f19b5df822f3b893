/** Does the writer want to think along first, or doubt whether it is anything (A007)? */
import { latestIntents, learntStory, tellsSomething } from '../learnt/learnt.ts'
import type { About, Finding } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'

/** So likely a wish to think along is where its words are met, and where none are. */
const CONFIRMS = 0.4
const FINDS = 0.65

/** The words that ask it; undefined where none do. A question to the bot about the bot is none. */
export function readConsult(messages: readonly string[], about: About = {}): Finding | undefined {
  const met = meaningOf(messages)
  const said = met.of('consult')
  const intents = latestIntents(messages, about)
  if (!tellsSomething(messages, about)) return undefined
  const learnt = learntStory(messages, about)
  const because = said.length > 0 ? met.because(said) : learnt.because('consult', 'yes')
  if (intents.includes('advice')) return { sure: 'likely', because }
  const share = learnt.likely('consult').get('yes') ?? 0
  return share > (said.length > 0 ? CONFIRMS : FINDS) ? { sure: 'doubt', because } : undefined
}
