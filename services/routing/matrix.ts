/** The matrix as people read it (A080): which kind of signal goes to which kind of place. From the rules that hold, and no others. */
import type { Municipality } from '../municipality/municipality.ts'
import type { Rule } from './rule.ts'
import { ruleSetOf, sheetOf } from './ruleSet.ts'
import type { NotFirstAs, RouteKind } from './words.ts'

type Words = { nl: string; en: string }

/** One row: the signal, where it goes first, what comes beside it, and what is not done first. */
export type MatrixRow = {
  rule: string
  signal: Words
  first: Words[]
  also: Words[]
  notFirst: { name: Words | undefined; as: NotFirstAs }[]
}

/** The rows, in the order of the rules. Names are those of the kinds of place, in plain words: who it is in a municipality is not told here. */
export function matrixOf({ routing }: Pick<Municipality, 'routing'>): MatrixRow[] {
  const { rules } = ruleSetOf(routing)
  const nameOf = (kind: RouteKind): Words => sheetOf(kind).plainly ?? sheetOf(kind).name
  const names = (targets: Rule['first'], except: Rule['first'] = []): Words[] =>
    [...new Set(targets.map(({ kind }) => kind))]
      .filter((kind) => !except.some((other) => other.kind === kind))
      .map(nameOf)
  return rules.flatMap((rule) => {
    if (rule.signal === undefined) return []
    return [
      {
        rule: rule.id,
        signal: rule.signal,
        first: names(rule.first),
        also: names(
          rule.also.filter(({ ifConfigured }) => !ifConfigured),
          rule.first,
        ),
        notFirst: rule.notFirst.map(({ kind, as }) => ({
          name: kind === undefined ? undefined : nameOf(kind),
          as,
        })),
      },
    ]
  })
}
