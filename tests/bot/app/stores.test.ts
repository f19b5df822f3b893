/** What the house keeps things in, opened as production does: with Key Vault over HTTP, or with a file of keys. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Config } from '../../../bot/app/config.ts'
import { openLog } from '../../../bot/app/log.ts'
import { whyNotStarted } from '../../../bot/app/startupError.ts'
import { type Opened, openStores } from '../../../bot/app/stores.ts'
import { startSignaalpunt } from '../../../bot/main.ts'
import { type StandIn, startStandIn } from '../../../infra/local/standIn.ts'
import { localConfig } from '../../../infra/local/start.ts'
import type { StoredDocument } from '../../../services/store/port.ts'
import { inBulk } from '../../../services/vault/bulk.ts'
import { MOST_OPENINGS } from '../../../services/vault/openings.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { MunicipalityId } from '../../../services/words.ts'
import { type KeyVault, keyVaultCalls, keyVaultError, startKeyVault } from '../../kit/keyVault.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import { town } from '../../kit/signals.ts'
import { openBehind } from '../../services/store/sqliteFile.ts'

let dir: string
let opened: Opened | undefined
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-'))
})
afterEach(async () => {
  await opened?.close()
  opened = undefined
  rmSync(dir, { recursive: true, force: true })
})

const ports = { startPage: 0, bot: 0, graph: 0, reporter: 0, officer: 0 }
const open = async (change: Partial<Config> = {}): Promise<Opened> => {
  const config = { ...localConfig(dir, ports, 'http://127.0.0.1'), ...change }
  opened = await openStores(config, drawKeys(config.vaultKey), openLog('silent'))
  return opened
}
const again = async (change: Partial<Config> = {}): Promise<Opened> => {
  await opened?.close()
  opened = undefined
  return open(change)
}

function memoryStore(closed: string[]): MemoryStore {
  const store = new MemoryStore()
  store.close = async () => void closed.push('first')
  return store
}

/** The next database that is closed says that it does not, after all. */
function failToClose(file: string): () => void {
  const db = openBehind(file)
  const prototype: typeof db = Object.getPrototypeOf(db)
  db.close()
  const { close } = prototype
  const failing = jest.spyOn(prototype, 'close').mockImplementation(function (this: typeof db) {
    close.call(this)
    throw new Error('It does not close.')
  })
  return () => failing.mockRestore()
}

const chat: StoredDocument = {
  municipality: town.id,
  kind: 'chat',
  id: 'c1',
  body: { text: 'Kanariewoorden' },
  open: true,
  dueAt: null,
}

test('K5: one file for both places is refused, also under another name, and nothing is opened', async () => {
  await (await open()).close()
  opened = undefined
  const path = join(dir, 'signaalpunt.db')
  symlinkSync(path, join(dir, 'linked.db'))
  for (const audit of [path, join(dir, 'linked.db')]) {
    const error = await open({ heads: { kind: 'sqlite', path: audit } }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'ConfigurationError' })
    expect(whyNotStarted(error)).toContain('must be another place than that of the signals')
  }
})

test('both places are closed, also when one of them does not close well', async () => {
  const closed: string[] = []
  const first = memoryStore(closed)
  const config = localConfig(dir, ports, 'http://127.0.0.1')
  const both = await openStores(config, drawKeys(config.vaultKey), openLog('silent'), first)
  const second = failToClose(join(dir, 'audit.db'))
  await expect(both.close()).rejects.toThrow('does not close')
  second()
  expect(closed).toEqual(['first'])
  // A second place that does not open leaves the first closed too.
  const heads = { kind: 'sqlite' as const, path: dir }
  const opening = openStores({ ...config, heads }, drawKeys(config.vaultKey), openLog('silent'), first)
  await expect(opening).rejects.toMatchObject({ name: 'StoreUnavailable' })
  expect(closed).toEqual(['first', 'first'])
})

describe('keys in a file', () => {
  test('are made with the database, for its owner only, and nothing is readable without them', async () => {
    const { store } = await open()
    await store.save([{ op: 'create', document: chat }])
    expect((await (await again()).store.read(chat))?.document.body).toEqual(chat.body)
    expect(statSync(join(dir, 'keys.json')).mode & 0o777).toBe(0o600)
    await opened?.close()
    opened = undefined
    const bytes = readdirSync(dir).map((name) => readFileSync(join(dir, name)).toString('latin1'))
    expect(bytes.join()).not.toContain('Kanariewoorden')
    rmSync(join(dir, 'keys.json'))
    // A new file would not open what is there: somebody has to put the old one back.
    await expect(open()).rejects.toMatchObject({ name: 'KeysUnavailable', reason: 'refused' })
  })

  test('those for the identities of reporters are in a file of their own, without which nobody starts either', async () => {
    const first = await open()
    await first.begin()
    expect(statSync(join(dir, 'keys.json.names')).mode & 0o777).toBe(0o600)
    const keys = ['keys.json', 'keys.json.names'].map((name) => readFileSync(join(dir, name), 'utf8'))
    expect(keys[0]).not.toBe(keys[1])
    await first.close()
    opened = undefined
    rmSync(join(dir, 'keys.json.names'))
    await expect(open()).rejects.toMatchObject({ name: 'KeysUnavailable', reason: 'refused' })
    expect(readdirSync(dir)).not.toContain('keys.json.names')
  })
})

describe('VAULT_KEY', () => {
  test('another one than the store was begun with is refused in one line, and changes nothing', async () => {
    const it = await open()
    await it.begin()
    await it.store.save([{ op: 'create', document: chat }])
    const wrong = await again({ vaultKey: Buffer.alloc(32, 8) })
    const error = await wrong.begin().catch((thrown: unknown) => thrown)
    expect(whyNotStarted(error)).toMatch(
      /^[^\n]*VAULT_KEY is not the one that this store was begun with[^\n]*$/,
    )
    expect(whyNotStarted(error)).not.toContain('08'.repeat(8))
    await expect(wrong.check()).rejects.toMatchObject({ name: 'KeysUnavailable', reason: 'refused' })
    const right = await again()
    await right.begin()
    expect((await right.store.read(chat))?.document.body).toEqual(chat.body)
  })

  test('also with a municipality that is new, of which nothing is made then', async () => {
    const it = await open()
    await it.begin()
    await it.store.save([{ op: 'create', document: chat }])
    const [known] = localConfig(dir, ports, 'http://127.0.0.1').municipalities
    if (!known) throw new Error('There is a municipality.')
    const added = { ...known, id: MunicipalityId.parse('nieuwstad') }
    const wrong = await again({ vaultKey: Buffer.alloc(32, 8), municipalities: [added, known] })
    await expect(wrong.begin()).rejects.toThrow(/VAULT_KEY/)
    expect(await wrong.stored.list(added.id, 'key', { after: '' }, 10)).toEqual([])
  })

  test('so the house does not start, and starts again with the right one', async () => {
    const config = { ...localConfig(dir, ports, 'http://127.0.0.1'), sweepEvery: 3_600_000 }
    const started = await startSignaalpunt(config, { log: openLog('silent') })
    await started.stop()
    const wrong = startSignaalpunt({ ...config, vaultKey: Buffer.alloc(32, 8) }, { log: openLog('silent') })
    await expect(wrong).rejects.toThrow(/VAULT_KEY/)
    await (await startSignaalpunt(config, { log: openLog('silent') })).stop()
  })
})

test('opening who reported in bulk is told in the log, in codes and counts, and where /readyz looks', async () => {
  const lines: string[] = []
  const config = localConfig(dir, ports, 'http://127.0.0.1')
  const log = openLog('error', { write: (line) => void lines.push(line) })
  opened = await openStores(config, drawKeys(config.vaultKey), log)
  await opened.begin()
  const [municipality] = config.municipalities
  if (!municipality) throw new Error('There is a municipality.')
  const ids = Array.from({ length: MOST_OPENINGS.names + 1 }, (_, n) => `v${n}`)
  const document = { ...chat, municipality: municipality.id, kind: 'vault' as const }
  await opened.store.saveMany(ids.map((id) => [{ op: 'create', document: { ...document, id } }]))
  await inBulk('round', async () => opened?.store.list(municipality.id, 'vault', { after: '' }, 1_000))
  expect([lines, opened.unusualOpenings()]).toEqual([[], 0])
  await opened.store.list(municipality.id, 'vault', { after: '' }, 1_000)
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: 50,
      time: expect.any(String),
      event: 'vault.opened',
      code: 'turn',
      kind: 'vault',
      count: ids.length,
    },
  ])
  expect(opened.unusualOpenings()).toBe(1)
})

describe('keys in Azure Key Vault', () => {
  let vault: KeyVault
  let tokens: StandIn
  let asked: string[]
  beforeEach(async () => {
    asked = []
    vault = await startKeyVault({ bits: 1024 })
    tokens = await startStandIn(0, async ({ segments, text }) => {
      asked.push(segments.join('/'))
      const right = text.includes('vault.azure.net') && text.includes('client_secret=geheim')
      if (!right) return { status: 401, body: { error: 'invalid_client' } }
      return {
        status: 200,
        body: { access_token: await vault.token(), expires_in: 3600, token_type: 'Bearer' },
      }
    })
  })
  afterEach(async () => {
    await opened?.close()
    opened = undefined
    await vault.stop()
    await tokens.stop()
  })

  const inVault = (secret = 'geheim'): Partial<Config> => ({
    keys: {
      kind: 'keyVault',
      vaultUrl: vault.url,
      keyName: vault.keyName,
      namesKeyName: vault.names.keyName,
    },
    credentials: { kind: 'secret', appId: 'bot', secret, tenantId: town.tenant },
    graph: {
      baseUrl: tokens.url,
      authority: tokens.url,
      scope: '',
      clientId: 'bot',
      clientSecret: secret,
      teamsAppId: 'app',
    },
  })

  test('open what was saved, also after a restart and a new version of the key', async () => {
    const { store } = await open(inVault())
    await store.save([{ op: 'create', document: chat }])
    expect(asked).toEqual([`${town.tenant}/oauth2/v2.0/token`])
    vault.addVersion()
    const next = await again(inVault())
    expect(next.keyRing.current).toContain(vault.versions[1]?.version)
    const kept = await next.store.read(chat)
    expect(kept?.document.body).toEqual(chat.body)
  })

  test('of names need a role of their own; who verifies the audit trails needs none', async () => {
    const first = await open(inVault())
    await first.begin()
    await first.store.save([{ op: 'create', document: chat }])
    await first.close()
    opened = undefined
    vault.names.mayUnwrap = false
    await expect(open(inVault())).rejects.toMatchObject({ name: 'KeysUnavailable', reason: 'refused' })
    const config = { ...localConfig(dir, ports, 'http://127.0.0.1'), ...inVault() }
    const closed = { names: 'closed' as const }
    opened = await openStores(config, drawKeys(config.vaultKey), openLog('silent'), undefined, closed)
    await opened.check()
    expect((await opened.store.read(chat))?.document.body).toEqual(chat.body)
    const who = { ...chat, kind: 'vault' as const }
    await expect(opened.store.save([{ op: 'create', document: who }])).rejects.toMatchObject({
      name: 'StoreUnavailable',
      reason: 'refused',
    })
  })

  test('that are away are the store being away: nothing is damaged, and later it opens', async () => {
    await (await open(inVault())).store.save([{ op: 'create', document: chat }])
    const { store } = await again(inVault())
    const away = keyVaultError(503, 'ServiceUnavailable', 'busy', 60)
    vault.faults.next(Number.POSITIVE_INFINITY, keyVaultCalls.unwrap, { kind: 'answer', reply: away })
    await expect(store.read(chat)).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' })
    vault.faults.clear()
    expect((await store.read(chat))?.document.body).toEqual(chat.body)
  })

  test('that are away at the start are said in a line, and the next start opens', async () => {
    const away = keyVaultError(503, 'ServiceUnavailable', 'busy', 60)
    vault.faults.next(Number.POSITIVE_INFINITY, keyVaultCalls.any, { kind: 'answer', reply: away })
    const error = await open(inVault()).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'KeysUnavailable', reason: 'away' })
    expect(whyNotStarted(error)).toContain('Key Vault answered HTTP 503')
    vault.faults.clear()
    expect((await open(inVault())).keyRing.current).toContain(vault.keyName)
  })

  test('do not open for a wrong secret, and the house does not start', async () => {
    await expect(open(inVault('mis'))).rejects.toMatchObject({ name: 'KeysUnavailable', reason: 'refused' })
  })
})
