/** A linear model over hashed features: a weight for each place, added up. */
import type { Features } from './features.ts'

export type Linear = { bits: number; bias: number; scale: number; weights: Int8Array | Float32Array }

/** FNV-1a over UTF-16 units: the same on every machine. */
export function placeOf(name: string, bits: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  return (hash >>> 0) & ((1 << bits) - 1)
}

/** How far to one side of the line the features lie: below nought is no, above is yes. */
export function marginOf({ bits, bias, scale, weights }: Linear, features: Features): number {
  let sum = bias
  for (const [name, value] of features) sum += (weights[placeOf(name, bits)] ?? 0) * scale * value
  return sum
}

export const likelihood = (margin: number): number => 1 / (1 + Math.exp(-margin))

/** What weighed most, the heaviest first. */
export function heaviest(model: Linear, features: Features, most: number): { feature: string; weight: number }[] {
  return [...features]
    .map(([feature, value]) => ({ feature, weight: (model.weights[placeOf(feature, model.bits)] ?? 0) * model.scale * value }))
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, most)
}
