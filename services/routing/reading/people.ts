/** Is a possible victim known, or only a place (C1)? How old may they be (A038, A155)? As the words say it. */
import type { AgeReading } from '../../understanding/reading.ts'
import type { Met } from '../../understanding/text/match.ts'
import { wordsOf } from '../../understanding/text/tokens.ts'
import { NOTHING_SAID, type Stands } from '../situation.ts'
import type { AgeBand, ForkSide } from '../words.ts'
import { shownOf } from './words.ts'

type Side = { side: ForkSide; stands: Stands }

const side = (is: ForkSide, sure: boolean, words: readonly string[]): Side => ({
  side: is,
  stands: { by: 'reading', sure, words },
})

/** Somebody who can be found again, or a place where people are whom nobody knows. */
export function readFork(met: Met): Side {
  const someone = met.of('victimSaid')
  if (someone.length > 0) return side('victim', true, shownOf(met, someone))
  const perhaps = met.of('pronounSaid')
  const places = met.of('placeSaid')
  const many = met.of('severalPeople')
  if (perhaps.length > 0 && (many.length === 0 || places.length === 0))
    return side('victim', perhaps.length > 1, shownOf(met, perhaps))
  if (places.length > 0) return side('place', perhaps.length === 0, shownOf(met, places))
  return { side: 'unclear', stands: NOTHING_SAID }
}

const ADULT_FROM = 18
const YOUTH_UNTIL = 23

/** Children of somebody: they say nothing of how old who is used may be. */
const OF_SOMEBODY = new Set(
  "haar zijn hun mijn m'n z'n d'r onze jullie met en twee drie vier vijf 2 3 4 5 geen her his their my our with and two three four no voor op bij for".split(
    ' ',
  ),
)
const CHILD =
  /^(?:kind|kinderen|kindje|kindjes|baby|baby'tje|babytje|babies|kids|child|children|kleinkind|kleinkinderen|kleuter|kleuters|peuter|peuters|dochtertje|zoontje)$/

/** How old they may be, and whether the words leave it open that they are young. */
export function readBand(age: AgeReading): { band: AgeBand; stands: Stands } {
  const says = (band: AgeBand, sure: boolean, words: readonly string[]) => ({
    band,
    stands: { by: 'reading', sure, words } as const,
  })
  const youngest = age.age
  if (youngest) {
    const words = youngest.because.map((each) => each.words)
    const band =
      youngest.from < ADULT_FROM ? 'under18' : youngest.from < YOUTH_UNTIL ? 'from18to22' : 'from23'
    if (band !== 'from23' || age.minor?.is !== 'yes') return says(band, youngest.sure !== 'doubt', words)
  }
  if (age.minor?.is === 'yes') {
    const words = age.minor.because.map((each) => each.words).filter((word) => !isChildOfNobody(word))
    if (words.length > 0) return says('under18', true, words.slice(0, 3))
  }
  return { band: 'unknown', stands: NOTHING_SAID }
}

const isChildOfNobody = (word: string): boolean => CHILD.test(word.toLowerCase())

/** Children who are used themselves: "kinderen moeten bedelen", not "haar kinderen". */
export function childrenUsed(messages: readonly string[]): string[] {
  const { tokens } = wordsOf(messages)
  return tokens
    .filter(({ word, sentence }, at) => {
      if (!CHILD.test(word)) return false
      const before = tokens.slice(Math.max(0, at - 2), at).filter((token) => token.sentence === sentence)
      return !before.some((token) => OF_SOMEBODY.has(token.word))
    })
    .map(({ word }) => word)
    .slice(0, 3)
}
