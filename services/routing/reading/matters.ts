/**
 * What a signal is about, as its words say it, for the rows of C3: words of the trade and descriptions weigh beside what was
 * learnt from examples. One thing that is clear is better than three that are possible: what is not sure is only asked about.
 */
import { SignalKind } from '../../facts/weighed.ts'
import type { Likely } from '../../understanding/learnt/model.ts'
import type { Fork } from '../../understanding/reading.ts'
import type { Hit, Met } from '../../understanding/text/match.ts'
import type { Stands } from '../situation.ts'
import { EXPLOITATION, type Matter } from '../words.ts'
import { shownOf } from './words.ts'

/** The concepts that speak for a kind: a strong one nearly settles it, a weak one needs another. */
const SPEAKS: Readonly<Record<SignalKind, { strong: readonly string[]; weak: readonly string[] }>> = {
  sexualExploitation: { strong: ['sexStrong'], weak: ['sexWeak'] },
  labourExploitation: { strong: ['labourStrong'], weak: ['labourContext', 'payBad'] },
  criminalExploitation: { strong: ['criminalStrong'], weak: ['criminalWeak'] },
  forcedServices: { strong: ['servicesStrong'], weak: [] },
  organRemoval: { strong: ['organStrong'], weak: [] },
  otherExploitation: { strong: ['marriageForced', 'otherStrong'], weak: [] },
  underminingCrime: { strong: ['crimeStrong'], weak: [] },
  careFraud: { strong: ['careStrong'], weak: ['careWeak'] },
  addressFraud: { strong: ['addressStrong'], weak: [] },
  benefitFraud: { strong: ['benefitStrong'], weak: ['benefitWeak'] },
  violenceAtHome: { strong: ['homeStrong'], weak: [] },
}
const STRONG = 0.55
/** Work, and something that keeps somebody in it: together they are as good as called by its name. */
const TOGETHER = 0.35
const KEPT = 0.2
const WEAK = 0.2
const MOST_WEAK = 0.4
const LEARNT = 1
const SURE = 0.7
const MAYBE = 0.36

/** What a text says of it, read by the product's own readings. */
export type Said = {
  met: Met
  likely: Likely
  forks: readonly Fork[]
  /** It tells a story, by what was learnt. */
  tells: boolean
  /** It is said outright that it is of another municipality. */
  saidElsewhere: boolean
  /** The name of our own is known, so that another one is told from it. */
  knowsOwn: boolean
}

type Scored = { kind: SignalKind; score: number; hits: readonly Hit[] }

const distinct = (met: Met, hits: readonly Hit[]): number =>
  new Set(hits.flatMap((hit) => met.words.tokens[hit.first]?.word ?? [])).size

/** How much speaks for each kind. */
export function scoresOf({ met, likely }: Pick<Said, 'met' | 'likely'>): Scored[] {
  const some = (concept: string) => met.of(concept).length > 0
  return SignalKind.options.map((kind) => {
    const strong = SPEAKS[kind].strong.flatMap((concept) => met.of(concept))
    const weak = SPEAKS[kind].weak.flatMap((concept) => met.of(concept))
    const kept = some('coerced') && !some('notCoerced')
    const work = kind === 'labourExploitation' && some('labourContext') && (kept || some('payBad'))
    const hints =
      (kind === 'sexualExploitation' || kind === 'criminalExploitation') && distinct(met, weak) > 1
    const crime =
      kind === 'criminalExploitation' && kept && (some('drugsSaid') || some('frontSaid') || weak.length > 0)
    const called = isExploitation(kind) && kept && strong.length > 0
    const score =
      (strong.length > 0 ? STRONG + 0.1 * Math.min(2, distinct(met, strong) - 1) : 0) +
      (work || hints || crime ? TOGETHER : 0) +
      (called ? KEPT : 0) +
      Math.min(MOST_WEAK, WEAK * SPEAKS[kind].weak.filter(some).length) +
      LEARNT * (likely.get(kind) ?? 0)
    return { kind, score, hits: [...strong, ...weak] }
  })
}

/** Two kinds of which one explains the words of the other better. */
const EXPLAINS: readonly {
  by: SignalKind
  away: SignalKind
  less: number
  always?: true
  unless?: string
}[] = [
  { by: 'criminalExploitation', away: 'underminingCrime', less: 0.3 },
  { by: 'criminalExploitation', away: 'addressFraud', less: 0.2 },
  { by: 'criminalExploitation', away: 'benefitFraud', less: 0.2 },
  { by: 'criminalExploitation', away: 'labourExploitation', less: 0.2 },
  { by: 'sexualExploitation', away: 'violenceAtHome', less: 0.3 },
  { by: 'sexualExploitation', away: 'criminalExploitation', less: 0.15 },
  { by: 'sexualExploitation', away: 'labourExploitation', less: 0.3, unless: 'payBad' },
  { by: 'sexualExploitation', away: 'addressFraud', less: 0.2 },
  { by: 'labourExploitation', away: 'sexualExploitation', less: 0.4, unless: 'sexStrong' },
  { by: 'labourExploitation', away: 'violenceAtHome', less: 0.35 },
  { by: 'labourExploitation', away: 'addressFraud', less: 0.35 },
  { by: 'labourExploitation', away: 'underminingCrime', less: 0.3 },
  { by: 'forcedServices', away: 'labourExploitation', less: 0.9, always: true },
  { by: 'forcedServices', away: 'violenceAtHome', less: 0.3 },
  { by: 'organRemoval', away: 'otherExploitation', less: 0.4 },
  { by: 'organRemoval', away: 'careFraud', less: 0.3 },
  { by: 'otherExploitation', away: 'violenceAtHome', less: 0.3 },
  { by: 'careFraud', away: 'underminingCrime', less: 0.25 },
  { by: 'careFraud', away: 'benefitFraud', less: 0.2 },
  { by: 'careFraud', away: 'labourExploitation', less: 0.4 },
  { by: 'underminingCrime', away: 'criminalExploitation', less: 0.4, unless: 'coerced' },
  { by: 'addressFraud', away: 'underminingCrime', less: 0.25 },
  { by: 'benefitFraud', away: 'underminingCrime', less: 0.3 },
]

/** Of a word that says only that it is exploitation, the form that is clear takes the place. */
const NAMES_NO_FORM: SignalKind = 'otherExploitation'
const NO_FORM_LESS = 0.5

/** The scores with what another kind explains taken off. */
function settled(scores: readonly Scored[], has: (concept: string) => boolean): Scored[] {
  const of = new Map(scores.map((each) => [each.kind, each.score]))
  const score = (kind: SignalKind) => of.get(kind) ?? 0
  return scores.map((each) => {
    let less = 0
    for (const { by, away, less: so, always, unless } of EXPLAINS)
      if (
        away === each.kind &&
        score(by) >= SURE &&
        (always || score(by) > each.score) &&
        !(unless && has(unless))
      )
        less = Math.max(less, so)
    const formed = scores.some(
      ({ kind, score: other }) => kind !== NAMES_NO_FORM && isExploitation(kind) && other >= SURE,
    )
    if (each.kind === NAMES_NO_FORM && formed) less = Math.max(less, NO_FORM_LESS)
    return { ...each, score: each.score - less }
  })
}

const isExploitation = (kind: SignalKind): boolean => EXPLOITATION.some((each) => each === kind)

/** What it is about, the surest first. Nothing, where nothing is told. */
export function readMatters(said: Said): Map<Matter, Stands> {
  const { met, forks } = said
  const found: { matter: Matter; score: number; stands: Stands }[] = []
  const add = (matter: Matter, score: number, words: readonly string[]) =>
    found.push({ matter, score, stands: { by: 'reading', sure: score >= SURE, words } })
  const has = (concept: string) => met.of(concept).length > 0
  if (said.tells || !has('ordinaryAsk')) {
    const scores = settled(scoresOf(said), has)
    const best = Math.max(...scores.map(({ score }) => score))
    for (const { kind, score, hits } of scores) {
      if (score < MAYBE || score < best - FAR_BEHIND) continue
      if (kind === 'underminingCrime' && hits.length === 0 && score < CLEAR_CRIME) continue
      // Alone it need not be as clear as beside another.
      const clear = score === best && score >= CLEAR_ALONE ? Math.max(score, SURE) : score
      const words = shownOf(met, hits)
      const isBadJob = kind === 'labourExploitation' && badJob(met)
      add(isBadJob ? 'badEmployment' : kind, isBadJob ? Math.max(clear, SURE) : clear, words)
    }
    if (found.length === 0 && has('coerced') && !has('notCoerced') && !has('threatMe'))
      add(NAMES_NO_FORM, SURE, shownOf(met, met.of('coerced')))
    if (has('borderStrong')) add('borderCrossing', 0.75, shownOf(met, met.of('borderStrong')))
  }
  for (const fork of forks) {
    const words = fork.because.map((each) => each.words).slice(0, 3)
    if (fork.fork === 'colleague' || fork.fork === 'officer')
      add('ofColleague', fork.sure === 'doubt' && !has('colleagueStrong') ? MAYBE : 1, words)
    if (fork.fork === 'otherMunicipality' && (said.knowsOwn || said.saidElsewhere))
      add('otherMunicipality', fork.sure === 'doubt' && !said.saidElsewhere ? MAYBE : 1, words)
    if (fork.fork === 'correction') add('falseAlarm', has('nothingWrong') ? 1 : MAYBE, words)
  }
  if (has('takenBackSaid')) add('falseAlarm', 1, shownOf(met, met.of('takenBackSaid')))
  if (has('threatMe')) add('threatToReporter', 0.8, shownOf(met, met.of('threatMe')))
  const first = new Map<Matter, Stands>()
  for (const { matter, stands } of found.sort((one, other) => other.score - one.score))
    if (!first.has(matter)) first.set(matter, stands)
  return first
}

/** A kind that lies this far behind the likeliest is not told beside it. */
const FAR_BEHIND = 0.75
/** So clear the likeliest must be to count as sure. */
const CLEAR_ALONE = 0.34
/** Organised crime is seldom told without a word of it. */
const CLEAR_CRIME = 0.65

/** C3: too little pay, and nobody is kept from leaving. */
function badJob(met: Met): boolean {
  const has = (concept: string) => met.of(concept).length > 0
  if (!has('payBad')) return false
  return has('notCoerced') || !(has('coerced') || has('labourStrong'))
}
