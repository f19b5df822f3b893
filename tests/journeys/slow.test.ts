/** The store or Teams takes its time: there is an answer in time all the same, and what was asked happens, once. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Store, StoreUnavailable } from '../../services/store/port.ts'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, cardWith, openDossier, recordOf, report, said, toPage } from './steps.ts'

let house: House
let release: () => void
beforeEach(async () => {
  house = await startHouse()
  release = () => undefined
})
afterEach(async () => {
  release()
  await house.stop()
})

/** From now on these calls of the store wait until they are let go, and an answer is not waited for long. */
function hold(...names: ('read' | 'save')[]): void {
  const { app } = house.bot
  const { store, answerWithin } = app
  Object.assign(app, { answerWithin: 50 })
  const gate = new Promise<void>((resolve) => {
    release = () => {
      Object.assign(app, { answerWithin })
      resolve()
    }
  })
  const held: Partial<Store> = {}
  if (names.includes('read')) {
    const { read } = store
    held.read = async (key) => gate.then(() => read(key))
  }
  if (names.includes('save')) {
    const { save } = store
    held.save = async (ops) => gate.then(() => save(ops))
  }
  Object.assign(store, held)
}

test('words are taken at once, and the draft follows', async () => {
  const { connector, sanne } = house
  hold('read', 'save')
  // The answer to Teams comes before the store has done anything: it waits for this very test.
  expect((await sanne.say('Twee jongens slapen achter in de winkel.')).status).toBe(202)
  release()
  await house.settle()
  expect(connector.textOf(cardWith(house, sanne, 'Versturen'))).toContain('Twee jongens slapen')
})

test('a dialog that takes long says so and gives back what was typed; pressing again does nothing twice', async () => {
  const { connector, sanne, marieke } = house
  const { reference, signal } = await report(
    house,
    sanne,
    'Een jongen mag zijn paspoort niet zelf vasthouden.',
  )
  const asking = await toPage(marieke, await openDossier(house, marieke, reference), 'Stel een vraag')
  hold('save')
  const late = await marieke.submitDialog(asking, 'Verstuur de vraag', {
    text: 'Weet je nog hoe laat het was?',
  })
  if (!late.dialog) throw new Error('No dialog.')
  expect(connector.textOf(late.dialog)).toContain('Dit duurt langer dan anders')
  expect(connector.textOf(late.dialog)).toContain('Weet je nog hoe laat het was?')
  release()
  await house.settle()
  await marieke.submitDialog(late.dialog, 'Probeer het opnieuw')
  await house.settle()
  expect((await recordOf(house, signal)).questions).toHaveLength(1)
})

test('danger in a form while the store does not answer: the dialog is answered, and when it fails the alarm rings', async () => {
  const { sanne, channel, marieke } = house
  await sanne.say('Iets met een busje.')
  const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
  if (!dialog) throw new Error('No dialog.')
  const { app } = house.bot
  Object.assign(app, { answerWithin: 50 })
  const { store } = app
  let away: () => void = () => undefined
  const hangs = new Promise<never>((_, reject) => {
    away = () => reject(new StoreUnavailable('unreachable'))
  })
  Object.assign(store, { read: () => hangs, save: () => hangs })
  const late = await sanne.submitDialog(dialog, 'Bewaren', { what: 'Hij heeft nu een mes, help haar!' })
  expect(late.dialog).toBeDefined()
  expect(alarmsOf(house, channel)).toEqual([])
  away()
  const text = () => said(house, sanne).join('\n')
  while (!text().includes('Ik kan het nu niet bewaren')) await new Promise((r) => setTimeout(r, 5))
  expect(text()).toContain('Bel nu 112')
  expect(alarmsOf(house, channel)).toHaveLength(1)
  expect(alarmsOf(house, marieke)).toHaveLength(1)
})

test('danger is typed while the store does not answer: the block and one alarm do not wait for it', async () => {
  const { sanne, channel, connector } = house
  await sanne.say('Iets met een busje.')
  hold('read', 'save')
  await sanne.say('Hij heeft nu een mes, help haar!')
  const text = () => said(house, sanne).join('\n')
  while (!text().includes('Bel nu 112') || alarmsOf(house, channel).length === 0)
    await new Promise((r) => setTimeout(r, 5))
  expect(connector.textOf(connector.newestCard(channel))).not.toContain('mes')
  release()
  await house.settle()
  // What was typed is kept after all, and its own alarm can be taken back.
  expect(connector.textOf(cardWith(house, sanne, 'Stuur nu naar Marieke Vonk'))).toContain(
    'Hij heeft nu een mes',
  )
  expect(text().match(/Bel nu 112/g)).toHaveLength(1)
})
