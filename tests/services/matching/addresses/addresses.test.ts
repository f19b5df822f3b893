/** Addresses as people write them: one form, grades, and a key that is left when one thing is wrong. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addressKeys, MOST_ADDRESS_KEYS } from '../../../../services/matching/addresses/addressKeys.ts'
import { citiesAgree, city } from '../../../../services/matching/addresses/city.ts'
import { ADDRESS_GRADES, compareAddresses } from '../../../../services/matching/addresses/compareAddresses.ts'
import { errorsIn, nearlySame } from '../../../../services/matching/addresses/edits.ts'
import { houseNumber } from '../../../../services/matching/addresses/houseNumber.ts'
import { postcode, postcodesAgree } from '../../../../services/matching/addresses/postcode.ts'
import { street, streetsAgree } from '../../../../services/matching/addresses/street.ts'
import type { AddressEntry } from '../../../../services/matching/entry.ts'

describe('streets', () => {
  test.each([
    ['Molen weide', 'Molenweide'],
    ['Burg. van Dijkstr.', 'Burgemeester van Dijkstraat'],
    ['Burg v Dijkstraat', 'Burgemeester van Dijkstraat'],
    ['Pres. Kennedylaan', 'President Kennedylaan'],
    ['Pres Kennedyln', 'President Kennedylaan'],
    ['1e Dwarsstraat', 'Eerste Dwarsstraat'],
    ['2de Kruisweg', 'Tweede Kruiswg'],
    ['St. Jansweg', 'Sint Jansweg'],
    ['Jan v. Galenstraat', 'Jan van Galenstraat'],
    ['J. van Galenstr', 'Jan van Galenstraat'],
    ['Dijkweg', 'Dykweg'],
    ['De Dreef', 'Dreef'],
    ["'t Hof", 'Hof'],
    ['Dorpspl.', 'Dorpsplein'],
    ['Stationspln', 'Stationsplein'],
    ['Ln van Meerdervoort', 'Laan van Meerdervoort'],
    ['v.d. Helstplein', 'Van der Helstplein'],
    ['Vd Helstplein', 'van der Helstplein'],
    ['Gen. de Wetstraat', 'Generaal de Wetstraat'],
    ['Ds. Kuipersingel', 'Dominee Kuipersingel'],
    ['MOLENSTRAAT', 'molenstraat'],
    ['Crèmestraat', 'Cremestraat'],
    ['kent st', 'kent street'],
    ['kent stret', 'kent street'],
    ['Prinses Mariastrat', 'prinses mariastraat'],
    ['1e Kruisstraaat', 'Eerste Kruisstraat'],
    ['pridhamstreet', 'pridham street'],
    ['harpur s treet', 'harpur street'],
  ])('%s is %s', (here, there) => expect(streetsAgree(street(here), street(there))).toBe('same'))

  test.each([
    ['Molnweide', 'Molenweide'],
    ['Moelnweide', 'Molenweide'],
    ['Kennedylaan', 'President Kennedylaan'],
    ['De Ruyterlan', 'De Ruyterlaan'],
    ['Huvesingel', 'Hoevesingel'],
    ['Van Galenstraat', 'Jan van Galenstraat'],
    ['burinjuck crescent', 'burrinjuck cresecnt'],
  ])('%s is nearly %s', (here, there) => expect(streetsAgree(street(here), street(there))).toBe('nearly'))

  test.each([
    ['Kerkstraat', 'Kerkweg'],
    ['Boomstraat', 'Bloemstraat'],
    ['Eikenlaan', 'Beukenlaan'],
    ['Dam', 'Dom'],
  ])('%s is not %s', (here, there) => expect(streetsAgree(street(here), street(there))).toBe('differs'))
})

describe('numbers of houses', () => {
  test.each([
    ['14b', undefined, 14, 'b'],
    ['14-B', undefined, 14, 'b'],
    ['14 B', undefined, 14, 'b'],
    ['14', 'B', 14, 'b'],
    ['14b', 'B', 14, 'b'],
    ['14 bis', undefined, 14, 'bis'],
    ['12-II', undefined, 12, '2'],
    ['12 2-hoog', undefined, 12, '2'],
    ['12 2 hoog', undefined, 12, '2'],
    ['12-2', undefined, 12, '2'],
    ['12-I', undefined, 12, '1'],
    ['12', '1', 12, '1'],
    ['12 hs', undefined, 12, 'hs'],
    ['12 huis', undefined, 12, 'hs'],
    ['12 V', undefined, 12, 'v'],
    ['14 app 3', undefined, 14, '3'],
    ['14 kamer 3', undefined, 14, 'kam3'],
    ['14 b 2', undefined, 14, 'b2'],
    ['nr. 14', undefined, 14, ''],
  ])('%s with %s', (written, addition, from, form) => {
    expect(houseNumber(written, addition)).toEqual({ from, addition: form })
  })

  test.each(['12-16', '12 - 16', '12/16', '12 t/m 16', '12 tot 16', '12–16'])('%s is a range', (written) => {
    expect(houseNumber(written)).toEqual({ from: 12, to: 16, addition: '' })
  })

  test.each(['', 'onbekend', '0', '123456', undefined])('%s is none', (written) => {
    expect(houseNumber(written)).toBeUndefined()
  })
})

describe('postcodes and towns', () => {
  test('one form', () => {
    for (const written of ['1234 AB', '1234ab', ' 1234AB ', '1234-AB', 'NL-1234 AB', 'NL1234AB']) {
      expect(postcode(written)).toEqual({ digits: '1234', letters: 'AB' })
    }
    expect(postcode('4011')).toEqual({ digits: '4011', letters: '' })
    expect(postcode('30-105')).toEqual({ digits: '30105', letters: '' })
  })

  test.each(['0234 AB', '12345 AB', '123 AB', '1234 A', 'AB 1234 CD', ''])('%s is none', (written) => {
    expect(postcode(written)).toBeUndefined()
  })

  test.each([
    ['1234AB', '1234 ab', 'same'],
    ['1234AB', '1234', 'digits'],
    ['1234AB', '1243AB', 'nearly'],
    ['1234AB', '1234BA', 'nearly'],
    ['1234AB', '1234AC', 'nearly'],
    ['1234AB', '1299AB', 'differs'],
    ['1234AB', '', 'missing'],
  ])('%s and %s: %s', (here, there, agreement) => {
    expect(postcodesAgree(postcode(here), postcode(there))).toBe(agreement)
  })

  test.each([
    ['Den Haag', "'s-Gravenhage", 'same'],
    ['Den Haag', 'The Hague', 'same'],
    ['Den Bosch', "'s-Hertogenbosch", 'same'],
    ['Alphen aan den Rijn', 'Alphen a/d Rijn', 'same'],
    ['Capelle aan den IJssel', 'Capelle a/d Ijssel', 'same'],
    ['Alphen a.d. Rijn', 'alphen aan de rijn', 'same'],
    ['Bergen (NH)', 'Bergen', 'same'],
    ["A'dam", 'Amsterdam', 'same'],
    ['Amsterdam Zuidoost', 'Amsterdam', 'nearly'],
    ['Amsterdma', 'Amsterdam', 'nearly'],
    ['Rotterdam', 'Amsterdam', 'differs'],
    ['Ede', 'Epe', 'differs'],
    ['', 'Amsterdam', 'missing'],
  ])('%s and %s: %s', (here, there, agreement) => {
    expect(citiesAgree(city(here), city(there))).toBe(agreement)
  })
})

const HERE: AddressEntry = { street: 'Molenweide', number: '14b', postcode: '1234 AB', city: 'Den Haag' }
const gradeOf = (there: AddressEntry, here = HERE): string => compareAddresses(here, there).grade

describe('grades', () => {
  test.each<[AddressEntry, string]>([
    [HERE, 'sameDwelling'],
    [{ ...HERE, street: 'Molen weide', number: '14', addition: 'B' }, 'sameDwelling'],
    [{ ...HERE, city: "'s-Gravenhage", postcode: '1234ab' }, 'sameDwelling'],
    [{ postcode: '1234AB', number: '14 B' }, 'sameDwelling'],
    [{ street: 'molenweide', number: '14B' }, 'sameDwelling'],
    [{ street: 'Molenweide 14b, 1234 AB Den Haag' }, 'sameDwelling'],
    [{ ...HERE, postcode: '9876 ZX' }, 'sameDwelling'],
    [{ ...HERE, number: '14' }, 'sameBuilding'],
    [{ ...HERE, number: '14c' }, 'sameBuilding'],
    [{ ...HERE, number: '12-16' }, 'inRange'],
    [{ ...HERE, number: '13-17' }, 'sameStreet'],
    [{ ...HERE, street: 'Molnweide' }, 'nearly'],
    [{ ...HERE, street: 'Eikenlaan' }, 'nearly'],
    [{ street: 'Molnweide', number: '14b', city: 'Den Haag' }, 'nearly'],
    [{ street: 'Molnweide', number: '14b' }, 'nearly'],
    [{ ...HERE, street: 'Eikenlaan', postcode: '1243 AB' }, 'samePostcode'],
    [{ ...HERE, number: '16' }, 'sameStreet'],
    [{ street: 'Molenweide', city: 'Den Haag' }, 'sameStreet'],
    [{ ...HERE, street: 'Eikenlaan', number: '3' }, 'samePostcode'],
    [{ postcode: '1234AB' }, 'samePostcode'],
    [{ ...HERE, postcode: '9999 ZZ', city: 'Assen' }, 'differs'],
    [{ street: 'Eikenlaan', number: '14b', city: 'Den Haag' }, 'differs'],
    [{ city: 'Den Haag' }, 'tooLittle'],
    [{ number: '14b' }, 'tooLittle'],
    [{}, 'tooLittle'],
  ])('%j: %s', (there, grade) => expect(gradeOf(there)).toBe(grade))

  test('a door of a flat that is written like a range', () => {
    const door = { ...HERE, number: '12', addition: '16' }
    expect(gradeOf({ ...HERE, number: '12-16' }, door)).toBe('sameDwelling')
    expect(gradeOf({ ...HERE, number: '12-16' }, { ...HERE, number: '12-16' })).toBe('sameDwelling')
  })

  test('rows of elsewhere: a name of a house beside the street, or where the street should be', () => {
    const here = { street: 'genoa street', number: '6', addition: 'winrae', postcode: '2251', city: 'exeter' }
    expect(gradeOf({ ...here, street: 'winrae', addition: 'genoa street' }, here)).toBe('sameDwelling')
    expect(gradeOf({ ...here, addition: undefined, postcode: '2215' }, here)).toBe('sameDwelling')
    expect(gradeOf({ ...here, street: 'geona street' }, here)).toBe('nearly')
  })

  test('what differs is named', () => {
    expect(compareAddresses(HERE, { ...HERE, postcode: '9999ZZ' }).differs).toEqual(['postcode'])
    expect(compareAddresses(HERE, { ...HERE, number: '14c' }).differs).toEqual(['addition'])
    expect(compareAddresses(HERE, { ...HERE, street: 'Eikenlaan', number: '3' }).differs).toEqual([
      'street',
      'number',
    ])
  })
})

const anAddress = fc.record(
  {
    street: fc.constantFrom(
      'Molenweide',
      'Burg. van Dijkstraat',
      'Eerste Dwarsstraat',
      'kent street',
      'Kerkweg',
      'Dam',
    ),
    number: fc.constantFrom('14b', '12-16', '3', '12-II', '140', '14'),
    addition: fc.constantFrom('B', 'hs', '2'),
    postcode: fc.constantFrom('1234AB', '1243 AB', '9876ZX', '4011'),
    city: fc.constantFrom('Den Haag', "'s-Gravenhage", 'Assen', 'Alphen a/d Rijn'),
  },
  { requiredKeys: [] },
)

describe('properties', () => {
  test('the same either way round', () => {
    fc.assert(
      fc.property(anAddress, anAddress, (here, there) => {
        expect(compareAddresses(here, there)).toEqual(compareAddresses(there, here))
      }),
      { seed: 3, numRuns: 400 },
    )
  })

  test('nothing is more alike than the same', () => {
    fc.assert(
      fc.property(anAddress, anAddress, (here, there) => {
        const own = ADDRESS_GRADES.indexOf(compareAddresses(here, here).grade)
        const other = compareAddresses(here, there).grade
        if (other !== 'tooLittle') expect(own).toBeLessThanOrEqual(ADDRESS_GRADES.indexOf(other))
      }),
      { seed: 4, numRuns: 400 },
    )
  })

  test('any text is read, and gives eight keys at most', () => {
    const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }))
    fc.assert(
      fc.property(
        fc.record({ street: text, number: text, addition: text, postcode: text, city: text }),
        (one) => {
          expect(addressKeys(one).length).toBeLessThanOrEqual(MOST_ADDRESS_KEYS)
          expect(compareAddresses(one, one).differs).toEqual([])
        },
      ),
      { seed: 5, numRuns: 300 },
    )
  })

  test('one error anywhere leaves a key', () => {
    const whole = fc.record({
      street: fc.constantFrom(
        'Molenweide',
        'Burgemeester van Dijkstraat',
        'Eikenlaan',
        'Kastanjesingel',
        'kent street',
      ),
      number: fc.constantFrom('14b', '3', '12-II', '140'),
      postcode: fc.constantFrom('1234AB', '9876ZX', '4011'),
      city: fc.constantFrom('Voorbeeldstad', 'Assen', 'Alphen aan den Rijn'),
    })
    const part = fc.constantFrom('street', 'number', 'postcode', 'city' as const)
    fc.assert(
      fc.property(whole, part, fc.nat(30), fc.nat(3), (one, which, place, kind) => {
        const wrong = { ...one, [which]: withError(one[which], place, kind) }
        const keys = addressKeys(one)
        expect(addressKeys(wrong).filter((key) => keys.includes(key))).not.toEqual([])
      }),
      { seed: 6, numRuns: 1_000 },
    )
  })
})

/** A letter too many, too few, another one, or two that changed places. */
function withError(text: string, place: number, kind: number): string {
  const at = place % text.length
  const [before, behind] = [text.slice(0, at), text.slice(at + 1)]
  const other = /\d/.test(text[at] ?? '') ? '7' : 'x'
  if (kind === 0) return before + behind
  if (kind === 1) return before + other + behind
  if (kind === 2) return before + other + text.slice(at)
  return before + (behind[0] ?? '') + (text[at] ?? '') + behind.slice(1)
}

describe('typing errors', () => {
  test('a short word may hold none, a long one two', () => {
    expect([3, 4, 8, 9].map(errorsIn)).toEqual([0, 1, 1, 2])
  })

  test.each([
    ['dam', 'dom', false],
    ['molen', 'moeln', true],
    ['molen', 'mulan', false],
    ['kastanjesingel', 'kastanjsinegl', true],
  ])('%s is %s: %s', (here, there, nearly) => expect(nearlySame(here, there)).toBe(nearly))
})
