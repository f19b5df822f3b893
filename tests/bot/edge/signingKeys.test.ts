/** The keys of the issuer: fetched once, kept while their list is away, and never fetched because a token says so. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type FoundKey, SigningKeys } from '../../../bot/edge/signingKeys.ts'
import type { Fault } from '../../../infra/local/standIn.ts'
import { type Issuer, startIssuer, WEB_CHAT } from '../../kit/issuer.ts'

const KID = 'signing-key-1'
const MINUTE = 60_000
const away: Fault = { kind: 'answer', reply: { status: 503 } }
const hanging: Fault = { kind: 'slow', ms: 600_000 }
const always = () => true

let issuer: Issuer
let now: number
let keys: SigningKeys
beforeEach(async () => {
  now = 0
  issuer = await startIssuer('app', () => 'https://smba.trafficmanager.net/emea/')
  keys = opened()
})
afterEach(() => issuer.stop())

const opened = (change: { issuer?: string; loopback?: boolean } = {}) =>
  new SigningKeys({
    metadataUrl: issuer.metadataUrl,
    issuer: change.issuer ?? issuer.name,
    allowed: { hosts: [], loopback: change.loopback ?? true },
    elapsed: () => now,
  })

const said = (found: FoundKey) => (typeof found === 'string' ? found : [...found.endorsements])
/** Resolves when whatever was begun in the background is over. */
const settled = async () => {
  for (let before = -1; before !== issuer.requests(); ) {
    before = issuer.requests()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('a hundred who need it at once: one fetch, with what each key is endorsed for; other kinds are left out', async () => {
  const found = await Promise.all(Array.from({ length: 100 }, () => keys.find(KID)))
  expect(new Set(found).size).toBe(1)
  expect(found[0] && said(found[0])).toContain('msteams')
  expect(said(await keys.find(WEB_CHAT))).toEqual(['webchat', 'directline'])
  // The document and the list.
  expect([issuer.requests(), keys.size]).toEqual([2, 2])
})

test('made-up names: a flood of them is one fetch, each is unknown, and none is remembered', async () => {
  await keys.find(KID)
  const flood = () => Promise.all(Array.from({ length: 3_000 }, (_, n) => keys.find(`made-up-${now}-${n}`)))
  expect(new Set(await flood())).toEqual(new Set(['unknown']))
  expect([issuer.requests(), keys.size]).toEqual([2, 2])
  now += MINUTE
  expect(new Set(await flood())).toEqual(new Set(['unknown']))
  expect([issuer.requests(), keys.size]).toEqual([4, 2])
})

test('a new key is found, once it is worth looking', async () => {
  await keys.find(KID)
  issuer.rotate('signing-key-2')
  expect(await keys.find('signing-key-2')).toBe('unknown')
  now += MINUTE
  expect(said(await keys.find('signing-key-2'))).toEqual(['msteams'])
  // What is no longer in the list is no longer believed.
  expect(await keys.find(KID)).toBe('unknown')
})

test('a list that is old is read again, and nobody waits for it; a key that was taken back is gone', async () => {
  await keys.find(KID)
  issuer.rotate('signing-key-2')
  now += 61 * MINUTE
  expect(said(await keys.find(KID))).toContain('msteams')
  await settled()
  expect(await keys.find(KID)).toBe('unknown')
  expect(issuer.requests()).toBe(4)
})

describe('the list is away', () => {
  test('from the start: said to be away, asked again after a moment, and then it is there', async () => {
    issuer.faults.next(1, always, away)
    expect(await keys.find(KID)).toBe('away')
    for (let n = 0; n < 50; n += 1) expect(await keys.find(`made-up-${n}`)).toBe('away')
    expect(issuer.requests()).toBe(1)
    now += 3_000
    expect(said(await keys.find(KID))).toContain('msteams')
  })

  test.each([
    ['503', away],
    ['reset', { kind: 'reset' } as const],
    ['not JSON', { kind: 'answer', reply: { status: 200 } } as const],
    ['a list of nothing', { kind: 'answer', reply: { status: 200, body: { keys: [] } } } as const],
  ])('days later (%s): the keys are kept, however long it lasts', async (_, fault) => {
    await keys.find(KID)
    issuer.faults.next(Number.POSITIVE_INFINITY, always, fault)
    for (let hour = 0; hour < 100; hour += 1) {
      now += 61 * MINUTE
      expect(said(await keys.find(KID))).toContain('msteams')
      await keys.find('made-up')
    }
    expect(await keys.find('made-up')).toBe('away')
    issuer.faults.clear()
    now += MINUTE
    expect(await keys.find('made-up')).toBe('unknown')
  })

  test('it hangs: nobody waits for its end, and one request is all that hangs', async () => {
    // Not even a time-out ends this fetch: whoever needs the key has an answer all the same.
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal)
    issuer.faults.next(Number.POSITIVE_INFINITY, always, hanging)
    const found = await Promise.all(Array.from({ length: 50 }, () => keys.find(KID)))
    expect(new Set(found)).toEqual(new Set(['away']))
    expect([timeout.mock.calls, issuer.requests()]).toEqual([[[5_000]], 1])
    timeout.mockRestore()
  })
})

test('a list of another issuer, or at an address that is not Microsoft’s, is not read', async () => {
  expect(await opened({ issuer: 'https://elsewhere.test' }).find(KID)).toBe('away')
  const before = issuer.requests()
  expect(await opened({ loopback: false }).find(KID)).toBe('away')
  expect(issuer.requests()).toBe(before)
})
