/** A linear model over places: what is there times its weight, added up. */

/** Places of weights, and how much of each there is. */
export type Features = { places: Int32Array; values: Float32Array }

export type Linear = { bias: number; scale: number; weights: Int8Array | Float32Array }

/** How far to one side of the line the features lie: below nought is no, above is yes. */
export function marginOf({ bias, scale, weights }: Linear, { places, values }: Features): number {
  let sum = 0
  for (let at = 0; at < places.length; at += 1) sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return bias + sum * scale
}

export const likelihood = (margin: number): number => 1 / (1 + Math.exp(-margin))
/** Of a likelihood, so that what is as good as certain still adds up. */
export function marginAt(score: number): number {
  const kept = Math.min(0.9997, Math.max(0.0003, score))
  return Math.log(kept / (1 - kept))
}
