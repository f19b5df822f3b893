import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MOST_NAME_KEYS, nameKeys } from '../../../../services/matching/names/nameKeys.ts'
import { readName, type WrittenName } from '../../../../services/matching/names/readName.ts'
import { inDutch, slipped, someName } from './someNames.ts'

const keysOf = (name: WrittenName): string[] => nameKeys(readName(name))
const shared = (a: WrittenName, b: WrittenName): string[] => {
  const there = new Set(keysOf(b))
  return keysOf(a).filter((key) => there.has(key))
}

describe('what a name is found by', () => {
  test.each<[string, WrittenName, WrittenName]>([
    ['initials', { name: 'J.P. Hoogeveen' }, { name: 'Jan Pieter Hoogeveen' }],
    ['initials and a letter turned', { name: 'J. Hoogevene' }, { name: 'Jan Hoogeveen' }],
    ['swapped fields', { givenName: 'Jan', surname: 'Bakker' }, { givenName: 'Bakker', surname: 'Jan' }],
    ['swapped, with an error', { name: 'Bakker Thijs' }, { givenName: 'Thijs', surname: 'Bakkre' }],
    ['no particle', { name: 'Jan van den Berg' }, { givenName: 'Jan', surname: 'Berg' }],
    ['a particle written onto it', { name: 'Jan vandenBerg' }, { name: 'Jan van den Berg' }],
    [
      'a particle written onto it in small letters',
      { name: 'fatima elamrani' },
      { name: 'Fatima El Amrani' },
    ],
    ['no space', { name: 'janvandenberg' }, { givenName: 'Jan', surname: 'van den Berg' }],
    ['two given names in one', { name: 'Jeanpierre Dubois' }, { name: 'Jean-Pierre Dubois' }],
    ['a middle name', { name: 'Anna Bakker' }, { name: 'Anna Wilhelmina Bakker' }],
    ['a partner', { name: 'Anna Bakker' }, { name: 'Anna de Vries-Bakker' }],
    ['a call name', { name: 'Kees Dijkgraaf' }, { name: 'Cornelis Dijkgraaf' }],
    ['a call name in brackets', { name: 'Hans Dijkgraaf' }, { name: 'Willem (Hans) Dijkgraaf' }],
    ['ij', { name: 'Jan Dijkgraaf' }, { name: 'Jan Dykgraaf' }],
    ['another spelling', { name: 'Mohamed Bouzid' }, { name: 'Muhammad Bouzid' }],
    ['Arabic', { name: 'محمد يوسف' }, { name: 'Mohammed Youssef' }],
    ['Hebrew', { name: 'דוד כהן' }, { name: 'David Cohen' }],
    ['Cyrillic', { name: 'Сергей Петров' }, { name: 'Serhii Petrov' }],
    ['Greek', { name: 'Γιώργος Παπαδόπουλος' }, { name: 'Giorgos Papadopoulos' }],
    ['Han', { name: '王小明' }, { name: 'Xiaoming Wang' }],
    ['Hangul', { name: '문재인' }, { name: 'Moon Jae-in' }],
    ['Devanagari', { name: 'इंदिरा गांधी' }, { name: 'Indira Gandhi' }],
    ['a name in one word', { name: 'Mohammed' }, { name: 'Mohamed' }],
    ['a name in one word with an error', { name: 'Shakira' }, { name: 'Shakkira' }],
    ['a rare surname alone', { surname: 'Wachtmeester' }, { name: 'Jan Wachtmeester' }],
  ])('%s', (_, a, b) => expect(shared(a, b)).not.toEqual([]))

  test.each<[string, WrittenName, WrittenName]>([
    ['a common surname', { surname: 'de Jong' }, { name: 'Jan de Jong' }],
    ['a common surname with another given name', { name: 'Piet de Jong' }, { name: 'Kees de Jong' }],
    ['a given name', { name: 'Jan Bakker' }, { name: 'Jan Visser' }],
    ['particles', { name: 'Jan van den Berg' }, { name: 'Piet van den Heuvel' }],
    ['nothing', { name: '' }, { name: '' }],
  ])('%s is no key', (_, a, b) => expect(shared(a, b)).toEqual([]))

  test('they are few, of a family each, and always the same', () => {
    fc.assert(
      fc.property(someName, someName, ({ givenName, surname }, more) => {
        const name = {
          givenName: `${givenName} ${more.givenName}`,
          surname: `van ${surname}-${more.surname}`,
        }
        const keys = keysOf(name)
        expect(keys).toEqual(keysOf(name))
        expect(keys.length).toBeLessThanOrEqual(MOST_NAME_KEYS)
        expect(keys.filter((key) => !/^n[1-9ab]:./.test(key))).toEqual([])
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})

test('at least 995 in a thousand errors of one letter leave a key, in a surname of any length', () => {
  const names = inDutch(2_000).map(({ name }, at) => {
    const [givenName = '', ...surname] = name.split(' ')
    const error = { at: at * 7, kind: at, letter: at * 11 }
    const typed = slipped(surname.join(' '), error)
    return { right: { givenName, surname: surname.join(' ') }, wrong: { givenName, surname: typed } }
  })
  const lost = names.filter(({ right, wrong }) => shared(right, wrong).length === 0)
  expect(lost.length).toBeLessThanOrEqual(10)
})
