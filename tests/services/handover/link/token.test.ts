/** A link is signed, says nothing to whoever reads it, and is none for anything else than it was made for. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  isLinkHash,
  type LinkTarget,
  linkHash,
  linkToken,
  readLink,
} from '../../../../services/handover/link/token.ts'
import { drawKeys } from '../../../../services/vault/seal.ts'
import { Instant, MunicipalityId } from '../../../../services/words.ts'

const keys = drawKeys(Buffer.alloc(32, 7))
const now = Instant.parse('2026-11-24T09:00:00.000Z')
const target: LinkTarget = {
  purpose: 'answer',
  municipality: MunicipalityId.parse('voorbeeldstad'),
  subject: 'b6a2a7fd-6b8e-4a6a-9df3-1d7c3f1a0001',
  link: 'b6a2a7fd-6b8e-4a6a-9df3-1d7c3f1a0002',
  until: Instant.parse('2026-12-24T09:00:00.000Z'),
}
const token = linkToken(keys, target)

test('what was signed is read, until it ends', () => {
  expect(readLink(keys, 'answer', token, now)).toEqual(target)
  expect(readLink(keys, 'answer', token, Instant.parse('2026-12-24T08:59:59.999Z'))).toEqual(target)
  expect(readLink(keys, 'answer', token, target.until)).toBeUndefined()
})

test('it is the same each time it is made, and fits an address', () => {
  expect(linkToken(keys, target)).toBe(token)
  expect(token).toMatch(/^[A-Za-z0-9_-]{60,260}$/)
})

test('nothing of it can be read, and two links of one signal have nothing in common', () => {
  const bytes = Buffer.from(token, 'base64url').toString('latin1')
  for (const said of ['voorbeeldstad', target.subject.slice(0, 8), target.link.slice(0, 8), 'answer'])
    expect(bytes).not.toContain(said)
  const other = linkToken(keys, { ...target, link: 'b6a2a7fd-6b8e-4a6a-9df3-1d7c3f1a0003' })
  const [one, two] = [token, other].map((text) => Buffer.from(text, 'base64url'))
  const same = [...(one ?? [])].filter((byte, at) => byte === two?.[at]).length
  expect(same).toBeLessThan((one?.length ?? 0) / 8)
})

test('for another purpose, or with another key, it is nothing', () => {
  expect(readLink(keys, 'file', token, now)).toBeUndefined()
  expect(readLink(drawKeys(Buffer.alloc(32, 8)), 'answer', token, now)).toBeUndefined()
  expect(readLink(keys, 'answer', linkToken(keys, { ...target, purpose: 'file' }), now)).toBeUndefined()
})

test('each bit counts', () => {
  const bytes = Buffer.from(token, 'base64url')
  for (let at = 0; at < bytes.length * 8; at += 1) {
    const altered = Buffer.from(bytes)
    altered[at >> 3] = (altered[at >> 3] ?? 0) ^ (1 << (at & 7))
    expect(readLink(keys, 'answer', altered.toString('base64url'), now)).toBeUndefined()
  }
})

test('shorter, longer, spelled in another way, or anything else', () => {
  for (const wrong of [token.slice(0, -1), `${token}A`, `${token}=`, token.toUpperCase(), '', '..', 'null'])
    expect(readLink(keys, 'answer', wrong, now)).toBeUndefined()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = Buffer.from([1, ...bytes]).toString('base64url')
      expect(readLink(keys, 'answer', text, now)).toBeUndefined()
    }),
  )
})

test('what is kept of it leads to no link', () => {
  const hash = linkHash(keys, token)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(isLinkHash(keys, token, hash)).toBe(true)
  expect(isLinkHash(keys, `${token}A`, hash)).toBe(false)
  expect(isLinkHash(keys, token, hash.slice(1))).toBe(false)
  expect(isLinkHash(drawKeys(Buffer.alloc(32, 8)), token, hash)).toBe(false)
})
