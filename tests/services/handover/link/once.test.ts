/** The number of a page: of one link, made by us, and a UUID. */
import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { isPageNumber, pageNumber } from '../../../../services/handover/link/once.ts'
import { drawKeys } from '../../../../services/vault/seal.ts'

const keys = drawKeys(Buffer.alloc(32, 7))
const others = drawKeys(Buffer.alloc(32, 8))

test('each page has one of its own, which is a UUID and is known for the link that it was made for', () => {
  const [one, two] = [pageNumber(keys, 'een', randomUUID()), pageNumber(keys, 'een', randomUUID())]
  expect(one).not.toBe(two)
  for (const number of [one, two]) {
    expect(z.uuid().safeParse(number).success).toBe(true)
    expect(isPageNumber(keys, 'een', number)).toBe(true)
    expect(isPageNumber(keys, 'twee', number)).toBe(false)
    expect(isPageNumber(others, 'een', number)).toBe(false)
  }
})

test.each(['', 'x', randomUUID(), randomUUID().toUpperCase(), '0'.repeat(400)])(
  'what we did not make is none: %s',
  (said) => {
    expect(isPageNumber(keys, 'een', said)).toBe(false)
  },
)

test('one sign that is changed makes it none', () => {
  const number = pageNumber(keys, 'een', randomUUID())
  for (let at = 0; at < number.length; at += 1) {
    const other = number[at] === 'a' ? 'b' : 'a'
    expect(isPageNumber(keys, 'een', number.slice(0, at) + other + number.slice(at + 1))).toBe(
      number[at] === other,
    )
  }
})
