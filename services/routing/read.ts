/** The situation of a signal: what officers said of it, what is among its facts, and what its words say beside that. */
import type { Fact } from '../facts/fact.ts'
import { factsOf } from '../facts/inStep.ts'
import { sourcesOf } from '../facts/propose.ts'
import type { Municipality } from '../municipality/municipality.ts'
import { asDigits } from '../privacy/bsn/marks.ts'
import type { SignalRecord } from '../signal/record.ts'
import { isFrozen } from '../signal/rights/freeze.ts'
import { learntStory, tellsSomething } from '../understanding/learnt/learnt.ts'
import { meaningOf } from '../understanding/text/concepts.ts'
import type { Met } from '../understanding/text/match.ts'
import { understand } from '../understanding/understand.ts'
import type { Instant } from '../words.ts'
import { readMatters } from './reading/matters.ts'
import { childrenUsed, readBand, readFork } from './reading/people.ts'
import { routingWordsIn, shownOf } from './reading/words.ts'
import { regionsFrom } from './ruleSet.ts'
import { NOTHING_SAID, type Situation, type Stands } from './situation.ts'
import { type AgeBand, type Circumstance, EXPLOITATION, type Matter } from './words.ts'

/** Of which municipality. Without a name, another town is only another municipality where that is said outright. */
export type At = Omit<Municipality, 'name'> & { name: string; nameless?: boolean }

/** From which strength a find in the register is told of as "came up before". */
const STRONG_FIND = 'strong'

const by = (who: Stands['by'], words: readonly string[] = []): Stands => ({ by: who, sure: true, words })

/** What the rules look at. Pure; time grows with the length of what was written. While it is frozen nothing is read (AVG 18). */
export function situationOf(record: SignalRecord, at: At, now: Instant): Situation {
  const frozen = isFrozen(record)
  const texts = frozen ? [] : sourcesOf(record, at).map(({ text }) => text)
  const messages = texts.map(asDigits)
  const about = at.nameless ? {} : { municipality: at.name, readers: at.officers.map(({ name }) => name) }
  const read = understand(messages, about)
  const met = routingWordsIn(messages)
  const facts = frozen ? [] : factsOf(record, at, now).filter(({ standing }) => standing !== 'refuted')
  const matters = mattersOf(record, () => {
    const meaning = meaningOf(messages)
    return readMatters({
      met,
      likely: learntStory(messages, about).likely('subjects'),
      forks: read.forks,
      tells: tellsSomething(messages, about),
      saidElsewhere: meaning.of('elsewhereSaid').length > 0 || meaning.of('thereSaid').length > 0,
      knowsOwn: !at.nameless,
    })
  })
  const age = ageOf(record, facts, () => readBand(read.age), messages)
  const fork = forkOf(facts, met)
  const circumstances = circumstancesOf(record, { met, facts, matters, age, fork: fork.side, messages })
  return {
    matters,
    age,
    fork,
    urgency: { value: record.urgency, stands: by('reporter') },
    circumstances,
    regions: regionsFrom(at.routing?.region).map(({ id }) => id),
    postcodes: facts.flatMap(({ details }) =>
      details.kind === 'address' ? (/^\d{4}/.exec(details.postcode ?? '') ?? []) : [],
    ),
    confirmedMatches: record.caseOf?.others ?? 0,
  }
}

/** The kinds that an officer confirmed; else as the words say. What goes another way is read beside them. */
function mattersOf({ weighed }: SignalRecord, read: () => Map<Matter, Stands>): Map<Matter, Stands> {
  const chosen = weighed?.kinds?.kinds
  if (chosen === undefined || chosen.length === 0) return read()
  const beside = [...read()].filter(([matter]) => GOES_ELSEWHERE.has(matter))
  return new Map<Matter, Stands>([...chosen.map((kind) => [kind, by('officer')] as const), ...beside])
}
const GOES_ELSEWHERE: ReadonlySet<Matter> = new Set([
  'otherMunicipality',
  'threatToReporter',
  'borderCrossing',
])

type Age = Situation['age']

function ageOf(
  record: SignalRecord,
  facts: readonly Fact[],
  read: () => Age,
  messages: readonly string[],
): Age {
  const persons = facts.flatMap(({ details, by: who }) =>
    details.kind === 'person' && details.age !== undefined && mayBeVictim(details.roles)
      ? [{ age: details.age, who }]
      : [],
  )
  const checked = persons.filter(({ who }) => who !== 'reading').sort((one, other) => one.age - other.age)[0]
  if (checked) return { band: bandOf(checked.age), stands: by('officer', [String(checked.age)]) }
  if (record.minor === 'yes') return { band: 'under18', stands: by('reporter') }
  const said = read()
  if (said.band !== 'unknown')
    return said.band === 'under18' && record.minor === 'no' ? { band: 'unknown', stands: NOTHING_SAID } : said
  const children = record.minor === 'no' ? [] : childrenUsed(messages)
  if (children.length > 0) return { band: 'under18', stands: { by: 'reading', sure: false, words: children } }
  return said
}

const bandOf = (age: number): AgeBand => (age < 18 ? 'under18' : age < 23 ? 'from18to22' : 'from23')
const mayBeVictim = (roles: readonly string[]): boolean =>
  roles.length === 0 || roles.includes('possibleVictim') || roles.includes('unknown')

function forkOf(facts: readonly Fact[], met: Met): Situation['fork'] {
  const victim = facts.some(
    ({ details }) => details.kind === 'person' && details.roles.includes('possibleVictim'),
  )
  return victim ? { side: 'victim', stands: by('officer') } : readFork(met)
}

type Around = {
  met: Met
  facts: readonly Fact[]
  matters: ReadonlyMap<Matter, Stands>
  age: Age
  fork: Situation['fork']['side']
  messages: readonly string[]
}

/** Of each circumstance the concept that says it. */
const SAID: Readonly<Partial<Record<Circumstance, string>>> = {
  coercion: 'coerced',
  housing: 'housingSaid',
  severalWorkers: 'severalPeople',
  border: 'borderStrong',
  diplomat: 'diplomatic',
  network: 'networkSaid',
  frontCompany: 'frontSaid',
  debts: 'debtSaid',
  school: 'schoolSaid',
  clientHarmed: 'harmedClient',
  personalBudget: 'pgbSaid',
  sexVenue: 'venueSaid',
  drugs: 'drugsSaid',
  forcedMarriage: 'marriageForced',
  location: 'placeSaid',
  repeat: 'repeatSaid',
}

function circumstancesOf(record: SignalRecord, around: Around): Map<Circumstance, Stands> {
  const { met, facts, matters, age, messages } = around
  const found = new Map<Circumstance, Stands>()
  for (const [name, concept] of Object.entries(SAID)) {
    const hits = met.of(concept)
    const known = Object.keys(SAID).find((each): each is Circumstance => each === name)
    if (known && hits.length > 0) found.set(known, { by: 'reading', sure: true, words: shownOf(met, hits) })
  }
  if (facts.some(({ details }) => details.kind === 'organisation')) found.set('organisation', by('reading'))
  if (facts.some(({ details }) => details.kind === 'address')) found.set('location', by('reading'))
  const strong = record.known?.matches.some(({ strength, other }) => strength === STRONG_FIND && !other)
  if (record.caseOf || strong) found.set('repeat', by('register'))
  const used = [...matters].find(([matter]) => EXPLOITATION.some((each) => each === matter))
  if (used) found.set('exploitation', used[1])
  if (age.band === 'under18' || age.band === 'from18to22') found.set('young', age.stands)
  else if (age.band === 'unknown' && record.minor !== 'no') {
    const young = meaningOf(messages).of('youthMaybe')
    if (young.length > 0)
      found.set('young', { by: 'reading', sure: false, words: shownOf(meaningOf(messages), young) })
  }
  return found
}
