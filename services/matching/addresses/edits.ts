/** Typing errors: a letter too many, too few, another one, or two that changed places. */

const LONGEST = 80

/** How many such errors lie between two words, up to `most`; one more than `most` where there are more. */
export function errorsBetween(here: string, there: string, most: number): number {
  if (here === there) return 0
  const a = here.slice(0, LONGEST)
  const b = there.slice(0, LONGEST)
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last: number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? i) + 1, (row[j - 1] ?? j) + 1, (last[j - 1] ?? j) + (same ? 0 : 1))
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? most + 1, most + 1)
}

/** How many errors a word of this length may hold and still be taken for the same: none in a short one. */
export const errorsIn = (length: number): 0 | 1 | 2 => (length < 4 ? 0 : length < 9 ? 1 : 2)

/** Is it the same word but for typing errors? */
export function nearlySame(here: string, there: string): boolean {
  const most = errorsIn(Math.min(here.length, there.length))
  return errorsBetween(here, there, most) <= most
}
