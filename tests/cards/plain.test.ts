import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { excerpt, fieldValue, plain } from '../../cards/plain.ts'
import { dateInWords, dayInWords, momentInWords } from '../../cards/when.ts'
import { Day, Instant } from '../../services/words.ts'

describe('what people wrote is shown as they wrote it', () => {
  const written: [string, string, string][] = [
    ['emphasis', '**vet** _schuin_ ~~weg~~', '\\*\\*vet\\*\\* \\_schuin\\_ ~\u2060~\u2060weg~\u2060~\u2060'],
    ['a link behind words', '[klik](https://x.example)', '\\[klik\\](https://x.example)'],
    ['HTML', '<b>x</b> 5 < 6', '<\u2060b>x<\u2060/b> 5 <\u2060 6'],
    ['an entity, and an ordinary &', '&lt; a & b', '&\u2060lt; a & b'],
    ['code', '`x`', '`\u2060x`\u2060'],
    ['a backslash', 'a\\b', 'a\\\u2060b'],
    [
      'a date of the card language',
      '{{DATE(2026-11-24,SHORT)}}',
      '{\u2060{\u2060DATE(2026-11-24,SHORT)}\u2060}\u2060',
    ],
    [
      'headings, lists and rules',
      '# a\n- b\n+ c\n---\n===',
      '\u2060# a\n\n\u2060- b\n\n\u2060+ c\n\n\u2060---\n\n\u2060=\u2060=\u2060=',
    ],
    ['numbers', '1. a\n12) b\n3 stuks', '\u20601. a\n\n\u206012) b\n\n3 stuks'],
    ['a dash or hash in a line', 'huis #3 - links', 'huis #3 - links'],
    ['an indent', '    vier', '\u00a0\u00a0\u00a0\u00a0vier'],
    ['an indented list', '  - a', '\u00a0\u00a0\u2060- a'],
    ['a pasted table', 'Naam\tDag\r\nJan\tma', 'Naam\u2003Dag\n\nJan\u2003ma'],
    ['spaces that line up', 'a   b', 'a\u00a0\u00a0\u00a0b'],
    ['every kind of line end', 'a\r\nb\rc\u2028d\n\n\ne', 'a\n\nb\n\nc\n\nd\n\ne'],
    ['emoji and other scripts', '😀👨‍👩‍👧 مرحبا שלום 漢字', '😀👨‍👩‍👧 مرحبا שלום 漢字'],
    ['turning marks and controls', 'a\u202eb\u0000c\u0007', 'abc'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
    ['nothing', ' \n ', ''],
  ]
  test.each(written)('%s', (_name, text, shown) => {
    expect(plain(text)).toBe(shown)
  })

  test('whatever it is: nothing is lost, and no more than four bytes of JSON per unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const shown = plain(text)
        expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThanOrEqual(4 * text.length + 2)
        const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(shown)).toBe(letters(text.toWellFormed()))
      }),
    )
  })

  test('an input shows it unescaped, without what cannot be seen', () => {
    expect(fieldValue('**a**\r\nb\u202e')).toBe('**a**\nb')
  })
})

describe('a long text is cut', () => {
  test('a short one is not', () => {
    expect(excerpt('kort', 4)).toEqual({ shown: 'kort', left: 0 })
  })
  test('and says how much is left', () => {
    expect(excerpt('a'.repeat(30_000), 6_000)).toMatchObject({ left: 24_000 })
  })
  test('never in the middle of a character', () => {
    expect(excerpt('ab😀cd', 3)).toEqual({ shown: 'ab', left: 4 })
    expect(excerpt('ab😀cd', 4)).toEqual({ shown: 'ab😀', left: 2 })
  })
})

describe('days and moments in words', () => {
  const zone = 'Europe/Amsterdam'
  test('a day', () => {
    expect(dayInWords(Day.parse('2026-11-24'), 'nl')).toBe('dinsdag 24 november')
    expect(dayInWords(Day.parse('2026-11-24'), 'en')).toBe('Tuesday 24 November')
  })
  test('a moment, in the zone of the municipality, in winter and in summer', () => {
    const winter = Instant.parse('2026-11-24T16:00:00.000Z')
    const summer = Instant.parse('2026-06-30T22:05:00.000Z')
    expect(momentInWords(winter, zone, 'nl')).toBe('dinsdag 24 november, 17:00')
    expect(momentInWords(winter, zone, 'en')).toBe('Tuesday 24 November, 17:00')
    expect(momentInWords(summer, zone, 'nl')).toBe('woensdag 1 juli, 00:05')
  })
  test('a date that lies behind has its year', () => {
    expect(dateInWords(Instant.parse('2025-12-31T23:30:00.000Z'), zone, 'nl')).toBe('1 januari 2026')
  })
})
