/** Brings one text model to the scale of another, so that the levels that were chosen for the one hold for the other. */

/** As many harmless messages are asked about at most, and ring (`train.ts`). */
const ASKED = 0.15
const RUNG = 0.035
/** It is stretched no further than this: a corpus may be too small to tell. */
const STRETCH = 2

/** The margin above which this share of them lies. */
function above(margins: readonly number[], share: number): number {
  const falling = [...margins].sort((one, other) => other - one)
  return falling[Math.floor(falling.length * share)] ?? 0
}

/**
 * @param own margins that the one model gives to harmless messages
 * @param other those that the other gives to the same
 * @returns what the other's margins are multiplied `by`, and what is added (`plus`): as many of them then lie above what
 *   asks, and above what rings, as of the own ones
 */
export function scaleTo(own: readonly number[], other: readonly number[]): { by: number; plus: number } {
  const asked = above(own, ASKED)
  const wide = above(other, RUNG) - above(other, ASKED)
  const stretch = wide > 0 ? (above(own, RUNG) - asked) / wide : 1
  const by = Math.min(STRETCH, Math.max(1 / STRETCH, stretch))
  return { by, plus: asked - above(other, ASKED) * by }
}
