/**
 * Words that were placed with a signal, while the chat they came from could not be saved any more: nothing that is typed
 * after that goes with them, and where the signal is anonymous they do not stay in that chat.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { takeAwayOver } from '../../bot/reporter/takeAway.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { anonymously, comeBack, keptOf, withButton } from './codeSteps.ts'
import { lastSaid, recordOf, report } from './steps.ts'

const WORDS = 'Karekiet zag hem ook gisteren.'
const MORE = 'En hij had een blauwe jas.'
let house: House
/** No chat can be saved; everything else can. */
let chatsAway = false
beforeEach(async () => {
  chatsAway = false
  const store = new MemoryStore()
  const save = store.save.bind(store)
  store.save = async (ops) => {
    const kinds = ops.map((op) => (op.op === 'delete' ? op.key.kind : op.document.kind))
    if (chatsAway && kinds.includes('chat')) throw new StoreUnavailable('unreachable')
    return save(ops)
  }
  house = await startHouse({ instead: store })
})
afterEach(() => house.stop())

const place = async (reference: string) => {
  const title = `Hoort bij ${reference}`
  await house.kees.click(withButton(house, house.kees, title), title)
  await house.settle()
}
const story = async ({ signal }: Awaited<ReturnType<typeof report>>) =>
  (await recordOf(house, signal)).story.map(({ text }) => text)

/** Kees typed something, came with a code, and placed it: the signal has it, and his chat could not be saved. */
async function placedHalf() {
  const { kees, sanne } = house
  const it = await anonymously(house, sanne, 'Er staan bedden.')
  await kees.say(WORDS)
  await comeBack(house, kees, it.code)
  chatsAway = true
  await place(it.reference)
  chatsAway = false
  expect(await story(it)).toEqual(['Er staan bedden.', WORDS])
  // It is not said that it was not kept.
  expect(lastSaid(house, kees)).toContain('Ik kan nu niet zien of dit bewaard is')
  expect(await keptOf(house, 'chat')).toHaveLength(1)
  return it
}

const over = async (minutes: number) => {
  house.clock.advance({ minutes })
  await (await takeAwayOver(house.bot.app)).again
}

test('what is typed after that is kept too, when it is placed again', async () => {
  const { kees } = house
  const it = await report(house, kees, 'Er staan bedden.')
  await kees.say(WORDS)
  chatsAway = true
  await place(it.reference)
  chatsAway = false
  await kees.say(MORE)
  await place(it.reference)
  expect((await story(it)).join('\n')).toContain(MORE)
  expect(lastSaid(house, kees)).toContain(`Dat staat nu bij ${it.reference}`)
})

test('the same once more is one thing', async () => {
  const it = await placedHalf()
  await place(it.reference)
  expect(await story(it)).toEqual(['Er staan bedden.', WORDS])
  expect(await keptOf(house, 'chat')).toEqual([])
  expect(await keptOf(house, 'vault')).toEqual([])
})

test('privacy: of an anonymous signal they go from the chat when its minutes are over, and say no more who it was', async () => {
  await placedHalf()
  await over(11)
  expect(await keptOf(house, 'chat')).toEqual([])
  expect(await keptOf(house, 'vault')).toEqual([])
})

test('privacy: with Klaar too, or when the code is typed again in between', async () => {
  const { kees } = house
  const { code } = await placedHalf()
  await comeBack(house, kees, code)
  const title = 'Klaar, haal weg'
  await kees.click(withButton(house, kees, title), title)
  await over(0)
  expect(await keptOf(house, 'chat')).toEqual([])
  expect(await keptOf(house, 'vault')).toEqual([])
})

test('what was typed since does not go with them', async () => {
  const { kees } = house
  await placedHalf()
  await kees.say(MORE)
  await over(11)
  expect((await keptOf(house, 'chat')).map(({ text }) => text).join()).toContain(MORE)
})
