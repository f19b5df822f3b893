/**
 * How common what two entities share is in this register: from how long the lists of the keys are that both are found by. No
 * table of frequencies is kept; a list says it, and says it no finer than the index shows (docs/decisions/recognition.md).
 */

/** How long the list of a key of the query is; undefined when it is none of its keys. */
export type LengthOf = (key: string) => number | undefined

/** The shortest list of those of these keys that the query has too; undefined when it has none of them. */
export function fewest(keys: readonly string[], lengthOf: LengthOf): number | undefined {
  const lengths = keys.flatMap((key) => lengthOf(key) ?? [])
  return lengths.length > 0 ? Math.min(...lengths) : undefined
}

/** A register of this size says as much as what is known beforehand. */
const WEIGHT = 5_000

/**
 * How likely a stranger has it too: what is known beforehand, `usual`, corrected by what the register shows. `others`: how many
 * have it beside the one that is compared.
 */
export const howCommon = (usual: number, others: number, size: number): number =>
  (usual * WEIGHT + others) / (WEIGHT + size)
