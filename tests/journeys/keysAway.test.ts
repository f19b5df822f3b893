/** Azure Key Vault is away for a while: people hear what is true, danger rings, nothing is damaged, and it goes on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import { openStores } from '../../bot/app/stores.ts'
import type { Store } from '../../services/store/port.ts'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { azureKeyRing } from '../../services/vault/azureKeyRing.ts'
import { drawKeys } from '../../services/vault/seal.ts'
import { SealedBody, sealed, sealedStore } from '../../services/vault/sealedStore.ts'
import { MunicipalityId } from '../../services/words.ts'
import { type House, readyz, startHouse } from '../kit/house.ts'
import { type KeyVault, keyVaultCalls, keyVaultError, startKeyVault } from '../kit/keyVault.ts'
import {
  alarmsOf,
  cardWith,
  doorbellOf,
  openDossier,
  recordOf,
  report,
  said,
  saidDuring,
  sendDraft,
} from './steps.ts'

let dir: string
let vault: KeyVault
let house: House
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-'))
  vault = await startKeyVault({ bits: 1024 })
  const ring = await azureKeyRing({
    vaultUrl: vault.url,
    keyName: vault.keyName,
    token: vault.token,
    timeoutMs: 60_000,
    // Nothing is remembered: every document is asked for.
    keep: { ms: 0, most: 0 },
  })
  house = await startHouse({ instead: sealedStore(openSqliteStore(join(dir, 'signaalpunt.db')), ring) })
})
afterEach(async () => {
  await house.stop()
  await vault.stop()
  rmSync(dir, { recursive: true, force: true })
})

const WORDS = 'Er staan twaalf bedden in de schuur.'
const goAway = () =>
  vault.faults.next(Number.POSITIVE_INFINITY, keyVaultCalls.any, {
    kind: 'answer',
    reply: keyVaultError(503, 'ServiceUnavailable', 'busy', 60),
  })
async function ready(): Promise<{ status: number; said: unknown }> {
  const answer = await readyz(house)
  return { status: answer.status, said: await answer.json() }
}

test('a person who was writing hears that it was not kept, it is seen outside, and the same words are taken when it is back', async () => {
  const { sanne, connector, channel } = house
  await sanne.say('Het begin.')
  goAway()
  const [answer, ...more] = await saidDuring(house, sanne, () => sanne.say(WORDS))
  expect([answer?.includes('Ik kan het nu niet bewaren'), more]).toEqual([true, []])
  expect(await ready()).toMatchObject({ status: 503, said: { ready: false, store: 'away' } })
  house.clock.advance({ minutes: 6 })
  await house.bot.sweep()
  vault.faults.clear()
  expect(await ready()).toMatchObject({ status: 200, said: { ready: true, store: 'ok' } })
  await sanne.say(WORDS)
  const sent = await sendDraft(house, sanne)
  expect((await recordOf(house, sent.signal)).story.map(({ text }) => text)).toEqual(['Het begin.', WORDS])
  expect(connector.channel(channel)).toHaveLength(1)
})

test('danger rings, *Versturen* says that it was not sent, and pressed again it is one signal', async () => {
  const { sanne, kees, channel, connector } = house
  await sanne.say(WORDS)
  await kees.say('Iets anders.')
  const card = cardWith(house, sanne, 'Versturen')
  goAway()
  const heard = await saidDuring(house, kees, () => kees.say('Hij slaat haar nu met een mes.'))
  expect(heard[0]).toContain('112')
  expect(alarmsOf(house, channel)).toHaveLength(1)
  const pressed = await saidDuring(house, sanne, () => sanne.click(card, 'Versturen'))
  expect(pressed.join()).toContain('Ik kan')
  expect(said(house, sanne).join()).not.toContain('S-2026-')
  vault.faults.clear()
  await sanne.click(card, 'Versturen')
  await sanne.click(card, 'Versturen')
  await house.settle()
  expect(doorbellOf(house, 'S-2026-0001')).toBeDefined()
  expect(() => doorbellOf(house, 'S-2026-0002')).toThrow()
  expect(connector.channel(channel)).toHaveLength(2)
})

test('an officer is told to try again, the sweep goes on, and nothing is taken for damaged', async () => {
  const { sanne, marieke, connector } = house
  const it = await report(house, sanne, WORDS)
  goAway()
  const looked = await marieke.click(doorbellOf(house, it.reference), 'Openen')
  if (!looked.dialog) throw new Error('No answer.')
  expect(connector.textOf(looked.dialog)).toContain('Er is niets gewijzigd en niets kwijt')
  for (let round = 0; round < 3; round += 1) {
    house.clock.advance({ hours: 5 })
    await house.bot.sweep()
  }
  vault.faults.clear()
  await house.bot.sweep()
  await house.settle()
  expect(connector.textOf(await openDossier(house, marieke, it.reference))).toContain(WORDS)
  expect(await ready()).toMatchObject({ status: 200 })
})

describe('with a key of the municipality between', () => {
  beforeEach(async () => {
    await house.stop()
    const ringOf = (keyName: string) =>
      azureKeyRing({ vaultUrl: vault.url, keyName, token: vault.token, timeoutMs: 60_000 })
    const [documents, names] = await Promise.all([vault.keyName, vault.names.keyName].map(ringOf))
    if (!documents || !names) throw new Error('There are two keys.')
    house = await startHouse({
      adjust: (config) => ({ ...config, keys: { kind: 'opened', documents, names } }),
    })
    vault.requests.length = 0
  })

  test('a short absence is noticed by nobody: it is written, sent, rung, and read', async () => {
    const { sanne, kees, marieke, connector } = house
    await sanne.say('Het begin.')
    await kees.say('Ook een begin.')
    goAway()
    await sanne.say(WORDS)
    const sent = await sendDraft(house, sanne)
    expect(connector.textOf(await openDossier(house, marieke, sent.reference))).toContain(WORDS)
    expect(await ready()).toMatchObject({ status: 200, said: { ready: true, store: 'ok' } })
  })

  test('a longer one stops the reading after a minute; nothing is damaged, and it goes on', async () => {
    const { sanne, marieke, connector } = house
    const it = await report(house, sanne, WORDS)
    goAway()
    house.clock.advance({ minutes: 1 })
    const looked = await marieke.click(doorbellOf(house, it.reference), 'Openen')
    if (!looked.dialog) throw new Error('No answer.')
    expect(connector.textOf(looked.dialog)).toContain('Er is niets gewijzigd en niets kwijt')
    vault.faults.clear()
    expect(connector.textOf(await openDossier(house, marieke, it.reference))).toContain(WORDS)
  })

  test('within a minute Key Vault is asked once for each key at most, however many reports there are', async () => {
    const { sanne, kees, nadia, marieke } = house
    for (const person of [sanne, kees, nadia]) await report(house, person, WORDS)
    for (let times = 0; times < 3; times += 1)
      for (const reference of ['S-2026-0001', 'S-2026-0002', 'S-2026-0003'])
        await openDossier(house, marieke, reference)
    await house.bot.sweep()
    const asked = vault.requests.filter(keyVaultCalls.unwrap).map(({ segments }) => segments[1])
    expect(asked.length).toBeLessThanOrEqual(2)
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('what was wrapped without the key of the municipality is wrapped anew by the sweep', async () => {
    const { marieke, connector } = house
    const it = await report(house, house.sanne, WORDS)
    const file = join(house.dir, 'signaalpunt.db')
    await house.bot.stop()
    const inner = openSqliteStore(file)
    const [municipality] = house.config.municipalities
    const key = {
      municipality: municipality?.id ?? MunicipalityId.parse(''),
      kind: 'signal' as const,
      id: it.signal,
    }
    const { keys } = house.config
    if (keys.kind !== 'opened') throw new Error('They were given so.')
    const by = async (store: Store) => SealedBody.parse((await store.read(key))?.document.body).key.by
    const opened = await openStores(house.config, drawKeys(house.config.vaultKey), openLog('silent'))
    const kept = await opened.store.read(key)
    if (!kept) throw new Error('It was kept.')
    const direct = await sealed(keys.documents, kept.document)
    await inner.save([{ op: 'replace', document: direct, etag: kept.etag }])
    await opened.close()
    expect(await by(inner)).toMatch(/^signaalpunt\//)
    await house.restart()
    for (let round = 0; round < 10; round += 1) await house.bot.sweep()
    expect(await by(inner)).toMatch(/^documents-/)
    await inner.close()
    expect(connector.textOf(await openDossier(house, marieke, it.reference))).toContain(WORDS)
  })
})
