/** Situations for tests of the rules: what is named, and nothing else. */

import { regionsFrom } from '../../../services/routing/ruleSet.ts'
import type { Situation, Stands } from '../../../services/routing/situation.ts'
import {
  type AgeBand,
  type Circumstance,
  EXPLOITATION,
  type ForkSide,
  type Matter,
} from '../../../services/routing/words.ts'
import type { Urgency } from '../../../services/signal/words.ts'

export type Named = {
  matters?: readonly Matter[]
  doubts?: readonly Matter[]
  age?: AgeBand
  fork?: ForkSide
  urgency?: Urgency
  facts?: readonly Circumstance[]
  region?: string
  postcodes?: readonly string[]
  confirmed?: number
}

const sure: Stands = { by: 'officer', sure: true, words: [] }

export function situation(named: Named = {}): Situation {
  const matters = [...(named.matters ?? []).map((each) => [each, sure] as const)]
  const doubts = (named.doubts ?? []).map((each) => [each, { ...sure, sure: false }] as const)
  const young = named.age === 'under18' || named.age === 'from18to22'
  const used = (named.matters ?? []).some((each) => EXPLOITATION.some((one) => one === each))
  const facts = [
    ...(named.facts ?? []),
    ...(young ? ['young' as const] : []),
    ...(used ? ['exploitation' as const] : []),
  ]
  return {
    matters: new Map([...matters, ...doubts]),
    age: { band: named.age ?? 'from23', stands: sure },
    fork: { side: named.fork ?? 'victim', stands: sure },
    urgency: { value: named.urgency ?? 'normal', stands: sure },
    circumstances: new Map(facts.map((each) => [each, sure] as const)),
    regions: regionsFrom(named.region).map(({ id }) => id),
    postcodes: named.postcodes ?? [],
    confirmedMatches: named.confirmed ?? 0,
  }
}
