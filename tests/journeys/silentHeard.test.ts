/** Nothing goes silent: decided to say is not heard (K8), and one "not there" is not believed (K9). */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { ask, asked, later, QUESTION } from './courierSteps.ts'
import { kept, open, seen } from './officerSteps.ts'
import { alarmsOf, cardWith, chatOf, doorbellOf, lastSaid, type Reported, report, said } from './steps.ts'

const STORY = 'Achter de kaasmakerij slapen vier mannen in een container.'
const OTHER = 'Bij de wasserij aan de haven werken twee meisjes van vijftien.'
const ALWAYS = Number.POSITIVE_INFINITY

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse()
  it = await report(house, house.sanne, STORY)
})
afterEach(() => house.stop())

const rounds = async (count: number, minutes = 5) => {
  for (let round = 0; round < count; round += 1) await later(house, { minutes })
}
const refuseGraph = () =>
  house.graph.faults.next(ALWAYS, (each) => each.segments.includes('installedApps'), {
    kind: 'answer',
    reply: graphError(403, 'Forbidden', 'no'),
  })
const toMarieke = () => said(house, house.marieke).join('\n')
/** A question that does not arrive: blocked, and Graph may not install. */
async function unheard() {
  house.sanne.blocks()
  refuseGraph()
  await ask(house, it)
  await rounds(3, 31)
}
function back() {
  house.sanne.unblocks()
  house.graph.faults.clear()
}

test('K8: the officer hears the same day that a question did not arrive, once, and the dossier says so', async () => {
  await unheard()
  expect(toMarieke()).toContain('niet aangekomen')
  await rounds(30, 60)
  expect(said(house, house.marieke).filter((text) => text.includes('is niet aangekomen')).length).toBe(1)
  expect(toMarieke()).not.toContain('nog niet geantwoord')
  expect(seen(house, await open(house, house.marieke, it))).toContain(
    'Je vraag is niet aangekomen bij de melder',
  )
  await house.marieke.say('werklijst')
  expect(lastSaid(house, house.marieke)).toContain('een bericht is niet aangekomen')
})

test('K8: on their return the question is shown first, and what they typed before they saw it is no answer', async () => {
  const { sanne } = house
  await unheard()
  back()
  const before = said(house, sanne).length
  await sanne.say(OTHER)
  await house.settle()
  const came = said(house, sanne).slice(before)
  expect(came.findIndex((text) => text.includes(QUESTION))).toBe(0)
  expect((await kept(house, it)).questions).toMatchObject([{ text: QUESTION }])
  expect((await kept(house, it)).questions[0]?.answer).toBeUndefined()
  // Put with that signal all the same: then it is more about it, not an answer.
  const here = `Hoort bij ${it.reference}`
  await sanne.click(cardWith(house, sanne, here), here)
  await house.settle()
  expect((await kept(house, it)).questions[0]?.answer).toBeUndefined()
  // What they type now, they typed with the question before them.
  await sanne.say('Om tien uur ongeveer.')
  await house.settle()
  // The question itself came once; the card that asks whether this is its answer repeats it.
  expect(asked(house).filter((text) => text.includes('Een vraag over'))).toHaveLength(1)
  await sanne.say('mijn antwoord')
  await house.settle()
  expect((await kept(house, it)).questions[0]?.answer).toMatchObject({ text: 'Om tien uur ongeveer.' })
})

test('K8: with danger the block for 112 comes first, and then what did not arrive', async () => {
  const { sanne } = house
  await unheard()
  back()
  const before = said(house, sanne).length
  await sanne.say('Hij slaat haar nu, hij heeft een mes')
  await house.settle()
  const came = said(house, sanne).slice(before)
  const place = (words: string) => came.findIndex((text) => text.includes(words))
  expect(place('112')).toBe(0)
  expect(place(QUESTION)).toBeGreaterThan(0)
  expect((await kept(house, it)).questions[0]?.answer).toBeUndefined()
})

test('K8: a typed "weet ik niet" answers nothing that was never seen; a press of a button brings it too', async () => {
  const { sanne } = house
  await unheard()
  back()
  await sanne.say('weet ik niet')
  await house.settle()
  expect((await kept(house, it)).questions[0]?.answer).toBeUndefined()
  expect(asked(house)).toHaveLength(1)
})

test('K8: nobody is reminded of an answer to what did not arrive, and is from when it did', async () => {
  const { marieke } = house
  await unheard()
  for (let day = 0; day < 10; day += 1) await later(house, { days: 1 })
  expect(toMarieke()).not.toContain('vraag van jou')
  const late = () =>
    said(house, marieke).filter((text) => /antwoord/.test(text) && text.includes('Te laat')).length
  const before = late()
  back()
  await house.sanne.say('hallo')
  await house.settle()
  expect(asked(house)).toHaveLength(1)
  expect((await kept(house, it)).questions[0]?.arrivedAt).toBeDefined()
  for (let day = 0; day < 12; day += 1) await later(house, { days: 1 })
  expect(late()).toBeGreaterThan(before)
})

test.each([1, 3, 5])('K9: %d passing 404s on a doorbell: one doorbell, brought up to date', async (times) => {
  const { connector, marieke, channel } = house
  const bell = doorbellOf(house, it.reference)
  connector.faults.next(times, calls.update, faults.conversationNotFound())
  await marieke.click(bell, 'Neem in behandeling')
  await house.settle()
  await rounds(4, 1)
  expect(doorbellOf(house, it.reference).id).toBe(bell.id)
  expect(connector.textOf(doorbellOf(house, it.reference))).toContain('In behandeling bij Marieke Vonk')
  expect(
    connector.channel(channel).filter((each) => connector.textOf(each).includes(it.reference)),
  ).toHaveLength(1)
})

test.each([1, 2, 5])(
  'K9: %d passing 404s while an alarm is taken back: the channel says so',
  async (times) => {
    const { connector, kees, channel } = house
    await kees.say('Hij slaat haar nu in de schuur, hij heeft een mes')
    await house.settle()
    connector.faults.next(times, calls.update, faults.conversationNotFound())
    await kees.say('er is geen gevaar')
    await house.settle()
    await rounds(5, 1)
    expect(
      alarmsOf(house, channel)
        .map((each) => connector.textOf(each))
        .join(),
    ).toContain('Geen alarm meer')
  },
)

test.each([1, 2])(
  'K9: %d passing 404s on the members of the channel, and on an account: nobody is told',
  async (times) => {
    const { connector, graph, marieke, joost } = house
    await rounds(1, 6)
    connector.faults.next(times, calls.members, faults.conversationNotFound())
    graph.faults.next(times, graphCalls.account, {
      kind: 'answer',
      reply: graphError(404, 'Request_ResourceNotFound', 'no'),
    })
    await rounds(1, 6)
    await rounds(8, 1)
    for (const officer of [marieke, joost]) {
      expect(said(house, officer).join('\n')).not.toMatch(/niet bereikbaar|werkt weer|weer bereikbaar/)
    }
  },
)

test('K9: no apps for a person whose account is there: nobody has left, and it is tried again', async () => {
  const { sanne, graph } = house
  sanne.blocks()
  graph.faults.next(ALWAYS, (each) => each.segments.includes('installedApps'), {
    kind: 'answer',
    reply: graphError(404, 'NotFound', 'no'),
  })
  await ask(house, it)
  await rounds(5)
  expect((await kept(house, it)).reporterLeft).toBeUndefined()
  back()
  await rounds(7)
  expect(asked(house)).toHaveLength(1)
})

test('K9: an account that is not there in passing is asked for again before it is believed', async () => {
  const { sanne, graph } = house
  sanne.blocks()
  const all = graph.state.users
  graph.state.users = all.filter((id) => id !== sanne.aadObjectId)
  await ask(house, it)
  await rounds(2, 1)
  expect((await kept(house, it)).reporterLeft).toBeUndefined()
  graph.state.users = all
  await rounds(4, 2)
  expect(asked(house)).toHaveLength(1)
  expect((await chatOf(house, sanne)).sent).toHaveLength(1)
})
