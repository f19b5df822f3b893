/** How well a way of recognising does on a set: what it found, what it missed, and whom it took for another. */
import type { Entry } from '../../services/matching/entry.ts'
import type { Match } from '../../services/matching/match.ts'
import { type MatchingSet, QUERY_KINDS, type QueryKind, RELATIONS, type Relation } from './set.ts'

/** What is measured: the matches of each query, by its id. */
export type Matcher = (
  register: readonly Entry[],
  queries: readonly Entry[],
) => Promise<ReadonlyMap<string, readonly Match[]>>

export type Counts = { right: number; wrong: number; missed: number }
export type Figures = { precision: number; recall: number; f1: number }

/** `likely`: of what is likely or strong. `possible`: of all that was given. */
export type KindFigures = { queries: number; strong: Counts; likely: Counts; possible: Counts }
export type Evaluation = {
  set: string
  register: number
  kinds: ReadonlyMap<QueryKind, KindFigures>
  /** Of the kinds that ask after one: all but a name, an address or a number alone. */
  all: KindFigures
  /** Who was wrongly given as likely or strong, and how near they are. */
  taken: ReadonlyMap<Relation | 'nobody', { strong: number; likely: number }>
  /** Likely ones per query of somebody who is not in the register, nor anybody near. */
  falsePerStranger: number
  /** The worst of it, to look at: likely where it should not be, or missed. */
  misses: readonly Miss[]
}
export type Miss = { query: Entry; other: string; what: 'missed' | 'taken'; kind: QueryKind; match?: Match }

const COUNTED: ReadonlySet<QueryKind> = new Set([
  'person',
  'organisation',
  'household',
  'namesake',
  'stranger',
])
const nothing = (): KindFigures => ({
  queries: 0,
  strong: { right: 0, wrong: 0, missed: 0 },
  likely: { right: 0, wrong: 0, missed: 0 },
  possible: { right: 0, wrong: 0, missed: 0 },
})
const LEVELS = {
  strong: ['strong'],
  likely: ['strong', 'likely'],
  possible: ['strong', 'likely', 'possible'],
} as const

/** Precision, recall and F1; of nothing they are one. */
export function figuresOf({ right, wrong, missed }: Counts): Figures {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
  }
}

/** Measures a way of recognising on a set. A row of the register that is the query itself counts for nothing. */
export async function evaluate(set: MatchingSet, matcher: Matcher): Promise<Evaluation> {
  const found = await matcher(
    set.register,
    set.queries.map(({ entry }) => entry),
  )
  const kinds = new Map<QueryKind, KindFigures>()
  const all = nothing()
  const taken = new Map<Relation | 'nobody', { strong: number; likely: number }>()
  const misses: Miss[] = []
  let strangers = 0
  let falseOfStrangers = 0
  for (const { entry, kind, same, related } of set.queries) {
    const matches = (found.get(entry.id) ?? []).filter(({ id }) => id !== entry.id)
    const figures = kinds.get(kind) ?? nothing()
    kinds.set(kind, figures)
    for (const into of COUNTED.has(kind) ? [figures, all] : [figures]) count(into, matches, same)
    const likely = matches.filter(({ strength }) => strength !== 'possible')
    for (const match of likely.filter(({ id }) => !same.includes(id))) {
      misses.push({ query: entry, other: match.id, what: 'taken', kind, match })
      if (!COUNTED.has(kind)) continue
      const relation = related.get(match.id) ?? 'nobody'
      const sum = taken.get(relation) ?? { strong: 0, likely: 0 }
      sum.likely += 1
      if (match.strength === 'strong') sum.strong += 1
      taken.set(relation, sum)
    }
    for (const id of same.filter((one) => !likely.some((match) => match.id === one))) {
      const match = matches.find((one) => one.id === id)
      misses.push({ query: entry, other: id, what: 'missed', kind, ...(match && { match }) })
    }
    if (kind === 'stranger') {
      strangers += 1
      falseOfStrangers += likely.length
    }
  }
  return {
    set: set.name,
    register: set.register.length,
    kinds,
    all,
    taken,
    falsePerStranger: strangers === 0 ? 0 : falseOfStrangers / strangers,
    misses,
  }
}

function count(figures: KindFigures, matches: readonly Match[], same: readonly string[]): void {
  figures.queries += 1
  for (const level of ['strong', 'likely', 'possible'] as const) {
    const strengths: readonly string[] = LEVELS[level]
    const given = matches.filter(({ strength }) => strengths.includes(strength))
    const right = given.filter(({ id }) => same.includes(id)).length
    figures[level].right += right
    figures[level].wrong += given.length - right
    figures[level].missed += same.length - right
  }
}

const share = (value: number): string => value.toFixed(4)
const line = (name: string, { queries, strong, likely, possible }: KindFigures): string => {
  const of = (counts: Counts): string => {
    const { precision, recall, f1 } = figuresOf(counts)
    return `P ${share(precision)} R ${share(recall)} F1 ${share(f1)}`
  }
  return [
    name.padEnd(13),
    String(queries).padStart(6),
    `likely+ ${of(likely)}`,
    `strong ${of(strong)}`,
    `any R ${share(figuresOf(possible).recall)}`,
  ].join('  ')
}

/** The figures as lines of text. */
export function linesOf({ set, register, kinds, all, taken, falsePerStranger }: Evaluation): string[] {
  const relations = [...RELATIONS, 'nobody'] as const
  const who = relations.flatMap((relation) => {
    const sum = taken.get(relation)
    return sum ? [`${relation} ${sum.likely} (${sum.strong} strong)`] : []
  })
  return [
    `${set}: ${register} in the register`,
    line('all', all),
    ...QUERY_KINDS.flatMap((kind) => {
      const figures = kinds.get(kind)
      return figures ? [line(kind, figures)] : []
    }),
    `taken for another: ${who.length === 0 ? 'nobody' : who.join(', ')}; false likely per stranger ${share(falsePerStranger)}`,
  ]
}
