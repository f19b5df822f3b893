/** K2: the one form in which a text is read, and where in the text it stood. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { flatten, normalForm, original } from '../../../services/privacy/flatten.ts'
import { newCode, readCode, withoutCodes } from '../../../services/vault/code.ts'

describe('K2: one normal form', () => {
  test.each([
    ['S\u20112026\u20130001', 's-2026-0001'],
    ['１１１\u00a0２２２', '111 222'],
    ['٣٤٥', '345'],
    ['cafe\u0301 CAFÉ', 'cafe cafe'],
    ['ver\u00adstu\u200bren\u2060', 'versturen'],
    ['a&nbsp;b&#160;c&#xa0;d', 'a b c d'],
    ['&amp;nbsp;&eacute;&amp;', ' e&'],
    ['&onzin; & &;', '&onzin; & &;'],
    ['oﬃcier', 'officier'],
    ['‘t’', "'t'"],
  ])('%j is %j', (text, form) => expect(normalForm(text)).toBe(form))

  test('what is found stands somewhere in what was typed', () => {
    const text = 'Nr. 111&nbsp;２２２\u00ad333!'
    const flat = flatten(text)
    const from = flat.flat.indexOf('111')
    const to = flat.flat.indexOf('!')
    expect(flat.flat.slice(from, to)).toBe('111 222333')
    expect(original(text, flat, from, to)).toBe('111&nbsp;２２２\u00ad333')
  })

  test('every part of a text is somewhere, once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('&nbsp;', '&#49;', '&', '\u200b')),
        ),
        (all) => {
          const text = all.join('')
          const flat = flatten(text)
          // Of a text with nothing that can be seen there is nothing to find.
          if (flat.flat === '') return
          expect(original(text, flat, 0, flat.flat.length)).toBe(text)
          const cut = Array.from({ length: flat.flat.length }, (_, at) => original(text, flat, at, at + 1))
          expect(cut.join('')).toBe(text)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a code is read with what nobody sees in it, and taken out whole', () => {
    const code = newCode(Buffer.alloc(32, 5))
    for (const typed of [
      code.replaceAll('-', '\u2011'),
      code.replaceAll('-', '\u00ad-'),
      code.split('').join('\u200b'),
      code.replaceAll('-', '&nbsp;'),
    ]) {
      expect(readCode(typed)).toEqual({ code })
      expect(withoutCodes(`Mijn code: ${typed}, ja.`)).toBe('Mijn code: [code], ja.')
    }
  })
})
