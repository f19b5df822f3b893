/** One form of each value, or a refusal that names the field. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { account, accountKey } from '../../../../services/matching/values/account.ts'
import { companyNumber, companyNumberKey } from '../../../../services/matching/values/companyNumber.ts'
import { mail, mailKey } from '../../../../services/matching/values/mail.ts'
import { isDutchPlate, plate, plateKey } from '../../../../services/matching/values/plate.ts'
import type { ValueRead } from '../../../../services/matching/values/read.ts'
import { telephone, telephoneKey } from '../../../../services/matching/values/telephone.ts'

const formOf = (read: ValueRead): string => (read.ok ? read.value : `${read.field}: ${read.why}`)

describe('telephones', () => {
  test.each([
    '06 00 00 00 01',
    '0600000001',
    '06-00000001',
    '+31 6 00000001',
    '+31 (0)6 0000 0001',
    '+31 06 00000001',
    '0031600000001',
    '0031 06 00 00 00 01',
    '31600000001',
    '600000001',
    'tel: 06-00000001',
    'Mobiel 06 00000001',
    '(06) 00000001',
    '٠٦٠٠٠٠٠٠٠١',
  ])('%s is one number', (written) => expect(telephoneKey(written)).toBe('tel:+31600000001'))

  test.each([
    ['020 555 0123', '+31205550123'],
    ['+48 512 000 001', '+48512000001'],
    ['48512000001', '+48512000001'],
    ['0048 512 000 001', '+48512000001'],
  ])('%s is %s', (written, value) => expect(formOf(telephone(written))).toBe(value))

  test.each([
    ['', 'telephone: empty'],
    ['   ', 'telephone: empty'],
    ['geen idee', 'telephone: form'],
    ['12345', 'telephone: length'],
    ['06 1234', 'telephone: length'],
    ['0'.repeat(81), 'telephone: tooLong'],
    ['061234567890123456', 'telephone: length'],
  ])('%j is refused: %s', (written, why) => {
    expect(formOf(telephone(written))).toBe(why)
    expect(telephoneKey(written)).toBeUndefined()
  })
})

describe('accounts', () => {
  test.each([
    'NL91ABNA0417164300',
    'nl91 abna 0417 1643 00',
    'IBAN: NL91-ABNA-0417-1643-00',
    ' NL91.ABNA.0417.1643.00 ',
  ])('%s is one account', (written) => expect(accountKey(written)).toBe('iban:NL91ABNA0417164300'))

  test.each([
    ['NL92ABNA0417164300', 'account: checkDigits'],
    ['NL91ABNA041716430', 'account: length'],
    ['XX91ABNA0417164300', 'account: form'],
    ['417164300', 'account: form'],
    ['', 'account: empty'],
  ])('%j is refused: %s', (written, why) => expect(formOf(account(written))).toBe(why))
})

describe('numbers of companies', () => {
  test.each([
    '12345678',
    'KvK 12.34.56.78',
    'kvk-nummer: 12345678',
    'KvK nr. 1234 5678',
    'K.v.K. 12345678',
    'CoC no. 12345678',
  ])('%s is one company', (written) => expect(companyNumberKey(written)).toBe('kvk:12345678'))

  test('a branch is no company', () => {
    expect(companyNumberKey('vestigingsnummer 0000 1234 5678')).toBe('branch:000012345678')
    expect(companyNumberKey('000012345678')).toBe('branch:000012345678')
  })

  test.each([
    ['1234567', 'companyNumber: length'],
    ['123456789', 'companyNumber: length'],
    ['00000000', 'companyNumber: form'],
    ['12345A78', 'companyNumber: form'],
    ['onbekend', 'companyNumber: form'],
    ['', 'companyNumber: empty'],
  ])('%j is refused: %s', (written, why) => expect(formOf(companyNumber(written))).toBe(why))
})

describe('plates', () => {
  test.each(['AB-123-C', 'ab123c', 'AB 123 C', 'ab.123.c', 'NL AB-123-C', 'kenteken: AB-123-C', 'AB–123–C'])(
    '%s is one plate',
    (written) => expect(plateKey(written)).toBe('plate:AB123C'),
  )

  test.each([
    ['1-ABC-123', '1ABC123'],
    ['KR 5GH21', 'KR5GH21'],
    ['B 123 XYZ', 'B123XYZ'],
    ['NL 1234', 'NL1234'],
  ])('%s is %s', (written, value) => expect(formOf(plate(written))).toBe(value))

  test.each([
    ['ABCDEF', 'vehicle: form'],
    ['123456', 'vehicle: form'],
    ['A1', 'vehicle: length'],
    ['AB123CDEFGH', 'vehicle: length'],
    ['AB#123', 'vehicle: form'],
    ['', 'vehicle: empty'],
  ])('%j is refused: %s', (written, why) => expect(formOf(plate(written))).toBe(why))

  test('the Dutch forms are told apart from those of abroad', () => {
    expect(['AB123C', '12ABCD', 'DL12LD', 'D123LL'].map(isDutchPlate)).toEqual([true, true, true, true])
    expect(['1AB1234', 'ABCDEF', 'A1B2C3'].map(isDutchPlate)).toEqual([false, false, false])
  })
})

describe('mail addresses', () => {
  test.each([
    ['Jan@Example.NL', 'jan@example.nl'],
    ['mailto:jan@example.nl', 'jan@example.nl'],
    ['<jan@example.nl>', 'jan@example.nl'],
    ['j.an+werk@gmail.com', 'jan@gmail.com'],
    ['jan@googlemail.com', 'jan@gmail.com'],
    ['j.an+werk@outlook.com', 'j.an@outlook.com'],
    ['j.an+werk@example.nl', 'j.an+werk@example.nl'],
  ])('%s is %s', (written, value) => expect(formOf(mail(written))).toBe(value))

  test.each([
    ['jan@', 'mail: form'],
    ['jan example.nl', 'mail: form'],
    ['jan@example', 'mail: form'],
    ['a@b..nl', 'mail: form'],
    ['', 'mail: empty'],
    [`${'a'.repeat(300)}@example.nl`, 'mail: tooLong'],
  ])('%j is refused: %s', (written, why) => expect(formOf(mail(written))).toBe(why))

  test('its key', () => expect(mailKey('Jan@Example.nl')).toBe('mail:jan@example.nl'))
})

describe('all of them', () => {
  const READERS = { telephone, account, companyNumber, plate, mail }

  test.each(Object.entries(READERS))(
    '%s: its own form is read as itself, and nothing throws',
    (_name, read) => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string({ maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 60 })),
          (text) => {
            const once = read(text)
            if (once.ok) expect(read(once.value)).toEqual(once)
          },
        ),
        { numRuns: 500, seed: 7 },
      )
    },
  )

  test('gaps, dashes and capitals of a plate make no difference', () => {
    const sign = fc.constantFrom(...'ABCDFGHJK0123456789')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(sign, fc.constantFrom('', ' ', '-', '.')), { minLength: 4, maxLength: 8 }),
        (signs) => {
          const bare = signs.map(([one]) => one).join('')
          const spread = signs.map(([one, gap]) => one.toLowerCase() + gap).join('')
          expect(plate(spread)).toEqual(plate(bare))
        },
      ),
      { seed: 11 },
    )
  })
})
