/** Logistic regression, learnt by gradient steps in a fixed order of its own: the same data give the same weights. */
import { BITS } from '../../services/understanding/model/features.ts'
import { type Features, type Linear, likelihood } from '../../services/understanding/model/linear.ts'

/** `y`: from 0 (no danger) to 1. `weight`: how much it counts. */
export type Example = { features: Features; y: number; weight: number }

export type Learning = { rounds: number; step: number; shrink: number }

/** A generator of numbers from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function learn(examples: readonly Example[], { rounds, step, shrink }: Learning): Linear {
  const weights = new Float32Array(1 << BITS)
  const seen = new Float32Array(1 << BITS).fill(1)
  let bias = 0
  const rows = examples.map(({ features, y, weight }) => ({
    ...features,
    y,
    weight,
  }))
  const random = chance(20_261_130)
  const order = rows.map((_, at) => at)
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1))
      const held = order[at] ?? 0
      order[at] = order[other] ?? 0
      order[other] = held
    }
    for (const which of order) {
      const row = rows[which]
      if (row === undefined) continue
      let sum = bias
      for (let i = 0; i < row.places.length; i += 1)
        sum += (weights[row.places[i] ?? 0] ?? 0) * (row.values[i] ?? 0)
      const off = (likelihood(sum) - row.y) * row.weight
      bias -= 0.02 * off
      for (let i = 0; i < row.places.length; i += 1) {
        const place = row.places[i] ?? 0
        const old = weights[place] ?? 0
        const gradient = off * (row.values[i] ?? 0) + shrink * old
        const total = (seen[place] ?? 1) + gradient * gradient
        seen[place] = total
        weights[place] = old - (step * gradient) / Math.sqrt(total)
      }
    }
  }
  return { bias, scale: 1, weights }
}
