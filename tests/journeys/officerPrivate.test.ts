/** That something is not for somebody is for that person only: said in their own chat or dialog, never in a channel (B1). */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { audit, dataOf, forge, kept, open, press, report, seen } from './officerSteps.ts'
import { lastSaid, type Reported, said } from './steps.ts'

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse()
  it = await report(house, house.sanne, 'Er slapen acht mensen in één kamer.')
})
afterEach(() => house.stop())

test('a deputy off duty asks for the worklist in the channel: who is on duty is said in their own chat', async () => {
  const { joost, marieke, channel, connector } = house
  const before = said(house, channel)
  await joost.say('werklijst', { inChannel: channel })
  await house.settle()
  expect(said(house, channel)).toEqual(before)
  expect(lastSaid(house, joost)).toContain('Marieke Vonk heeft dienst.')
  // Where there is no own chat, the channel does not learn who has duty.
  joost.blocks()
  connector.faults.next(1, calls.create, faults.blocked())
  await joost.say('werklijst', { inChannel: channel })
  await house.settle()
  expect(said(house, channel).slice(before.length).join('\n')).not.toMatch(/dienst|Marieke|Joost/)
  expect(said(house, channel)).toHaveLength(before.length + 1)
  await marieke.say('werklijst', { inChannel: channel })
  expect(lastSaid(house, channel)).toContain(it.reference)
})

test('a deputy off duty who puts the bot into the channel shows nothing there', async () => {
  const { joost, channel, connector } = house
  const before = said(house, channel)
  await connector.tell(joost, channel, {
    type: 'conversationUpdate',
    membersAdded: [{ id: connector.botAccount.id }],
  })
  await house.settle()
  expect(said(house, channel)).toEqual(before)
  expect(lastSaid(house, joost)).toContain('Marieke Vonk heeft dienst.')
})

test('an old button pressed in the channel is answered in the own chat of the person who pressed it', async () => {
  const { joost, marieke, channel } = house
  const dossier = await open(house, marieke, it)
  const before = said(house, channel)
  const from = { id: joost.id, name: joost.name, aadObjectId: joost.aadObjectId }
  const value = dataOf(dossier, 'Neem in behandeling')
  await forge(house, dossier, undefined, { from, name: undefined, type: 'message', value })
  expect(said(house, channel)).toEqual(before)
  expect(lastSaid(house, joost)).toContain('Deze knop werkt niet meer')
  expect((await kept(house, it)).takenBy).toBeUndefined()
})

const press1 = () => ({ seen: 99, press: randomUUID() })
const route = randomUUID()
const form = {
  outcome: 'monitor',
  reason: 'Omdat.',
  lead: 'Aandachtsfunctionaris',
  partners: '',
  victimHelp: 'notYet',
  minor: 'no',
  victimCheck: '',
  tellForm: 'message',
  tellWhy: '',
}
const VERBS: [string, Record<string, unknown>][] = [
  ['worklist', {}],
  ['open', {}],
  ['take', {}],
  ['page', { page: 'dossier' }],
  ['page', { page: 'decide' }],
  ['page', { page: 'reveal' }],
  ['page', { page: 'more' }],
  ['page', { page: 'story' }],
  ['answerPage', { route }],
  ['handTo', { ...press1() }],
  ['note', { ...press1(), text: 'x' }],
  ['ask', { ...press1(), text: 'x' }],
  ['reveal', { ...press1(), reason: 'x' }],
  ['called', { ...press1() }],
  ['setUrgency', { ...press1(), urgency: 'soft', reason: 'x' }],
  ['setMinor', { ...press1(), minor: 'no' }],
  ['decide', { ...press1(), ...form }],
  ['decideDays', { ...press1(), form, monitorUntil: '2026-12-24' }],
  ['decideBack', { form }],
  ['handOver', { ...press1(), route }],
  ['partnerAnswered', { ...press1(), route, what: 'takenUp', text: 'x' }],
  ['feedBack', { ...press1(), form: 'message', text: 'x' }],
  ['advise', { ...press1(), text: 'x' }],
  ['endConsultation', { ...press1(), choice: 'enough' }],
  ['keepAgainstWish', { ...press1(), reason: 'x' }],
  ['close', { ...press1() }],
  ['toDestroy', {}],
  ['search', {}],
]

test('a deputy off duty: every verb is refused in the dialog, which says who is on duty, and leaves no trace', async () => {
  const { joost, marieke, channel } = house
  const like = await open(house, joost, it)
  const before = said(house, channel)
  for (const [verb, fields] of VERBS) {
    const shown = await forge(house, like, { verb, signal: it.signal, ...fields })
    expect(`${verb}: ${shown}`).toContain('Marieke Vonk heeft dienst.')
    expect(`${verb}: ${shown}`).not.toContain('acht mensen')
  }
  expect(said(house, channel)).toEqual(before)
  expect(await audit(house, it)).toEqual(['reporter: report'])
  expect((await kept(house, it)).revision).toBe(1)
  expect(seen(house, await open(house, marieke, it))).toContain('acht mensen')
})

test('a person in the channel who is no officer sees the card shell, and that is all', async () => {
  const { thomas, channel, connector } = house
  const bell = connector
    .channel(channel)
    .map((shown) => connector.textOf(shown))
    .join('\n')
  expect(bell).toContain(it.reference)
  expect(bell).not.toMatch(/acht mensen|Sanne/)
  const like = await open(house, thomas, it)
  for (const [verb, fields] of VERBS) {
    const shown = await forge(house, like, { verb, signal: it.signal, ...fields })
    expect(`${verb}: ${shown}`).toContain('Dit is alleen voor de mensen van het meldpunt.')
    expect(`${verb}: ${shown}`).not.toMatch(/acht mensen|S-2026/)
  }
  expect(await audit(house, it)).toEqual(['reporter: report'])
})

test('rung for danger, off duty: somebody else was first, and the answer is the current state and no refusal', async () => {
  const { kees, joost, marieke } = house
  const acute = await report(house, kees, 'Hij heeft nu een mes, help haar!')
  const mine = await open(house, joost, acute)
  await press(house, marieke, await open(house, marieke, acute), 'Neem in behandeling')
  const second = await press(house, joost, mine, 'Neem in behandeling')
  expect(seen(house, second)).toContain('mes')
  expect(seen(house, second)).not.toContain('heeft dienst')
})
