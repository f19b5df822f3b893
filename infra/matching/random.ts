/** Chance that is the same for the same seed: a set that is measured must be the set that was measured before. */

export type Random = {
  /** From nought up to one. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(share: number): boolean
  /** @throws Error of an empty list */
  pick<T>(from: readonly T[]): T
  /** One of these, each as often as its weight says. @throws Error of an empty list */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T
}

/** A generator by its seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(from: readonly T[]): T => {
    const value = from[Math.floor(next() * from.length)]
    if (value === undefined) throw new Error('Nothing to choose from.')
    return value
  }
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    pick,
    weighted: (from) => {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of from) {
        left -= weight
        if (left < 0) return value
      }
      return pick(from)[1]
    },
  }
}

/** Values that are picked as often as their weights say; many picks from a long list. */
export function pickerOf<T>(values: readonly (readonly [weight: number, value: T])[]): (random: Random) => T {
  let sum = 0
  const sums = values.map(([weight]) => {
    sum += weight
    return sum
  })
  return (random) => {
    const wanted = random.next() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    const found = values[low]
    if (!found) throw new Error('Nothing to choose from.')
    return found[1]
  }
}
