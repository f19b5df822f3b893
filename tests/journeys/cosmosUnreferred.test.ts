/**
 * A save that breaks off on Cosmos DB, which has no transactions, can leave what says who reported without anything that
 * refers to it: it goes by itself, and what is referred to stays.
 */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { Chat } from '../../services/draft/chat.ts'
import { parseStored } from '../../services/signal/handle.ts'
import type { DocumentKind } from '../../services/store/port.ts'
import type { Inputs } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { cosmosHouses } from './cosmosSteps.ts'
import { cardWith, lastSaid, tenant } from './steps.ts'

const onCosmos = cosmosHouses('left')
let house: House
beforeAll(onCosmos.begin)
afterAll(onCosmos.end)
afterEach(() => onCosmos.stop())

const listed = (kind: DocumentKind) => house.bot.parts.store.list(tenant(house), kind, { after: '' }, 1_000)
const idsOf = async (kind: DocumentKind) => (await listed(kind)).map(({ document }) => document.id).sort()

/** What the chats and the signals refer to. */
async function referredTo(): Promise<{ vault: string[]; code: string[] }> {
  const chats = (await listed('chat')).map(({ document }) => Chat.parse(document.body))
  const signals = (await listed('signal')).map(({ document, etag }) => parseStored(document.body, etag))
  const records = signals.flatMap((each) => ('record' in each ? [each.record] : []))
  return {
    vault: [
      ...chats.flatMap(({ draft }) => draft?.vaultKey ?? []),
      ...records.flatMap(({ vaultKey }) => vaultKey ?? []),
    ].sort(),
    code: records.flatMap(({ code }) => code?.id ?? []).sort(),
  }
}

/** A day, with as many rounds as it takes. */
async function day(): Promise<void> {
  house.clock.advance({ days: 1 })
  for (let round = 0; round < 3; round += 1) {
    await house.bot.sweep()
    await house.settle()
  }
}

/** More than the longest send has: one that begins, the code, the number, the signal, the vault and the chat. */
const MOST_WRITES = 8
const WORDS = 'Er slaapt een jongen achter in de zaak.'

/** Types, presses, and gives up: each of them may break off. */
async function scenario(choices: Inputs, at: 'typing' | 'sending' | 'giving up', writes: number) {
  const { sanne } = house
  const type = () => sanne.say(WORDS)
  if (at === 'typing') return onCosmos.brokenAfter(writes, type)
  await type()
  await house.settle()
  const press = () => sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen', choices)
  const broke = at === 'sending' ? await onCosmos.brokenAfter(writes, press) : undefined
  const forget = () => sanne.say('wissen')
  if (at === 'giving up') return onCosmos.brokenAfter(writes, forget)
  await forget()
  await house.settle()
  return broke
}

test.each([
  ['typing', {}],
  ['giving up', {}],
  ['sending', { degree: 'confidential' }],
  ['sending', { degree: 'unknown' }],
  ['sending', { degree: 'anonymous' }],
] as const)(
  '%s, %j, broken off after each of its writes: in the end nothing is left that nobody refers to',
  async (at, choices) => {
    house = await onCosmos.start()
    let left = 0
    for (let writes = 0; writes <= MOST_WRITES; writes += 1) {
      const broke = await scenario(choices, at, writes)
      const { vault, code } = await referredTo()
      left += (await idsOf('vault')).length - vault.length + (await idsOf('code')).length - code.length
      if (!broke) break
      if ((await listed('chat')).some(({ document }) => Chat.parse(document.body).draft)) {
        await house.sanne.say('wissen')
        await house.settle()
      }
    }
    // Something was left on the way, except where the entry of the draft is that of the signal.
    if (!('degree' in choices && choices.degree === 'confidential')) expect(left).toBeGreaterThan(0)
    for (let passed = 0; passed < 3; passed += 1) await day()
    const { vault, code } = await referredTo()
    expect(await idsOf('vault')).toEqual(vault)
    expect(await idsOf('code')).toEqual(code)
    expect(await idsOf('ledger')).toEqual([])
    // What stands works: her own signals can still be answered.
    await house.sanne.say('mijn meldingen')
    expect(lastSaid(house, house.sanne)).not.toContain('Ik kan er even niet bij')
  },
)
