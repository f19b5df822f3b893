/** The learnt part: a linear model over words and concepts, whose weights and reasons can be read. */
import type { ModelFile } from '../../content/meaning.ts'

/** How likely each label of a group is, between 0 and 1. */
export type Likely = ReadonlyMap<string, number>

export type Model = {
  readonly known: ReadonlySet<string>
  /** Of a group in which one label is right, they add up to 1; of others each stands by itself. */
  likely(group: string, features: ReadonlySet<string>): Likely
  /** The features that speak most for a label, with their weight. */
  reasons(group: string, label: string, features: ReadonlySet<string>): { feature: string; weight: number }[]
}

/** Makes a model ready of what is stored. */
export function modelOf({ groups, features }: ModelFile): Model {
  const weights = new Map<string, Map<string, number>>()
  for (const [feature, written] of Object.entries(features)) {
    const parts = written.split(' ')
    const mine = new Map<string, number>()
    for (let at = 0; at + 1 < parts.length; at += 2) mine.set(parts[at] ?? '', Number(parts[at + 1]))
    weights.set(feature, mine)
  }
  const known = new Set([...weights.keys()].filter((feature) => !/[ *<]/.test(feature)))
  const names = Object.keys(groups)
  const key = (group: string, label: string) =>
    `${names.indexOf(group)}.${groups[group]?.labels.indexOf(label) ?? -1}`
  return {
    known,
    likely: (group, seen) => {
      const { one, labels, bias } = groups[group] ?? { one: false, labels: [], bias: [] }
      const size = scale(seen.size)
      const sums = labels.map((label, nth) => {
        let sum = bias[nth] ?? 0
        for (const feature of seen)
          sum += (weights.get(feature)?.get(key(group, label)) ?? 0) * size * worthOf(feature)
        return sum
      })
      const shares = one ? softmax(sums) : sums.map((sum) => 1 / (1 + Math.exp(-sum)))
      return new Map(labels.map((label, nth) => [label, shares[nth] ?? 0]))
    },
    reasons: (group, label, seen) =>
      [...seen]
        .map((feature) => ({ feature, weight: weights.get(feature)?.get(key(group, label)) ?? 0 }))
        .filter(({ weight }) => weight > 0)
        .sort((one, other) => other.weight - one.weight),
  }
}

/** Long texts have more features; each of them counts for less. */
export const scale = (features: number): number => 1 / Math.sqrt(Math.max(1, features))

/** A concept that was met says more than a word. */
export const worthOf = (feature: string): number => (feature.startsWith('<<') ? CONCEPT : 1)
const CONCEPT = 3

export function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums)
  const raised = sums.map((sum) => Math.exp(sum - most))
  const all = raised.reduce((one, other) => one + other, 0)
  return raised.map((each) => each / all)
}
