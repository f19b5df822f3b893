import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codeId, newCode, readCode, withoutCodes } from '../../../services/vault/code.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { HERE, THERE } from '../store/subject.ts'

const keys = drawKeys(Buffer.alloc(32, 3))
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyCode = fc.constant(undefined).map(() => newCode())
const codes = Array.from({ length: 300 }, () => newCode())
const code = codes[0] ?? ''

/** The signs without dashes, one of them changed or several moved, in groups again. */
const altered = (original: string, change: (signs: string[]) => void): string => {
  const signs = Array.from(original.replaceAll('-', ''))
  change(signs)
  return (
    signs
      .join('')
      .match(/.{1,4}/g)
      ?.join('-') ?? ''
  )
}

describe('a new code', () => {
  test('is five groups of four signs that cannot be taken for each other', () => {
    for (const one of codes) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('has at least 80 bits that nobody can guess', () => {
    // A group: four signs, of which a digit 2-9 (8 of 32) and a letter (22 of 32); 0 and 1 (2 of 32) count for neither.
    const mixed = 32 ** 4 - 24 ** 4 - 10 ** 4 + 2 ** 4
    // The last sign follows from the others: one of 32.
    expect(5 * Math.log2(mixed) - 5).toBeGreaterThan(80)
    // And those are all used, everywhere.
    const many = [...codes, ...Array.from({ length: 1_700 }, () => newCode())]
    for (let place = 0; place < 24; place += 1) {
      const seen = new Set(many.map((one) => one[place]))
      expect(seen.size).toBe(place % 5 === 4 ? 1 : 32)
    }
  })

  test('is read back', () => {
    for (const one of codes) expect(readCode(one)).toEqual({ code: one })
  })
})

describe('reading a code', () => {
  const spellings: [string, (text: string) => string][] = [
    ['in small letters', (text) => text.toLowerCase()],
    ['with O for 0', (text) => text.replaceAll('0', 'O')],
    ['with o for 0, l for 1', (text) => text.replaceAll('0', 'o').replaceAll('1', 'l')],
    ['with I and i for 1', (text) => text.replaceAll('1', 'I').toLowerCase()],
    ['without dashes', (text) => text.replaceAll('-', '')],
    ['with spaces', (text) => text.replaceAll('-', ' ')],
    ['with spaces and dashes', (text) => text.replaceAll('-', ' - ')],
    ['with long dashes', (text) => text.replaceAll('-', '–')],
    ['on two lines', (text) => text.replace('-', '\n')],
    ['half of it together', (text) => text.replace('-', '')],
    ['spelled', (text) => Array.from(text.replaceAll('-', '')).join(' ')],
    ['in twos', (text) => text.replaceAll('-', '').match(/../g)?.join(' ') ?? ''],
    [
      'in full width',
      (text) =>
        text.replace(/[A-Z0-9]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    ['with spaces around it', (text) => `  ${text}\n`],
    ['in a sentence', (text) => `Hoi, mijn code is ${text}.`],
    ['in a sentence of groups', (text) => `deze code moet goed zijn ${text} toch niet fout`],
    ['spelled in a sentence', (text) => `code: ${Array.from(text).join(' ')}`],
    ['between quotes', (text) => `"${text}"`],
    ['before a question', (text) => `${text} is er al iets bekend over mijn melding van 12 mei?`],
    ['in a long story', (text) => `${text}\n${'Ik zag daar weer mensen naar binnen gaan. '.repeat(50)}`],
  ]

  test.each(spellings)('%s', (_, spell) => {
    for (const one of codes) expect(readCode(spell(one))).toEqual({ code: one })
  })

  test('one wrong sign is always noticed', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(19), fc.constantFrom(...SIGNS, 'U'), (one, place, sign) => {
        const wrong = altered(one, (signs) => signs.splice(place, 1, sign))
        expect(readCode(wrong)).toEqual(wrong === one ? { code: one } : { wrong: 'typo' })
      }),
      { numRuns: 3_000 },
    )
  })

  test('two signs that changed places are always noticed', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(19), fc.nat(19), (one, from, to) => {
        const wrong = altered(one, (signs) => {
          const [a = '', b = ''] = [signs[from], signs[to]]
          signs[from] = b
          signs[to] = a
        })
        if (wrong !== one) expect(readCode(wrong) ?? {}).not.toHaveProperty('code')
      }),
      { numRuns: 3_000 },
    )
  })

  test('two neighbours that changed places within a group are called a typo', () => {
    for (const one of codes) {
      const wrong = altered(one, (signs) => signs.splice(1, 2, signs[2] ?? '', signs[1] ?? ''))
      expect(readCode(wrong)).toEqual(wrong === one ? { code: one } : { wrong: 'typo' })
    }
  })

  test.each([
    ['a sign too few', (text: string) => text.slice(0, 7) + text.slice(8)],
    ['a sign too many', (text: string) => `${text.slice(0, 7)}7${text.slice(7)}`],
    ['the last sign left out', (text: string) => text.slice(0, -1)],
    ['a group left out', (text: string) => text.slice(0, -5)],
    ['a sign too few, without dashes', (text: string) => text.replaceAll('-', '').slice(1)],
    ['another alphabet in it', (text: string) => `Ж${text.slice(1)}`],
  ])('%s is called a typo, or at least is no code', (_, spoil) => {
    const spoiled = codes.filter((one) => !codes.includes(spoil(one)))
    const read = spoiled.map((one) => readCode(`Mijn code: ${spoil(one)}`))
    expect(read.filter((found) => found !== undefined && 'code' in found)).toEqual([])
    // A group that lost its only digit or letter is not always known as one.
    expect(read.filter((found) => found !== undefined).length).toBeGreaterThan(0.9 * spoiled.length)
  })
})

describe('a sentence is never a code', () => {
  const WORDS =
    'ik zag het een man met twee auto en veel geld die bij ons werkt deze code doet niet mee voor van meer naar huis kind ' +
    'slaapt daar elke dag hier moet iets aan gedaan worden is dat zo of mis ze bang lijkt paspoort afgepakt matras drie'
  const word = fc.constantFrom(...WORDS.split(' '))
  const number = fc.oneof(
    fc.nat(99).map(String),
    fc.integer({ min: 1900, max: 2030 }).map(String),
    fc.constantFrom(
      '06-12345678',
      '12:30',
      '1234 AB',
      'S-2026-0001',
      '€ 1.500,-',
      '24-11-2026',
      'A2',
      '4x4',
      '12-ABC-3',
    ),
  )
  const sentence = fc
    .array(fc.oneof({ weight: 6, arbitrary: word }, { weight: 1, arbitrary: number }), { maxLength: 40 })
    .map((parts) => parts.join(' '))

  test('of words and numbers', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(readCode(text)).toBeUndefined()
      }),
      { numRuns: 3_000 },
    )
  })

  test('of letters alone, or of digits alone, whatever they are', () => {
    const letters = fc.stringMatching(/^[a-zA-Z .,-]{0,80}$/)
    const digits = fc.stringMatching(/^[0-9 .,-]{0,80}$/)
    fc.assert(
      fc.property(fc.oneof(letters, digits), (text) => {
        expect(readCode(text)).toBeUndefined()
      }),
      { numRuns: 3_000 },
    )
  })

  test.each([
    '',
    ' ',
    'mijn code doet niet meer',
    'deze code doet heel raar',
    'bel mij er op 06 12 34 56 78',
    'bel mij ook op 0612345678 aub',
    '2 kg en 3 ml en 4 st en 5 el',
    'NL91 ABNA 0417 1643 00',
    'AT61 1904 3002 3457 3201',
    '11111111-1111-4111-8111-111111111111',
    '7a4d0c52-7e0f-4b76-9a55-0242ac120002',
    'https://example.nl/p/A1B2C3D4E5?x=1',
    '1234 5678 9012 3456 7890',
    'S-2026-0001 S-2026-0002 S-2026-0003 S-2026-0004',
    '😀😀😀😀',
    '0000 0000 0000 0000 0000',
    'oooo llll iiii oooo llll',
  ])('%j', (text) => expect(readCode(text)).toBeUndefined())

  test('the ids of programs', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.boolean(), (id, capitals) => {
        expect(readCode(`zie ${capitals ? id.toUpperCase() : id} in het systeem`)).toBeUndefined()
      }),
      { numRuns: 1_000 },
    )
  })

  test('any text at all breaks nothing, and what is read is a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = readCode(text)
        if (found && 'code' in found) expect(readCode(found.code)).toEqual(found)
      }),
    )
  })

  test('a very long text is no trouble', () => {
    const text = `${'A2B3 '.repeat(20_000)}${'x'.repeat(50_000)} ${code}`
    expect(readCode(text)).toEqual({ code })
  })
})

describe('privacy: a code in a form', () => {
  test('gives way to a mark, however it is written, and the words around it stay', () => {
    for (const one of codes) {
      for (const written of [one, one.toLowerCase(), one.replaceAll('-', ' '), one.replaceAll('-', '')]) {
        expect(withoutCodes(`mijn code ${written}, en meer`)).toBe('mijn code [code], en meer')
      }
    }
    const [first = '', second = ''] = codes
    expect(withoutCodes(`${first} ${second}`)).toBe('[code] [code]')
  })

  test('what is no code to the last sign stays, and so does a long story', () => {
    const story = 'Deze vier mensen zien elke week heel veel geld, op Kade 12. '.repeat(500)
    expect(withoutCodes(story)).toBe(story)
    const wrong = altered(code, (signs) => signs.splice(0, 1, signs[0] === 'A' ? 'B' : 'A'))
    expect(withoutCodes(wrong)).toBe(wrong)
  })
})

describe('privacy: what is kept for a code', () => {
  test('stands under an id that says nothing of it, another one in each municipality', () => {
    const id = codeId(keys, HERE, code)
    expect(id).toMatch(/^[0-9a-f]{64}$/)
    expect(codeId(keys, HERE, code)).toBe(id)
    expect(codeId(keys, THERE, code)).not.toBe(id)
    expect(codeId(drawKeys(Buffer.alloc(32, 4)), HERE, code)).not.toBe(id)
    expect(new Set(codes.map((one) => codeId(keys, HERE, one))).size).toBe(codes.length)
  })

  test('the same seed gives the same code, so that sending twice gives one', () => {
    const seeds = Array.from({ length: 50 }, (_, n) => Buffer.alloc(32, n))
    const made = seeds.map((seed) => newCode(seed))
    expect(seeds.map((seed) => newCode(seed))).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
    for (const one of made) expect(readCode(one)).toEqual({ code: one })
  })

  test.each(['', 'geheim', code.toLowerCase(), code.replaceAll('-', ''), `${code} `])(
    'is never kept for another spelling: %j is refused, and not repeated',
    (text) => {
      expect(() => codeId(keys, HERE, text)).toThrow(new TypeError('This is not a code.'))
    },
  )
})
