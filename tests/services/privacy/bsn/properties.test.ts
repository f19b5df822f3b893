/** What holds for every BSN and every text. A run that fails is repeated with SEED=… from its name. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { BSN_MARKS, type Masked, maskBsn, putBack, unmask } from '../../../../services/privacy/bsn/find.ts'
import {
  aNotation,
  aNumber,
  anEight,
  aSentence,
  grouped,
  inScript,
  LAYOUTS,
  mistyped,
  SEED,
  SIGNS,
} from './artificial.ts'

const MARK = BSN_MARKS.nl
const word = fc.constantFrom('BSN', 'bsn:', 'Burgerservicenummer is', 'sofinummer', 'citizen service number')

/** Text in which everything that means something to the finder comes often, and wildly mixed. */
const heap = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 99_999 }).map(String) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...SIGNS, '', '/', '_', ',', '\t', '\n', ';', '|', ':', '+', '0', '€'),
      },
      { weight: 2, arbitrary: aNumber },
      { weight: 1, arbitrary: anEight },
      { weight: 2, arbitrary: fc.tuple(aNumber, aNotation).map(([number, notation]) => notation(number)) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'bsn',
          'BSN ',
          'kvk',
          'tel ',
          'order',
          'dossiernummer ',
          'b.s.n.',
          'is',
          'nr',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(MARK, BSN_MARKS.en, 'BSN', 'verwijderd]', '[', '\u200b', '\ufe0f'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
      { weight: 1, arbitrary: aSentence },
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

const restored = ({ text, found }: Masked): string => found.reduceRight(unmask, text)

describe(`every text (seed ${SEED})`, () => {
  test('a number in any notation is masked, and nothing else', () => {
    fc.assert(
      fc.property(aNumber, aNotation, aSentence, aSentence, (number, notation, before, after) => {
        const written = notation(number)
        const masked = maskBsn(`${before} ${written} ${after}`)
        expect(masked.text).toBe(`${before} ${MARK} ${after}`)
        expect(masked.found.map(({ was }) => was)).toEqual([written])
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  test('after the word for it also with eight digits, and with a typing error', () => {
    const anyhow = fc.oneof(anEight, aNumber.map(mistyped), aNumber)
    fc.assert(
      fc.property(anyhow, word, aSentence, aSentence, (number, label, before, after) => {
        expect(maskBsn(`${before} ${label} ${number} ${after}`).text).toBe(
          `${before} ${label} ${MARK} ${after}`,
        )
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('two numbers, each in a notation of its own', () => {
    const apart = fc.constantFrom(' en ', '\n', '\t', ', ', '; ', ' | ', ' (', ' is niet ')
    fc.assert(
      fc.property(aNumber, aNotation, aNumber, aNotation, apart, (one, write, two, writeTwo, between) => {
        expect(maskBsn(write(one) + between + writeTwo(two)).text).toBe(MARK + between + MARK)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('a text without digits is never changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), aSentence, (text, words) => {
        const without = (text + words).replace(/\p{N}/gu, 'x')
        expect(maskBsn(without)).toEqual({ text: without, found: [] })
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('what was masked comes back, each place is right, and masking twice changes nothing', () => {
    fc.assert(
      fc.property(heap, fc.constantFrom(MARK, BSN_MARKS.en, 'X'), (text, mark) => {
        const masked = maskBsn(text, mark)
        expect(restored(masked)).toBe(text)
        for (const { at, mask } of masked.found) expect(masked.text.startsWith(mask, at)).toBe(true)
        expect(maskBsn(masked.text, mark)).toEqual({ text: masked.text, found: [] })
        expect(maskBsn(text, mark)).toEqual(masked)
      }),
      { seed: SEED, numRuns: 4000 },
    )
  })

  test('put back one by one, in any order, it is the text again', () => {
    fc.assert(
      fc.property(heap, fc.nat(), (text, pick) => {
        let masked = maskBsn(text)
        for (let left = masked.found.length; left > 0; left -= 1) {
          const one = masked.found[pick % left]
          if (!one) throw new Error('there is one left')
          masked = putBack(masked, one)
        }
        expect(masked).toEqual({ text, found: [] })
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('digits within a longer row are never touched', () => {
    const more = fc.integer({ min: 1, max: 9999 }).map(String)
    fc.assert(
      fc.property(
        aNumber,
        more,
        fc.boolean(),
        fc.constantFrom('', 'nummer ', 'bsn '),
        (number, extra, first, label) => {
          const text = label + (first ? extra + number : number + extra)
          expect(maskBsn(text).text).toBe(text)
        },
      ),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('what was said to be no BSN stays, in every notation', () => {
    fc.assert(
      fc.property(aNumber, aNotation, aNotation, (number, write, said) => {
        expect(maskBsn(write(number), MARK, [said(number)]).found).toEqual([])
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

describe('the notations of the tests', () => {
  test('are what they say', () => {
    expect(LAYOUTS.map((layout) => layout.reduce((all, length) => all + length, 0))).toEqual(
      LAYOUTS.map(() => 9),
    )
    expect(grouped('abcdefghi', [4, 2, 3], '.')).toBe('abcd.ef.ghi')
    expect(inScript('a1-0', 0xff10)).toBe('a１-０')
  })
})
