/** Where people stay that is no house in a street: a chalet with a number, a park or a camping by its name. */
import { houseNumberAt } from './houseNumbers.ts'
import { nameEnd } from './organisationNames.ts'
import { type Page, says, wordsAfter, wordsBefore } from './page.ts'
import { PARKS, STAYS, WEAK_STAYS } from './words/streets.ts'

/** From one token up to and including another. */
export type Park = { readonly first: number; readonly last: number }

/** "chalet 41", "stacaravan nr 12"; "plek 33" where a park is named near. */
export function stayAt(page: Page, at: number): Park | undefined {
  const word = says(page, at)
  const strong = STAYS.has(word)
  if (!strong && !WEAK_STAYS.has(word)) return undefined
  const number = houseNumberAt(page, at + 1)
  if (!number) return undefined
  const near = (): boolean =>
    [...wordsAfter(page, number.last, 5), ...wordsBefore(page, at, 6)].some((each) => PARKS.has(each))
  return strong || near() ? { first: at, last: number.last } : undefined
}

/** "camping De Zeehoeve", "vakantiepark de eikenhof". */
export function parkAt(page: Page, at: number): Park | undefined {
  if (!PARKS.has(says(page, at))) return undefined
  const last = nameEnd(page, at, 'careful')
  return last === undefined ? undefined : { first: at, last }
}
