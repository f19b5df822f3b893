/** Azure Key Vault is away for a while: people hear what is true, danger rings, nothing is damaged, and it goes on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { azureKeyRing } from '../../services/vault/azureKeyRing.ts'
import { sealedStore } from '../../services/vault/sealedStore.ts'
import { type House, startHouse } from '../kit/house.ts'
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
  const answer = await fetch(`${house.bot.url}/readyz`)
  return { status: answer.status, said: await answer.json() }
}

test('who was writing hears that it was not kept, it is seen outside, and the same words are taken when it is back', async () => {
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
