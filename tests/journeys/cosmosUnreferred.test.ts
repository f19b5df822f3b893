/**
 * A turn on Cosmos DB can break off between its saves, never within one: whatever is refused, nothing says who reported
 * that nothing refers to, not for a moment.
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

const listed = (kind: DocumentKind) => house.bot.app.store.list(tenant(house), kind, { after: '' }, 1_000)
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

/** More saves than any of these has. */
const MOST_WRITES = 4
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
  '%s, %j, refused from each of its saves on: nothing is left that nobody refers to',
  async (at, choices) => {
    house = await onCosmos.start()
    let broken = 0
    for (let writes = 0; writes <= MOST_WRITES; writes += 1) {
      const broke = await scenario(choices, at, writes)
      const { vault, code } = await referredTo()
      expect(await idsOf('vault')).toEqual(vault)
      expect(await idsOf('code')).toEqual(code)
      if (!broke) break
      broken += 1
      if ((await listed('chat')).some(({ document }) => Chat.parse(document.body).draft)) {
        await house.sanne.say('wissen')
        await house.settle()
      }
    }
    expect(broken).toBeGreaterThan(0)
    expect(broken).toBeLessThan(MOST_WRITES)
    // What stands works: her own signals can still be answered.
    await house.sanne.say('mijn meldingen')
    expect(lastSaid(house, house.sanne)).not.toContain('Ik kan er even niet bij')
  },
)
