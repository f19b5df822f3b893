/** A scanner that finds nothing proves nothing: here it finds what was hidden, however it was hidden. */
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Scanner } from './canary.ts'

const NAME = 'Kanarieke "Zoë" van der Vlinder-Büsch'
const scanner = new Scanner([{ what: 'name', text: NAME }])

const ways: Readonly<Record<string, (text: string) => Uint8Array | string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'without capitals': (text) => text.toLowerCase(),
  'with loose accents': (text) => text.normalize('NFD'),
  'in UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'in UTF-16, big end first': (text) => Buffer.from(text, 'utf16le').swap16(),
  'in JSON': (text) => JSON.stringify({ from: { name: text } }),
  'in JSON in JSON': (text) => JSON.stringify({ body: JSON.stringify(encodeURIComponent(text)) }),
  'in JSON, escaped': (text) =>
    [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'in a URL': (text) => `https://graph.example/users/${encodeURIComponent(text)}/chats`,
  'in a form': (text) => new URLSearchParams({ name: text }).toString(),
  'in HTML': (text) => `<p>${text.replaceAll('"', '&quot;')}</p>`,
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in hexadecimal, in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 of a longer text': (text) => Buffer.from(`{"n":"${text}"}`).toString('base64'),
  'in base64 of a text that is one longer': (text) => Buffer.from(`{"nn":"${text}"}`).toString('base64'),
  'in base64url': (text) => Buffer.from(`ÿÿÿ${text}ÿ`).toString('base64url'),
}

describe('privacy: the scanner', () => {
  test.each(Object.keys(ways))('finds it %s, between other bytes', (way) => {
    const hidden = ways[way]?.(NAME) ?? ''
    const bytes = Buffer.concat([randomBytes(300), Buffer.from(hidden), randomBytes(300)])
    expect(scanner.look(bytes).map(({ what }) => what)).toContain('name')
  })

  test('finds nothing where nothing is', () => {
    expect(scanner.look(randomBytes(200_000))).toEqual([])
    expect(scanner.look('Kanarieke is een naam, Vlinder een dier, en base64 is S2FuYXJpZQ==')).toEqual([])
  })

  test('finds any text in any base64, at any place', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 40 })
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (hidden, before, after) => {
        const bytes = Buffer.concat([randomBytes(before), Buffer.from(hidden), randomBytes(after)])
        const found = new Scanner([{ what: 'it', text: hidden }])
        expect(found.look(bytes.toString('base64'))).not.toEqual([])
        expect(found.look(bytes.toString('base64url'))).not.toEqual([])
        expect(found.look(bytes.toString('hex'))).not.toEqual([])
        expect(found.look(bytes)).not.toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('does not take a canary that is found by chance', () => {
    expect(() => new Scanner([{ what: 'short', text: 'Zoë' }])).toThrow('found by chance')
  })
})
