/**
 * What a person typed, read once: everybody who needs to know something of it asks this, so that no second reading
 * exists. Pure; time grows with the length of the text.
 */
import { asDigits } from '../privacy/bsn/marks.ts'
import { readDanger } from './danger/readDanger.ts'
import { readFacts } from './facts/readFacts.ts'
import { readForks } from './forks/readForks.ts'
import { readIntent } from './intent/readIntent.ts'
import { readLanguage } from './language/readLanguage.ts'
import type { About, Reading } from './reading.ts'
import { readSubjects } from './subjects/readSubjects.ts'
import { readAge } from './weight/readAge.ts'
import { readCertainty } from './weight/readCertainty.ts'
import { readMissing } from './weight/readMissing.ts'
import { readUrgency } from './weight/readUrgency.ts'
import { readConsult } from './wishes/readConsult.ts'
import { readDegree } from './wishes/readDegree.ts'

/**
 * Reads the messages of one person about one thing, the oldest first.
 * @param typed as they were typed, each at most some 200,000 UTF-16 units
 * @returns findings that are worked out when they are asked for, each once
 */
export function understand(typed: readonly string[], about: About = {}): Reading {
  // A list of our own: what is worked out of it once is kept by it.
  const messages = typed.map(asDigits)
  const once = <T>(work: () => T): (() => T) => {
    let done: { value: T } | undefined
    return () => {
      done ??= { value: work() }
      return done.value
    }
  }
  const danger = once(() => readDanger(messages))
  const language = once(() => readLanguage(messages))
  const forks = once(() => readForks(messages, about))
  const intent = once(() => readIntent(messages, about))
  const subjects = once(() => readSubjects(messages, about))
  const age = once(() => readAge(messages))
  const certainty = once(() => readCertainty(messages, about))
  const urgency = once(() =>
    readUrgency(messages, { danger: danger(), age: age(), subjects: subjects(), about }),
  )
  const degree = once(() => readDegree(messages))
  const consult = once(() => readConsult(messages, about))
  const facts = once(() => readFacts(messages, about))
  const missing = once(() => readMissing(messages, facts()))
  return {
    get language() {
      return language()
    },
    get danger() {
      return danger()
    },
    get forks() {
      return forks()
    },
    get intent() {
      return intent()
    },
    get subjects() {
      return subjects()
    },
    get age() {
      return age()
    },
    get certainty() {
      return certainty()
    },
    get urgency() {
      return urgency()
    },
    get degree() {
      return degree()
    },
    get consult() {
      return consult()
    },
    get facts() {
      return facts()
    },
    get missing() {
      return missing()
    },
  }
}
