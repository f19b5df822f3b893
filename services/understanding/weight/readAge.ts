/** Is there somebody younger than eighteen in it, or somebody who depends on others (A155)? */
import type { AgeReading, Finding } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'
import type { Met } from '../text/match.ts'
import { type AgeSaid, agesIn } from './ages.ts'

const OF_AGE = 18

/** What the words say of age. A correction ("she turned out to be 19") counts for more than what was said before it. */
export function readAge(messages: readonly string[]): AgeReading {
  const met = meaningOf(messages)
  const ages = agesIn(met)
  const corrected = ages.filter(({ corrects }) => corrects)
  const counted = corrected.length > 0 ? corrected.slice(-1) : ages
  return { minor: minorOf(met, counted), age: youngest(counted), dependent: dependentOf(met) }
}

function youngest(ages: readonly AgeSaid[]): AgeReading['age'] {
  const [first] = [...ages].sort((one, other) => one.from - other.from)
  if (first === undefined) return undefined
  return { from: first.from, to: first.to, sure: first.sure, because: [first.at] }
}

function minorOf(met: Met, ages: readonly AgeSaid[]): AgeReading['minor'] {
  const young = ages.filter(({ from }) => from < OF_AGE)
  if (young.length > 0) {
    const sure = young.some((age) => age.sure !== 'doubt') ? 'likely' : 'doubt'
    return { is: 'yes', sure, because: young.map(({ at }) => at) }
  }
  const words = met
    .of('youngWord')
    .filter((hit) => !met.of('notYoung').some(({ first, end }) => first <= hit.first && end >= hit.end))
    .filter(({ clause }) => !met.inClause(clause, 'not') || met.inClause(clause, 'papersTaken'))
    .filter(({ sentence }) => !met.inSentence(sentence, 'ifSo'))
  const [of] = ages.slice(-1)
  if (of !== undefined && of.from >= OF_AGE && met.of('saidAge').length > 0) {
    return { is: 'no', sure: 'likely', because: [of.at] }
  }
  if (words.length > 0 && !met.inSentence(words[0]?.sentence ?? -1, 'adultWord')) {
    return { is: 'yes', sure: 'likely', because: met.because(words) }
  }
  if (ages.length > 0) return { is: 'no', sure: 'likely', because: ages.map(({ at }) => at) }
  const adult = met.of('adultWord')
  if (adult.length > 0) return { is: 'no', sure: 'likely', because: met.because(adult) }
  return undefined
}

function dependentOf(met: Met): Finding | undefined {
  const clear = met.of('dependentClear')
  if (clear.length > 0) return { sure: 'likely', because: met.because(clear) }
  const maybe = met.of('dependent')
  return maybe.length > 0 ? { sure: 'doubt', because: met.because(maybe) } : undefined
}
