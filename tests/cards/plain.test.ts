import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { excerpt, fieldValue, plain } from '../../cards/plain.ts'
import { bytesOf } from '../../cards/size.ts'
import { dateInWords, dayInWords, momentInWords } from '../../cards/when.ts'
import { typed } from '../../services/signal/deeds/data.ts'
import { Day, Instant } from '../../services/words.ts'

/** Signs that mean something to one reader of markdown or another, in every order. */
const SIGNS = [
  ...'*_[]()\\`~{}<>&#+-=.!:;"|^$ \n\ta1é😀',
  ...[
    '<at>',
    '</at>',
    '&lt;',
    '&#60;',
    '](https://x)',
    '{{DATE(',
    '**',
    '~~',
    '```',
    '---',
    '===',
    '1. ',
    '- ',
  ],
]
const hostile = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join(''))

/** What a client shows of it: an escape is taken back where every client does, the unseen sign is not seen. */
const seen = (shown: string, how: 'read' | 'copied' = 'read'): string => {
  const taken = shown.replace(/\\([*_[\]])/g, '$1')
  return how === 'copied' ? taken : taken.replaceAll('\u2060', '')
}
/** Its lines, however wide a space is. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/[\s\u2003\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')

const MARKUP: readonly [string, RegExp][] = [
  ['emphasis', /(?<!\\)[*_]/],
  ['a link', /(?<!\\)[[\]]/],
  ['HTML or a mention', /<[a-z/!?]/i],
  ['an entity', /&(#|\w)/],
  ['struck out', /~~/],
  ['a fence', /``/],
  ['a date', /\{\{|\}\}/],
  ['a highlight', /==/],
  ['a list, heading, quote or rule', /^\s*([-+=>#]|\d+[.)])/m],
]
/** All that one client or another would not show as it stands. */
const markupIn = (shown: string): string[] =>
  MARKUP.flatMap(([name, pattern]) => (pattern.test(shown) ? [name] : []))

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

  test('whatever it is: nothing is lost, and no more than four units of JSON per unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const shown = plain(text)
        expect(bytesOf(shown)).toBeLessThanOrEqual(8 * text.length)
        const letters = (of: string) => of.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(shown)).toBe(letters(text.toWellFormed()))
      }),
    )
  })

  test('and none of it is markup, a link, HTML or a mention, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = plain(text)
        expect(markupIn(shown)).toEqual([])
        expect(lines(seen(shown))).toEqual(lines(text))
      }),
      { numRuns: 2_000 },
    )
  })
  test('a backslash stands before emphasis and links only: a phone shows every other', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plain(text)).not.toMatch(/\\(?![*_[\]\u2060])/)
      }),
    )
  })
  test('this reader of markup can fail', () => {
    const broken = [
      '**a**',
      '_a_',
      '[a](https://x)',
      '<at>Sanne</at>',
      '<b>',
      '- a',
      '1. a',
      '# a',
      '> a',
      '+ a',
    ]
    for (const text of [...broken, '===', '~~a~~', '```', '&lt;', '{{DATE(2026-11-24,SHORT)}}']) {
      expect([text, markupIn(text)]).not.toEqual([text, []])
    }
  })
  test('copied from a card it is again what was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const copied = seen(plain(text), 'copied')
        expect(lines(typed.parse(copied))).toEqual(lines(text))
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
