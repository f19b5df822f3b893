/** A store from before there were keys of municipalities opens, and is wrapped anew; what wrapped it then can go. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import type { Config } from '../../../bot/app/config.ts'
import { openLog } from '../../../bot/app/log.ts'
import { type Opened, openStores } from '../../../bot/app/stores.ts'
import { auditVerify } from '../../../infra/commands/auditVerify.ts'
import { keysRotate } from '../../../infra/commands/keysRotate.ts'
import { defaultPorts } from '../../../infra/local/demo.ts'
import { localConfig } from '../../../infra/local/start.ts'
import { everyDocument } from '../../../services/store/every.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { deliver } from '../../../services/vault/deliver.ts'
import { fileKeyIds } from '../../../services/vault/fileKeyRing.ts'
import { staticKeyRing } from '../../../services/vault/keyring.ts'
import { openPart } from '../../../services/vault/parts.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { layerOf, SEALED_KINDS, SealedBody, sealedStore } from '../../../services/vault/sealedStore.ts'
import { Reporter, VaultBody, vaultDocument } from '../../../services/vault/vault.ts'
import { MunicipalityId, VaultKey } from '../../../services/words.ts'
import { putBack, type Row } from '../../privacy/tamper.ts'

const Stored = z.object({
  vaultKey: z.string(),
  keys: z.unknown(),
  store: z.array(z.custom<Row>()),
  heads: z.array(z.custom<Row>()),
})
const stored = Stored.parse(JSON.parse(readFileSync('tests/fixtures/stores/one-layer.json', 'utf8')))
const HERE = MunicipalityId.parse(stored.store[0]?.municipality)

let dir: string
let config: Config
let opened: Opened | undefined
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-'))
  writeFileSync(join(dir, 'keys.json'), JSON.stringify(stored.keys), { mode: 0o600 })
  const local = localConfig(dir, defaultPorts, 'http://127.0.0.1')
  const [town] = local.municipalities
  if (!town) throw new Error('There is a municipality.')
  const municipalities = [{ ...town, id: HERE }]
  config = { ...local, municipalities, vaultKey: Buffer.from(stored.vaultKey, 'hex') }
  for (const [name, rows] of [
    ['signaalpunt.db', stored.store],
    ['audit.db', stored.heads],
  ] as const) {
    await openSqliteStore(join(dir, name)).close()
    putBack(join(dir, name), rows)
  }
})
afterEach(async () => {
  await opened?.close()
  opened = undefined
  rmSync(dir, { recursive: true, force: true })
})

const open = async (vaultKey = config.vaultKey, sealing: readonly Buffer[] = []): Promise<Opened> => {
  await opened?.close()
  opened = await openStores({ ...config, vaultKey }, drawKeys(vaultKey, sealing), openLog('silent'))
  return opened
}

/** The keys that wrap what is stored, per layer. */
async function wrappedBy({ stored: inner }: Opened): Promise<string[]> {
  const found = new Set<string>()
  for (const kind of SEALED_KINDS) {
    for await (const { document } of everyDocument(inner, HERE, kind)) {
      const { by } = SealedBody.parse(document.body).key
      found.add(`${layerOf(kind)}: ${by.replace(/-[0-9a-f]{16}$/, '')}`)
    }
  }
  return [...found].sort()
}

async function everythingOpens({ store, keys }: Opened): Promise<void> {
  const texts: string[] = []
  for (const kind of ['signal', 'chat'] as const)
    for await (const { document } of everyDocument(store, HERE, kind))
      texts.push(JSON.stringify(document.body))
  expect(texts.join()).toContain('Er slapen acht mensen in één kamer.')
  expect(texts.join()).toContain('Een begin van iets.')
  const names: string[] = []
  for await (const { document } of everyDocument(store, HERE, 'vault')) {
    const key = VaultKey.parse(document.id)
    expect((await deliver(store, keys, HERE, key))?.forSending().user).toMatch(/^29:/)
    const { identity } = VaultBody.parse(document.body)
    names.push((await openPart(keys, { municipality: HERE, key }, 'identity', identity ?? '')) ?? 'gone')
  }
  expect(names.sort()).toEqual(['{"name":"Kees Blom"}', '{"name":"Sanne de Wit"}'])
}

test('opens at once, and the names get a file of keys of their own', async () => {
  const it = await open()
  expect(await wrappedBy(it)).toEqual(['documents: file', 'names: file'])
  await it.begin()
  await everythingOpens(it)
  const again = await open()
  await again.begin()
  await everythingOpens(again)
})

describe('npm run audit:verify, which has no role for the key of names', () => {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  beforeEach(() => {
    lines.length = 0
  })

  test('goes along the trails of a store that has no keys of municipalities yet', async () => {
    expect(await auditVerify(config, say)).toBe(0)
    expect(lines).toEqual([expect.stringMatching(/: [1-9]\d* audit trail\(s\) looked at, 0 not whole$/)])
  })

  test('refuses another VAULT_KEY there too', async () => {
    const wrong = { ...config, vaultKey: Buffer.alloc(32, 8) }
    await expect(auditVerify(wrong, say)).rejects.toThrow(/VAULT_KEY is not the one/)
  })

  test('goes along them where names were wrapped by the key for names only', async () => {
    const path = join(dir, 'signaalpunt.db')
    const outer = staticKeyRing(Buffer.alloc(32, 5))
    const inner = openSqliteStore(path)
    for await (const { document, etag } of everyDocument(inner, HERE, 'vault'))
      await inner.save([{ op: 'delete', key: document, etag }])
    const key = VaultKey.parse('33333333-3333-4333-8333-333333333333')
    const reporter = new Reporter(
      { serviceUrl: 'https://teams.example', conversation: 'a:1', user: '29:1' },
      'Sanne de Wit',
    )
    const keys = drawKeys(config.vaultKey)
    await sealedStore(inner, outer).save([
      { op: 'create', document: vaultDocument(keys, HERE, key, reporter, 'confidential') },
    ])
    await inner.close()
    expect(await auditVerify(config, say)).toBe(0)
    // With another master key it says so of every trail, and changes nothing.
    const before = readFileSync(path)
    expect(await auditVerify({ ...config, vaultKey: Buffer.alloc(32, 8) }, say)).toBeGreaterThan(0)
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

test('is wrapped anew a page at a time while the bot runs; what wrapped it before can go', async () => {
  const it = await open()
  await it.begin()
  for (let step = 0; step < SEALED_KINDS.length + 3; step += 1) await it.rewrap()
  expect(await wrappedBy(it)).toEqual(['documents: documents', 'names: names'])
  await everythingOpens(it)
})

test('is rotated as any other, and older copies open no more', async () => {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  expect(await keysRotate(config, true, say, async () => undefined)).toBe(0)
  expect(lines[0]).toMatch(/: 5 rotated, 5 by the newest key, 0 unreadable, 0 plain$/)
  expect(lines.at(-1)).toContain('1 older key(s) dropped')
  expect(fileKeyIds(join(dir, 'keys.json')).older).toEqual([])
  const it = await open()
  await it.begin()
  await everythingOpens(it)
  await it.close()
  opened = undefined
  putBack(join(dir, 'signaalpunt.db'), stored.store)
  const copy = await open()
  for (const kind of SEALED_KINDS) expect(await copy.store.list(HERE, kind, { after: '' }, 100)).toEqual([])
})

test('a start with another VAULT_KEY is refused, before anything is written', async () => {
  const before = readFileSync(join(dir, 'signaalpunt.db'))
  const wrong = await open(Buffer.alloc(32, 8))
  await expect(wrong.begin()).rejects.toThrow(/VAULT_KEY is not the one/)
  await opened?.close()
  opened = undefined
  expect(readFileSync(join(dir, 'signaalpunt.db')).equals(before)).toBe(true)
  const it = await open()
  await it.begin()
  await everythingOpens(it)
})

test('a SEALING_KEY seals from the next rotation on, and is replaced by another; a start with a wrong one is refused', async () => {
  const [first, second] = [Buffer.alloc(32, 21), Buffer.alloc(32, 22)]
  const ignored = () => undefined
  const rotate = (sealingKeys: readonly Buffer[]) =>
    keysRotate({ ...config, sealingKeys }, true, ignored, async () => undefined)
  const opensWith = async (...sealing: Buffer[]) => {
    const it = await open(config.vaultKey, sealing)
    await it.begin()
    await everythingOpens(it)
  }
  const isRefused = async (...sealing: Buffer[]) => {
    const it = await open(config.vaultKey, sealing)
    const before = readFileSync(join(dir, 'signaalpunt.db'))
    await expect(it.begin()).rejects.toThrow(/SEALING_KEY is not the one/)
    await it.close()
    opened = undefined
    await expect(rotate(sealing)).rejects.toThrow(/SEALING_KEY is not the one/)
    expect(readFileSync(join(dir, 'signaalpunt.db')).equals(before)).toBe(true)
  }
  // The keys of the municipality are made with VAULT_KEY; a SEALING_KEY that only opens changes nothing of that.
  for (const given of [[], [first], []]) await opensWith(...given)
  expect(await rotate([first])).toBe(0)
  await opensWith(first)
  await isRefused()
  await isRefused(second)
  await opensWith(second, first)
  // From now on the older one may go.
  expect(await rotate([second, first])).toBe(0)
  await opensWith(second)
  await isRefused(first)
  // Who goes along the audit trails needs none.
  expect(await auditVerify(config, ignored)).toBe(0)
})
