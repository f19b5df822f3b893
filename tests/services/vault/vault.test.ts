/** Who reported: sealed to its place, two doors that each give their own half, and nothing that can become text. */
import { Writable } from 'node:stream'
import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { storedSignal } from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { deliver } from '../../../services/vault/deliver.ts'
import { reveal, revealPerson } from '../../../services/vault/reveal.ts'
import { drawKeys, keyedHash, seal, unseal } from '../../../services/vault/seal.ts'
import { Address, Reporter, VaultBody, vaultDocument } from '../../../services/vault/vault.ts'
import { MunicipalityId, VaultKey } from '../../../services/words.ts'
import { keys, NAME, PERSON, someone } from '../../kit/chats.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import { done, JOOST, MARIEKE, officer, received, setting, town, withRota } from '../../kit/signals.ts'

const elsewhere = MunicipalityId.parse('elders')
const key = VaultKey.parse('00000000-0000-4000-8000-0000000000aa')
const other = VaultKey.parse('00000000-0000-4000-8000-0000000000bb')
const otherKeys = drawKeys(Buffer.alloc(32, 8))
const who = someone()
const SECRETS = [NAME, PERSON, 'a:29:sanne', 'entra-of', 'teams.example']

describe('sealed', () => {
  const place = 'gemeente/sleutel/address'
  const text = 'Sanne de Wit, 😀, \u0000'
  const sealed = seal(keys.address, place, text)

  test('opens with its key, in its place; each time it looks different', () => {
    expect(unseal(keys.address, place, sealed)).toBe(text)
    expect(unseal(keys.address, place, seal(keys.address, place, ''))).toBe('')
    expect(seal(keys.address, place, text)).not.toBe(sealed)
  })

  test('does not open with another key, nor in another place', () => {
    expect(unseal(keys.identity, place, sealed)).toBeUndefined()
    expect(unseal(otherKeys.address, place, sealed)).toBeUndefined()
    for (const moved of [
      'gemeente/sleutel/identity',
      'gemeente/andere/address',
      'elders/sleutel/address',
      '',
    ])
      expect(unseal(keys.address, moved, sealed)).toBeUndefined()
  })

  test('does not open with any byte changed, nor cut off anywhere', () => {
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    const opens = (changed: Buffer) => unseal(keys.address, place, `v1.${changed.toString('base64url')}`)
    expect(opens(bytes)).toBe(text)
    for (let n = 0; n < bytes.length; n += 1) {
      const changed = Buffer.from(bytes)
      changed[n] = (changed[n] ?? 0) ^ 1
      expect(opens(changed)).toBeUndefined()
      expect(opens(bytes.subarray(0, n))).toBeUndefined()
    }
  })

  test.each(['', 'v1', 'v1.', 'v2.AAAA', 'v1.@@@@', '.', 'v1.AAAA', `v2.${sealed.slice(3)}`, 'null'])(
    '%j is not sealed',
    (junk) => {
      expect(unseal(keys.address, place, junk)).toBeUndefined()
    },
  )

  test('the keys are three, from a master key of 32 bytes and no other', () => {
    const all = [keys.address, keys.identity, keys.chat, Buffer.alloc(32, 7)].map((k) => k.toString('hex'))
    expect(new Set(all).size).toBe(4)
    expect(drawKeys(Buffer.alloc(32, 7))).toEqual(keys)
    for (const length of [0, 31, 33]) expect(() => drawKeys(Buffer.alloc(length))).toThrow(RangeError)
  })
})

describe('which chat it is', () => {
  test('is the same each time, other in another municipality, for another person, and under another key', () => {
    const chats = [
      who.chat(town.id, keys),
      who.chat(elsewhere, keys),
      someone('29:kees').chat(town.id, keys),
      who.chat(town.id, otherKeys),
    ]
    expect(new Set(chats).size).toBe(4)
    expect(someone().chat(town.id, keys)).toBe(chats[0])
  })

  test('parts are not run together', () => {
    expect(keyedHash(keys.chat, 'ab', 'c')).not.toBe(keyedHash(keys.chat, 'a', 'bc'))
    expect(keyedHash(keys.chat, 'ab')).not.toBe(keyedHash(keys.chat, 'ab', ''))
  })
})

const address = who.address()

describe.each([
  ['a reporter', who, '[reporter]'],
  ['an address', address, '[address]'],
])('%s cannot be turned into text', (_name, it, said) => {
  const lines: string[] = []
  const log = pino(
    { level: 'trace' },
    new Writable({ write: (line, _encoding, next) => next(void lines.push(String(line))) }),
  )

  const WAYS: [string, () => string][] = [
    ['String', () => String(it)],
    ['a template', () => `${it}`],
    ['adding to text', () => `${''.concat(String(it))}`],
    ['JSON', () => JSON.stringify(it)],
    ['JSON of what holds it', () => JSON.stringify({ a: [it] })],
    ['inspect', () => inspect(it)],
    [
      'inspect of what holds it, hidden things too',
      () => inspect({ a: [it] }, { depth: 9, showHidden: true }),
    ],
    [
      'inspect without custom inspection',
      () => inspect(it, { customInspect: false, showHidden: true, depth: 9 }),
    ],
    ['an error with it as text', () => `${new Error(String(it)).stack}`],
    ['an error with it as cause', () => inspect(new Error('x', { cause: it }), { depth: 9 })],
    [
      'its own fields',
      () => JSON.stringify([Object.entries(it), { ...it }, Reflect.ownKeys(it).map(String)]),
    ],
    ['a structured clone', () => inspect(structuredClone(it), { depth: 9, showHidden: true })],
    ['a list', () => [it, it].join()],
    [
      'pino',
      () => {
        log.info({ it, deep: { it } }, 'x %s %o %j', it, it, it)
        log.error(new Error('x', { cause: it }))
        return lines.join('')
      },
    ],
  ]
  test.each(WAYS)('by %s', (_way, make) => {
    const text = make()
    for (const secret of SECRETS) expect(text).not.toContain(secret)
  })

  test('it says what it is', () =>
    expect([String(it), JSON.parse(JSON.stringify(it)), inspect(it)]).toEqual([said, said, said]))
})

async function kept(degree: 'confidential' | 'unknown', at = key) {
  const store = new MemoryStore()
  await store.save([{ op: 'create', document: vaultDocument(keys, town.id, at, who, degree) }])
  return store
}

describe('the entry', () => {
  test('says nothing in plain words; of the second degree there is no identity in it at all', () => {
    for (const degree of ['confidential', 'unknown'] as const) {
      const document = vaultDocument(keys, town.id, key, who, degree)
      for (const secret of SECRETS) expect(JSON.stringify(document)).not.toContain(secret)
      expect('identity' in VaultBody.parse(document.body)).toBe(degree === 'confidential')
      expect(document).toMatchObject({ kind: 'vault', id: key, open: false, dueAt: null })
    }
  })
})

describe('the sender’s door', () => {
  test.each(['confidential', 'unknown'] as const)(
    'gives an address of a %s reporter, and no name',
    async (degree) => {
      const found = await deliver(await kept(degree), keys, town.id, key)
      expect(found).toBeInstanceOf(Address)
      expect(found?.forSending()).toEqual(who.address().forSending())
      expect(JSON.stringify(found?.forSending())).not.toContain(NAME)
    },
  )

  test('gives nothing when it is gone, of another municipality, or under another key', async () => {
    const store = await kept('confidential')
    expect(await deliver(store, keys, town.id, other)).toBeUndefined()
    expect(await deliver(store, keys, elsewhere, key)).toBeUndefined()
    expect(await deliver(store, otherKeys, town.id, key)).toBeUndefined()
  })

  test('gives nothing when the entry was moved, swapped, or is no entry', async () => {
    const store = new MemoryStore()
    const document = vaultDocument(keys, town.id, key, who, 'confidential')
    const body = VaultBody.parse(document.body)
    for (const [id, changed] of [
      [other, body],
      [key, { ...body, address: body.identity ?? '' }],
      [key, { ...body, address: `${body.address}A` }],
      [key, { schema: 2 }],
      [key, 'x'],
    ] as const) {
      await store.save([{ op: 'delete', key: { ...document, id } }])
      await store.save([{ op: 'create', document: { ...document, id, body: changed } }])
      expect(await deliver(store, keys, town.id, id)).toBeUndefined()
    }
  })

  test('says that the store is away, and not that it is gone', async () => {
    const store = await kept('confidential')
    store.fail('read', 'before')
    await expect(deliver(store, keys, town.id, key)).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })
})

describe('the officer’s door', () => {
  const asked = (record: SignalRecord, id = MARIEKE, stands = id): SignalRecord =>
    done(record, officer(id), { do: 'reveal', reason: 'Terugbellen' }, { at: setting(0, withRota(stands)) })
  const confidential = received({ vaultKey: key })

  test('gives the name to the officer whose reason was just recorded', async () => {
    expect(await reveal(await kept('confidential'), keys, asked(confidential), MARIEKE)).toBe(NAME)
    // And whom to ask the directory for: to nobody else, and it cannot be turned into text.
    const whom = await revealPerson(await kept('confidential'), keys, asked(confidential), MARIEKE)
    expect([whom?.forGraph(), String(whom)]).toEqual([expect.stringContaining('entra-of'), '[person]'])
    expect(await revealPerson(await kept('confidential'), keys, asked(confidential), JOOST)).toBeUndefined()
    expect(await revealPerson(await kept('confidential'), keys, confidential, MARIEKE)).toBeUndefined()
  })

  test('gives nothing without that: no reason, somebody else’s reason, or another asked since', async () => {
    const store = await kept('confidential')
    expect(await reveal(store, keys, confidential, MARIEKE)).toBeUndefined()
    expect(await reveal(store, keys, asked(confidential), JOOST)).toBeUndefined()
    expect(await reveal(store, keys, asked(asked(confidential), JOOST), MARIEKE)).toBeUndefined()
    expect(store.asked.read).toBe(0)
  })

  test('gives nothing of the second and third degree, whatever the record was made to say', async () => {
    const reveals = asked(confidential).reveals
    const unknown = { ...received({ degree: 'unknown', vaultKey: key }), reveals }
    const anonymous = { ...received({ degree: 'anonymous' }), reveals }
    for (const record of [unknown, anonymous])
      expect(await reveal(await kept('confidential'), keys, record, MARIEKE)).toBeUndefined()
    // And where the entry is of the second degree, a record that says otherwise opens nothing.
    const forged = { ...unknown, degree: 'confidential' as const }
    expect(await reveal(await kept('unknown'), keys, forged, MARIEKE)).toBeUndefined()
  })

  test('gives nothing when the entry is of somebody else, of another municipality, or was changed', async () => {
    const record = asked(confidential)
    expect(await reveal(await kept('confidential', other), keys, record, MARIEKE)).toBeUndefined()
    expect(await reveal(await kept('confidential'), otherKeys, record, MARIEKE)).toBeUndefined()
    const moved = { ...record, municipality: elsewhere }
    expect(await reveal(await kept('confidential'), keys, moved, MARIEKE)).toBeUndefined()
    const store = new MemoryStore()
    const document = vaultDocument(
      keys,
      town.id,
      other,
      new Reporter(who.address().forSending(), 'Iemand anders'),
      'confidential',
    )
    await store.save([{ op: 'create', document: { ...document, id: key } }])
    expect(await reveal(store, keys, record, MARIEKE)).toBeUndefined()
  })

  test('a record never holds who it was, only where it is kept', () => {
    const text = JSON.stringify(storedSignal(asked(confidential), town))
    for (const secret of SECRETS) expect(text).not.toContain(secret)
    expect(text).toContain(key)
  })
})
