/**
 * How rare a written name is, in bits: two persons who share a rare one are more likely to be one and the same. From a
 * short static list of what is common; nothing is counted in a register, so a database says nothing about frequencies.
 */
import { COMMON_GIVEN_NAMES, COMMON_SURNAMES } from './data/commonNames.ts'
import { spelledAs } from './lists.ts'
import { soundOf } from './phonetic.ts'
import { latin } from './words.ts'

/** Nothing counts as rarer than this: one in about 130,000. */
const RAREST = 17
/** What is not on the list is no commoner than this. */
const UNLISTED = { surname: 14.5, given: 13 }
/** A spelling that is not on the list, of a name that is. */
const OTHER_SPELLING = 1.5

type Shares = { written: ReadonlyMap<string, number>; sounds: ReadonlyMap<string, number>; rest: number }

function sharesOf(list: string, rest: number): Shares {
  const written = new Map<string, number>()
  const sounds = new Map<string, number>()
  for (const line of list.trim().split('\n')) {
    const [number = '0', ...names] = line.split(' ')
    const share = Number(number) / 100_000
    for (const name of names) {
      const text = spelledAs(latin(name))
      const sound = soundOf(text)
      written.set(text, Math.max(written.get(text) ?? 0, share))
      sounds.set(sound, Math.max(sounds.get(sound) ?? 0, share))
    }
  }
  return { written, sounds, rest }
}

const SURNAMES = sharesOf(COMMON_SURNAMES, UNLISTED.surname)
const GIVEN_NAMES = sharesOf(COMMON_GIVEN_NAMES, UNLISTED.given)

/** Longer and unlisted is rarer: there are few short names, and many persons for each. */
function bitsOf({ written, sounds, rest }: Shares, name: string): number {
  const text = spelledAs(latin(name))
  if (text === '') return 0
  const share = written.get(text)
  if (share !== undefined) return Math.min(RAREST, -Math.log2(share))
  const unlisted = Math.min(RAREST, rest + Math.max(-3, Math.min(2.5, (text.length - 6) * 0.5)))
  const sound = sounds.get(soundOf(text))
  return sound === undefined ? unlisted : Math.min(unlisted, -Math.log2(sound) + OTHER_SPELLING)
}

/** Bits of a part of a surname, without its particles ("berg" for Van den Berg): about 7 for the commonest, at most 17. */
export const surnameRarity = (part: string): number => bitsOf(SURNAMES, part)
/** Bits of one given name: about 5 for the commonest, at most 17. */
export const givenRarity = (part: string): number => bitsOf(GIVEN_NAMES, part)
