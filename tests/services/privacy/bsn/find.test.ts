/** What is a BSN in what people write, and what is not. */
import { describe, expect, test } from '@jest/globals'
import {
  BSN_MARKS,
  maskBsn,
  passesElevenTest,
  putBack,
  unmask,
} from '../../../../services/privacy/bsn/find.ts'
import { checkDigit, grouped, mistyped } from './artificial.ts'

const MARK = BSN_MARKS.nl
/** 111222333 is what examples use everywhere; its like with other digits. */
const ONE = `11122233${checkDigit('11122233')}`
const TWO = `99999000${checkDigit('99999000')}`
/** Passes the test with a nought before it. */
const EIGHT = `8888777${checkDigit('08888777')}`
const WRONG = mistyped(ONE)
const WRONG_EIGHT = mistyped(EIGHT)

const dotted = (number: string): string => grouped(number, [4, 2, 3], '.')
const spaced = (number: string): string => grouped(number, [3, 3, 3], ' ')

describe('the 11-test', () => {
  test('is passed by what it should be passed by', () => {
    expect(
      [ONE, TWO, `0${EIGHT}`, WRONG, `0${WRONG_EIGHT}`, '0'.repeat(9), `${ONE}0`, ''].map(passesElevenTest),
    ).toEqual([true, true, true, false, false, false, false, false])
  })
})

/** Written with ◻ where the mark comes, and what stood there. */
const MASKED: readonly (readonly [string, ...string[]])[] = [
  ['◻', ONE],
  ['BSN ◻', ONE],
  ['Zijn bsn is ◻.', dotted(ONE)],
  ['bsn:◻', spaced(ONE)],
  ['bsn◻', ONE],
  ['(◻)', ONE],
  ['nummer ◻, dat gaf ze zelf', ONE],
  ['nr.◻', ONE],
  ['◻en hij is 12', ONE],
  ['BTW NL◻B01', ONE],
  ['dossiernummer ◻', ONE],
  ['◻ en ◻', ONE, TWO],
  ['◻, ◻', ONE, TWO],
  ['◻-◻', ONE, TWO],
  ['◻ ◻', spaced(ONE), spaced(TWO)],
  ['◻\n◻', dotted(ONE), dotted(TWO)],
  ['hij is 34, ◻ 12', spaced(ONE)],
  ['kamer 2026 ◻', spaced(ONE)],
  ['1 ◻ 2 ◻ 3', ONE, TWO],
  ['0612345678 ◻', ONE],
  ['06 12345678 ◻', ONE],
  ['24-11-2026 ◻', ONE],
  ['€ 50 ◻', ONE],
  ['50 euro ◻', ONE],
  ['◻ € 50', ONE],
  ['12,◻,1990', ONE],
  ['S-2026-0001: ◻', ONE],
  ['KvK ◻', ONE],
  ['bel over ◻', ONE],
  // eight digits, with the word
  ['BSN ◻', EIGHT],
  ['burgerservicenummer: ◻', EIGHT],
  ['burger service nr ◻', EIGHT],
  ['burgerservicenr. ◻', EIGHT],
  ['Sofinummer ◻', EIGHT],
  ['sofi-nummer ◻', EIGHT],
  ['citizen service number ◻', EIGHT],
  ['B.S.N. ◻', EIGHT],
  ['◻ (bsn)', EIGHT],
  ['het bsn van zijn vrouw is ◻', EIGHT],
  ['bsn ◻', grouped(EIGHT, [2, 2, 2, 2], '.')],
  ['bsn ◻ en van haar ◻', EIGHT, ONE],
  ["BSN's: ◻, ◻", EIGHT, EIGHT],
  // typing errors
  ['BSN ◻', WRONG],
  ['bsn van mevrouw: ◻', dotted(WRONG)],
  ['◻ is haar burgerservicenummer', WRONG],
  ['bsn: ◻', WRONG_EIGHT],
  // odd signs, with the word
  ['bsn ◻', grouped(ONE, [3, 3, 3], '/')],
  ['bsn ◻', grouped(ONE, [3, 3, 3], '_')],
  ['bsn 12 ◻ 34', grouped(ONE, [2, 7], ' ')],
  // tables
  ['Naam\tBSN\tTelefoon\nJansen\t◻\t0612345678', EIGHT],
  ['Naam\tBSN\tPlaats\nA\t◻\tUtrecht\nB\t◻\tEde\nC\t◻\tEde', EIGHT, WRONG, WRONG_EIGHT],
  ['| naam | bsn |\n| --- | --- |\n| A | ◻ |\n| B | ◻ |', ONE, EIGHT],
  ['dossiernummer;bsn\n12345670;◻', EIGHT],
  ['Naam\nBSN\nJansen\n◻', EIGHT],
  ['1\t◻\t1990\n2\t◻\t1991', ONE, TWO],
]

describe('is masked', () => {
  test.each(MASKED.map(([shape, ...numbers]) => [fill(shape, numbers), shape, numbers] as const))(
    '%s',
    (text, shape, numbers) => {
      const masked = maskBsn(text)
      expect(masked.text).toBe(shape.replaceAll('◻', MARK))
      expect(masked.found.map(({ was }) => was)).toEqual(numbers)
    },
  )
})

function fill(shape: string, numbers: readonly string[]): string {
  return numbers.reduce((text, number) => text.replace('◻', number), shape)
}

/** None of these may be touched: each would pass the test, or stands next to a number that would. */
const LEFT: readonly string[] = [
  '',
  'geen cijfers',
  // eight digits without the word
  EIGHT,
  `nummer ${EIGHT}`,
  `kvk ${EIGHT}`,
  `KvK-nummer: ${EIGHT}`,
  `handelsregister ${EIGHT}`,
  `Chamber of Commerce ${EIGHT}`,
  `${EIGHT} (KvK), het bsn weet ik niet`,
  `bsn onbekend, kvk ${EIGHT}`,
  `bsn weet ik niet; dossiernummer ${EIGHT}`,
  'vestigingsnummer 000012345678',
  'vestigingsnummer 0000 1234 5678',
  // nine digits that fail it, without the word
  WRONG,
  dotted(WRONG),
  // longer rows
  `${ONE}0`,
  `${ONE}000`,
  `0${ONE}`,
  `1${spaced(ONE)}`,
  `1.${grouped(ONE, [3, 3, 3], '.')}`,
  `1 ${spaced(ONE)}`,
  `${spaced(ONE)} 000`,
  '1234 5678 9012 3456',
  // telephone
  '06-12345678',
  '06 12 34 56 78',
  '0612345678',
  '+31 6 12345678',
  '+31612345678',
  '+31 (0)6 12345678',
  '+31(0)20 123 45 67',
  '0031 6 12345678',
  '31612345678',
  '020-1234567',
  '(020) 123 45 67',
  '+32 470 12 34 56',
  '0800-7000',
  `tel. ${ONE}`,
  `telefoonnummer: ${ONE}`,
  `bel ${ONE}`,
  `bel op ${spaced(ONE)}`,
  // bank
  'NL91 ABNA 0417 1643 00',
  'NL91ABNA0417164300',
  'nl91abna0417164300',
  'DE89 3704 0044 0532 0130 00',
  'BE68 5390 0754 7034',
  `rekening ${ONE}`,
  // amounts
  `€ ${grouped(ONE, [3, 3, 3], '.')}`,
  `€${ONE}`,
  `${ONE} euro`,
  `${grouped(ONE, [3, 3, 3], '.')},50`,
  `EUR ${spaced(ONE)}`,
  // dates, times, addresses
  '20261124',
  'bsn gevraagd op 24-11-2026 om 14:35',
  'bsn gevraagd op 20261124',
  'geboren 01-01-1990 te Ede',
  'Kerkstraat 12, 3511 AB Utrecht',
  '52.0907374, 5.1214201',
  // references, plates
  'S-2026-0001',
  `S-2026-${ONE}`,
  `ORD-${ONE}`,
  `ORD${ONE}`,
  `INV_${ONE}`,
  `2026-${ONE}`,
  `ordernummer ${ONE}`,
  `factuurnummer: ${ONE}`,
  `kenmerk ${ONE}`,
  `RSIN ${ONE}`,
  'kenteken 12-AB-34 en G-123-BB en AB-12-34',
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  // marks
  MARK,
  `${MARK} ${EIGHT}`,
  `${BSN_MARKS.en} ${EIGHT}`,
]

describe('is left as it is', () => {
  test.each(LEFT)('%s', (text) => expect(maskBsn(text)).toEqual({ text, found: [] }))
})

describe('the mark', () => {
  const text = `bsn ${ONE}, van hem ${dotted(TWO)} en klaar`

  test('says where it stands and what was there', () => {
    const masked = maskBsn(text, BSN_MARKS.en)
    expect(masked.text).toBe(`bsn ${BSN_MARKS.en}, van hem ${BSN_MARKS.en} en klaar`)
    for (const { at, mask } of masked.found) expect(masked.text.startsWith(mask, at)).toBe(true)
    expect(masked.found).toHaveLength(2)
  })

  test('one can be put back, in any order', () => {
    const masked = maskBsn(text)
    const [first, second] = masked.found
    if (!first || !second) throw new Error('two numbers were expected')
    expect(unmask(masked.text, second)).toBe(`bsn ${MARK}, van hem ${dotted(TWO)} en klaar`)
    const once = putBack(masked, first)
    expect(once.text).toBe(`bsn ${ONE}, van hem ${MARK} en klaar`)
    const [left] = once.found
    if (!left) throw new Error('one number was expected')
    expect(putBack(once, left)).toEqual({ text, found: [] })
  })

  test('a mark that is not there changes nothing', () => {
    const masked = maskBsn(text)
    const [first] = masked.found
    if (!first) throw new Error('a number was expected')
    expect(unmask('iets anders', first)).toBe('iets anders')
    expect(putBack({ text: 'iets anders', found: masked.found }, first)).toEqual({
      text: 'iets anders',
      found: masked.found,
    })
  })

  test('what the person said is no BSN stays, however it is written', () => {
    expect(maskBsn(text, MARK, [grouped(ONE, [3, 3, 3], '-')]).text).toBe(
      `bsn ${ONE}, van hem ${MARK} en klaar`,
    )
  })

  test('in another language it is not taken for a word about the next number', () => {
    const masked = maskBsn(`${ONE} ${EIGHT}`, BSN_MARKS.en)
    expect(maskBsn(masked.text)).toEqual({ text: masked.text, found: [] })
  })
})
