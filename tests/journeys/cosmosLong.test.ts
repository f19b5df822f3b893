/**
 * A signal that is longer than one document of Cosmos DB can be, through the front door: what is written is kept, read,
 * searched and destroyed as of any other, and goes on in further documents that are sealed too.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { handling } from '../../bot/app/ports.ts'
import { declared } from '../../services/retention/ledger.ts'
import { remainsOf } from '../../services/retention/proof.ts'
import { handle } from '../../services/signal/handle.ts'
import { MOST_ONE_TEXT } from '../../services/signal/words.ts'
import { OfficerId } from '../../services/words.ts'
import type { House } from '../kit/house.ts'
import { keptOf } from './codeSteps.ts'
import { cosmosHouses } from './cosmosSteps.ts'
import { dataOf, FORM, forge, kept, open, press, report, seen, through } from './officerSteps.ts'
import { cardWith, lastSaid, type Reported, tenant } from './steps.ts'

const onCosmos = cosmosHouses('long')
let house: House
beforeAll(onCosmos.begin)
afterAll(onCosmos.end)
afterEach(() => onCosmos.stop())

/** As much as one field takes, of signs that are three bytes each: more than a form lets an officer type. */
const NOTES = 12
/** So many of them are written by the core, which is quicker; the next ones through the front door. */
const BEFORE = 9
const noteOf = (n: number): string => `Kanarienotitie ${n}. `.padEnd(MOST_ONE_TEXT, '€')

async function writeNote(it: Reported, text: string): Promise<string> {
  const { marieke } = house
  const page = await through(house, marieke, await open(house, marieke, it), 'Notitie')
  return forge(house, page, { ...dataOf(page, 'Bewaar de notitie'), text })
}

async function noted({ signal }: Reported, text: string): Promise<void> {
  const { app } = house.bot
  const [town] = app.municipalities
  if (!town) throw new Error('There is no municipality.')
  const actor = { role: 'officer', id: OfficerId.parse(house.marieke.aadObjectId) } as const
  const does = { ...handling(app, town), holder: undefined }
  const done = await handle(does, signal, { do: 'note', text, id: randomUUID(), actor })
  expect(done.done).toBe('saved')
}

/** The documents in which its words go on. */
const parts = async () => (await keptOf(house, 'part')).map(({ id }) => id)

test('more than one document holds: nothing is lost, found by a search, and destroyed together', async () => {
  house = await onCosmos.start()
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'Kanariebegin: achter de winkel slapen mensen.')
  for (let n = 0; n < BEFORE; n += 1) await noted(it, noteOf(n))
  expect(await parts()).toEqual([])
  for (let n = BEFORE; n < NOTES; n += 1) {
    expect(await writeNote(it, noteOf(n))).toContain('Je notitie staat in het dossier.')
  }
  expect((await parts()).length).toBeGreaterThan(1)
  // The reporter is not told that something went wrong: what is typed is added.
  await sanne.say('aanvullen')
  await sanne.say('Kanarieslot: er kwam een busje.')
  await house.settle()
  expect(lastSaid(house, sanne)).toContain('Dat staat nu bij')
  const record = await kept(house, it)
  expect(record.notes.map(({ text }) => text)).toEqual(Array.from({ length: NOTES }, (_, n) => noteOf(n)))
  expect(record.story.at(-1)?.text).toBe('Kanarieslot: er kwam een busje.')
  expect(onCosmos.asked()).not.toContain('Kanarie')
  for (const item of await onCosmos.stored()) expect(item.length).toBeLessThan(1_800_000)

  // After a restart too, and for an officer who searches.
  await house.restart()
  await marieke.say('inzageverzoek')
  const form = await marieke.click(cardWith(house, marieke, 'Zoek op'), 'Zoek op')
  const found = await press(house, marieke, form, 'Zoek', { terms: 'Kanarieslot', reason: 'Verzoek' })
  expect(seen(house, found)).toContain(it.reference)

  let now = await press(house, marieke, await open(house, marieke, it), 'Besluit nemen')
  now = await press(house, marieke, now, 'Verder', {
    ...FORM,
    outcome: 'noAction',
    safeReason: 'tooLittle',
    partners: '',
  })
  await press(house, marieke, now, 'Afsluiten')
  const { vaultKey } = await kept(house, it)
  house.clock.advance({ days: 367 })
  await house.bot.sweep()
  await house.settle()
  const list = await marieke.click(cardWith(house, marieke, 'Bekijk de lijst'), 'Bekijk de lijst')
  await press(house, marieke, list, (action) => /^Ja, vernietig/.test(action.title ?? ''))
  await house.settle()
  expect(await parts()).toEqual([])
  const { store } = house.bot.app
  expect(await remainsOf(store, tenant(house), [it.signal, it.reference, vaultKey ?? ''])).toEqual([])
  expect(await declared(store, tenant(house), house.clock.now().slice(0, 7))).toHaveLength(1)
  expect((await onCosmos.stored()).join()).not.toContain(it.signal)
}, 900_000)
