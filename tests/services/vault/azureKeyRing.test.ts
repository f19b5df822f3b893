import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { NoToken } from '../../../services/graph/clientToken.ts'
import { type AzureKeyRingOptions, azureKeyRing } from '../../../services/vault/azureKeyRing.ts'
import type { KeyRing } from '../../../services/vault/keyring.ts'
import { type KeyVault, keyVaultCalls, keyVaultError, startKeyVault } from '../../kit/keyVault.ts'

const dataKey = Buffer.alloc(32, 7)
const away = { name: 'KeysUnavailable', reason: 'away' }
const refused = { name: 'KeysUnavailable', reason: 'refused' }

let vault: KeyVault
let pauses: number[]

const open = (more: Partial<AzureKeyRingOptions> = {}): Promise<KeyRing> =>
  azureKeyRing({
    vaultUrl: vault.url,
    keyName: vault.keyName,
    token: vault.token,
    timeoutMs: 2_000,
    pause: async (ms) => void pauses.push(ms),
    ...more,
  })

/** Wrapped by somebody else: not remembered by the ring of the case. */
const wrappedElsewhere = async (key = dataKey) => (await open()).wrap(key)

const asked = (): string[] => vault.requests.map(({ method, segments }) => `${method} ${segments.at(-1)}`)

beforeAll(async () => {
  vault = await startKeyVault()
})
afterAll(() => vault.stop())
beforeEach(() => {
  pauses = []
})
afterEach(() => {
  vault.faults.clear()
  vault.mayUnwrap = true
  for (const version of vault.versions) version.enabled = true
})

describe('the Azure key ring', () => {
  test('asks for the public key once, proves it, and wraps without asking', async () => {
    vault.requests.length = 0
    const ring = await open()
    expect(asked()).toEqual(['GET signaalpunt', 'POST unwrapkey'])
    await Promise.all(Array.from({ length: 5 }, () => ring.wrap(dataKey)))
    expect(vault.requests).toHaveLength(2)
    expect(ring.current).toBe(`signaalpunt/${vault.versions.at(-1)?.version}`)
  })

  test('opens what another wrapped with one request, and remembers it for a short while', async () => {
    const wrapped = await wrappedElsewhere()
    const ring = await open()
    vault.requests.length = 0
    const found = await Promise.all([ring.unwrap(wrapped), ring.unwrap(wrapped), ring.unwrap(wrapped)])
    expect(found).toEqual([dataKey, dataKey, dataKey])
    expect(await ring.unwrap(wrapped)).toEqual(dataKey)
    expect(asked()).toEqual(['POST unwrapkey'])
    const forgetful = await open({ keep: { ms: 0, most: 10 } })
    vault.requests.length = 0
    await forgetful.unwrap(wrapped)
    await forgetful.unwrap(wrapped)
    expect(asked()).toEqual(['POST unwrapkey', 'POST unwrapkey'])
  })

  test('remembers no more than it may, and forgets what was not used longest', async () => {
    const ring = await open({ keep: { ms: 60_000, most: 2 } })
    const one = await ring.wrap(Buffer.alloc(32, 1))
    const two = await ring.wrap(Buffer.alloc(32, 2))
    await ring.unwrap(one)
    await ring.wrap(Buffer.alloc(32, 3))
    vault.requests.length = 0
    expect(await ring.unwrap(one)).toEqual(Buffer.alloc(32, 1))
    expect(vault.requests).toHaveLength(0)
    expect(await ring.unwrap(two)).toEqual(Buffer.alloc(32, 2))
    expect(vault.requests).toHaveLength(1)
  })

  test('gives copies: wiping one spoils nothing', async () => {
    const ring = await open()
    const mine = Buffer.from(dataKey)
    const wrapped = await ring.wrap(mine)
    mine.fill(0)
    ;(await ring.unwrap(wrapped))?.fill(0)
    expect(await ring.unwrap(wrapped)).toEqual(dataKey)
  })

  test('a long list is not as many requests at the same time', async () => {
    const other = await open()
    const many = await Promise.all(Array.from({ length: 40 }, (_, n) => other.wrap(Buffer.alloc(32, n))))
    // Each request asks for a token first: here it waits until the gate is open.
    let gate = Promise.resolve()
    let waiting = 0
    let most = 0
    const token = async (): Promise<string> => {
      waiting += 1
      most = Math.max(most, waiting)
      await gate
      waiting -= 1
      return vault.token()
    }
    const ring = await open({ token })
    let openGate = (): void => {}
    gate = new Promise((resolve) => {
      openGate = resolve
    })
    const found = many.map((wrapped) => ring.unwrap(wrapped))
    await delay(1)
    expect(waiting).toBe(8)
    openGate()
    expect(await Promise.all(found)).toEqual(many.map((_, n) => Buffer.alloc(32, n)))
    expect(most).toBe(8)
  })
})

describe('rotating in Key Vault', () => {
  test('a new version wraps once it is noticed, and the old one still opens', async () => {
    const ring = await open({ renewMs: 0 })
    const before = await ring.wrap(dataKey)
    const version = vault.addVersion()
    while (!ring.current.endsWith(version)) {
      await ring.wrap(dataKey)
      await delay(1)
    }
    const after = await ring.wrap(dataKey)
    expect(after.by).toBe(`signaalpunt/${version}`)
    const other = await open()
    expect(await other.unwrap(before)).toEqual(dataKey)
    expect(await other.unwrap(after)).toEqual(dataKey)
  })

  test('a version that was purged is a key that is gone', async () => {
    const wrapped = await wrappedElsewhere()
    vault.addVersion()
    const ring = await open()
    const [purged] = vault.versions.splice(-2, 1)
    expect(wrapped.by).toBe(`signaalpunt/${purged?.version}`)
    expect(await ring.unwrap(wrapped)).toBeUndefined()
  })
})

describe('faults: Key Vault', () => {
  test('what was changed, or is of another version, gives nothing', async () => {
    const wrapped = await wrappedElsewhere()
    const older = vault.versions.at(-1)?.version
    vault.addVersion()
    const ring = await open()
    const swapped = { ...wrapped, by: ring.current }
    expect(swapped.by).not.toContain(older)
    expect(await ring.unwrap(swapped)).toBeUndefined()
    expect(await ring.unwrap({ ...wrapped, wrapped: wrapped.wrapped.slice(2) })).toBeUndefined()
  })

  test.each([
    'https://evil.example/keys/signaalpunt/0',
    'other/0123456789abcdef',
    'signaalpunt/../secrets/x',
    'signaalpunt/',
    'signaalpunt/a/b',
    'signaalpunt/a?b',
    '',
  ])('an id that a document made up (%j) is asked of nobody', async (by) => {
    const ring = await open()
    const { wrapped } = await ring.wrap(dataKey)
    vault.requests.length = 0
    expect(await ring.unwrap({ by, wrapped })).toBeUndefined()
    expect(await ring.unwrap({ by: ring.current, wrapped: '{"x": 1}' })).toBeUndefined()
    expect(vault.requests).toHaveLength(0)
  })

  test.each([
    [
      '429 with Retry-After',
      { kind: 'answer', reply: keyVaultError(429, 'Throttled', 'slow down', 1) },
      [1000],
    ],
    ['503', { kind: 'answer', reply: keyVaultError(503, 'Unavailable', 'try again') }, [expect.any(Number)]],
    ['a reset', { kind: 'reset' }, [expect.any(Number)]],
    ['a reset after the work was done', { kind: 'reset', accepted: true }, [expect.any(Number)]],
  ] as const)('%s is asked again, after a pause', async (_, fault, expected) => {
    const wrapped = await wrappedElsewhere()
    const ring = await open()
    vault.faults.next(1, keyVaultCalls.unwrap, fault)
    expect(await ring.unwrap(wrapped)).toEqual(dataKey)
    expect(pauses).toEqual(expected)
  })

  test('asks three times at most, and remembers no failure', async () => {
    const wrapped = await wrappedElsewhere()
    const ring = await open()
    vault.requests.length = 0
    vault.faults.next(3, keyVaultCalls.unwrap, {
      kind: 'answer',
      reply: keyVaultError(500, 'InternalServerError', `failed for ${wrapped.wrapped}`),
    })
    const error: unknown = await ring.unwrap(wrapped).catch((caught: unknown) => caught)
    expect(error).toMatchObject(away)
    expect(String(error)).toBe(
      'KeysUnavailable: The keys cannot be used now (away): Key Vault answered HTTP 500.',
    )
    expect(vault.requests).toHaveLength(3)
    expect(pauses).toHaveLength(2)
    expect(await ring.unwrap(wrapped)).toEqual(dataKey)
  })

  test('does not wait longer than somebody can', async () => {
    const wrapped = await wrappedElsewhere()
    const ring = await open()
    const reply = keyVaultError(429, 'Throttled', 'slow down', 60)
    vault.faults.next(1, keyVaultCalls.unwrap, { kind: 'answer', reply })
    await expect(ring.unwrap(wrapped)).rejects.toMatchObject(away)
    expect(pauses).toEqual([])
  })

  test('takes no answer for one that came too late', async () => {
    const wrapped = await wrappedElsewhere()
    const ring = await open({ timeoutMs: 300, tries: 1 })
    vault.faults.next(1, keyVaultCalls.unwrap, { kind: 'slow', ms: 5_000 })
    await expect(ring.unwrap(wrapped)).rejects.toMatchObject(away)
  })

  test('a token that was revoked is replaced once; without one, nothing opens', async () => {
    const wrapped = await wrappedElsewhere()
    const ring = await open()
    vault.revokeTokens()
    expect(await ring.unwrap(wrapped)).toEqual(dataKey)
    const other = await wrappedElsewhere()
    vault.requests.length = 0
    const without = open({ token: async () => 'not-a-token' })
    await expect(without).rejects.toMatchObject(refused)
    expect(vault.requests).toHaveLength(1)
    const failing = (error: Error) => open({ token: () => Promise.reject(error) })
    await expect(failing(new NoToken('refused', 'HTTP 401'))).rejects.toMatchObject(refused)
    await expect(failing(new NoToken('away', 'no answer'))).rejects.toMatchObject(away)
    await expect(failing(new Error('SECRET'))).rejects.not.toThrow('SECRET')
    expect(await ring.unwrap(other)).toEqual(dataKey)
  })

  test('a key that is disabled, or may not be used, is not damage: it is refused', async () => {
    const wrapped = await wrappedElsewhere()
    const ring = await open()
    for (const version of vault.versions) version.enabled = false
    await expect(ring.unwrap(wrapped)).rejects.toMatchObject(refused)
    for (const version of vault.versions) version.enabled = true
    vault.mayUnwrap = false
    await expect(ring.unwrap(wrapped)).rejects.toMatchObject(refused)
    expect(pauses).toEqual([])
  })

  test('a ring that could wrap but never read back does not open', async () => {
    vault.mayUnwrap = false
    await expect(open()).rejects.toMatchObject(refused)
    vault.mayUnwrap = true
    const wrong = { status: 200, body: { kid: 'x', value: Buffer.alloc(32, 9).toString('base64url') } }
    vault.faults.next(1, keyVaultCalls.unwrap, { kind: 'answer', reply: wrong })
    await expect(open()).rejects.toMatchObject(refused)
    await expect(open({ keyName: 'other' })).rejects.toMatchObject(refused)
  })

  test('a new version that cannot be read back is not used', async () => {
    const ring = await open({ renewMs: 0 })
    const before = ring.current
    vault.addVersion()
    vault.mayUnwrap = false
    vault.requests.length = 0
    while (!vault.requests.some(({ status }) => status === 403)) {
      await ring.wrap(dataKey)
      await delay(1)
    }
    expect((await ring.wrap(dataKey)).by).toBe(before)
  })

  test('the token is not sent in the clear to another machine', async () => {
    await expect(open({ vaultUrl: 'http://vault.example' })).rejects.toThrow(RangeError)
  })
})
