/** Invented names, and the slips of a hand that writes them. */
import fc from 'fast-check'

const GIVEN =
  'Johannes Maria Fatima Youssef Sanne Thijs Willemijn Mehmet Oleksandr Aleida Xiaoming Geert Noor Abdelkader Tjitske Priya Ruben Svetlana Hatice Joost Kwame Annelies Bilal Eloise'
const SURNAMES =
  'Bakker Vermeulen Hoogeveen Yilmaz Kowalski Achterberg Schouten Bouzambou Nieuwenhuizen Ramdien Petrovic Dijkgraaf Terlouw Okonkwo Zeegers Haddouchi Wachtmeester Louise Groen Eijsink Chowdhury Prins Lammers Quist'

export const GIVEN_NAMES = GIVEN.split(' ')
export const SURNAME_LIST = SURNAMES.split(' ')

export type Known = { givenName: string; surname: string }

export const someName = fc.record({
  givenName: fc.constantFrom(...GIVEN_NAMES),
  surname: fc.constantFrom(...SURNAME_LIST),
})

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
type Slip = { at: number; kind: number; letter: number }

/** One letter too many, one missing, another, or two turned. The first letter of a word keeps no capital. */
export function slipped(word: string, { at: where, kind, letter: which }: Slip): string {
  const at = where % word.length
  const letter = LETTERS[which % LETTERS.length] ?? 'x'
  switch (kind % 4) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at)
    case 1:
      return word.slice(0, at) + word.slice(at + 1)
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1)
    default:
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  }
}

/** Makes one slip, in the given name or in the surname. */
export const mistyped = fc
  .record({ at: fc.nat(100), kind: fc.nat(3), letter: fc.nat(25), inSurname: fc.boolean() })
  .map(
    ({ inSurname, ...slip }) =>
      (name: Known): Partial<Known> =>
        inSurname
          ? { surname: slipped(name.surname.toLowerCase(), slip) }
          : { givenName: slipped(name.givenName.toLowerCase(), slip) },
  )

const SMALL = ['', '', '', 'van ', 'van den ', 'van der ', 'de ', 'el ', 'ter ']

/** As many names in one string as asked for, each with one slip somewhere: the same ones every time. */
export function inDutch(count: number): { name: string; typed: string }[] {
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const one = (list: readonly string[]): string => list[next(list.length)] ?? ''
  return Array.from({ length: count }, () => {
    const name = `${one(GIVEN_NAMES)} ${one(SMALL)}${one(SURNAME_LIST)}`.toLowerCase()
    return { name, typed: slipped(name, { at: next(100), kind: next(4), letter: next(26) }) }
  })
}
