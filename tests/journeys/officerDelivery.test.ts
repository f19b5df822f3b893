/** What must be delivered stays in the record until it is; what cannot be, the officer gets to see (steps 7 and 8). */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { graphCalls } from '../../infra/local/graphStandIn.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { bellText, canary, decide, FORM, kept, open, press, report, seen, through } from './officerSteps.ts'
import { doorbellOf, openDossier, type Reported, said, saidDuring } from './steps.ts'

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse()
  it = await report(house, house.sanne, 'De jongen bezorgt elke nacht pakketten en kent zijn adres niet.')
})
afterEach(() => house.stop())

const QUESTION = 'Hoe laat komt hij meestal?'
async function ask(text = QUESTION) {
  const page = await through(house, house.marieke, await open(house, house.marieke, it), 'Stel een vraag')
  return press(house, house.marieke, page, 'Verstuur de vraag', { text })
}
const later = async (by: Parameters<House['clock']['advance']>[0]) => {
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
}
const asked = () => said(house, house.sanne).filter((text) => text.includes(QUESTION)).length
const pending = async () => (await kept(house, it)).effects.map(({ kind, attempts }) => `${kind} ${attempts}`)
const bells = () =>
  house.connector.channel(house.channel).filter((each) => house.connector.textOf(each).includes(it.reference))

test('a doorbell that the client no longer knows is posted anew, and mended from then on', async () => {
  const { connector, marieke } = house
  const old = doorbellOf(house, it.reference)
  connector.faults.next(Number.POSITIVE_INFINITY, calls.update, faults.notFound())
  await marieke.click(old, 'Neem in behandeling')
  await house.settle()
  // Believed when it was answered a few times, over minutes.
  for (let round = 0; round < 3; round += 1) await later({ minutes: 1 })
  connector.faults.clear()
  const fresh = doorbellOf(house, it.reference)
  expect(fresh.id).not.toBe(old.id)
  expect(bellText(house, it)).toContain('In behandeling bij Marieke Vonk')
  expect((await kept(house, it)).doorbell?.activity).toBe(fresh.id)
  const decided = await decide(house, marieke, await open(house, marieke, it))
  expect(seen(house, decided)).toContain('Je besluit staat vast')
  expect(doorbellOf(house, it.reference)).toMatchObject({ id: fresh.id, version: 2 })
  expect(bellText(house, it)).toContain('Status besloten')
  expect(connector.versions(old)).toHaveLength(1)
  // And when the older one is there again, it says where to look.
  await later({ minutes: 10 })
  expect(connector.versions(old).at(-1)?.text).toContain('Dit staat nu in een nieuwer bericht')
})

test.each([
  ['429', faults.throttled(), 1],
  ['500', faults.serverError(), 1],
  ['503', faults.unavailable(), 1],
  ['a reset', faults.reset(), 1],
  // It arrived, and nobody could know: it is sent once more.
  ['502 after it was accepted', faults.badGatewayAccepted(), 2],
  ['a reset after it was accepted', faults.resetAccepted(), 2],
])(
  '%s on the way to the reporter: it stays in the record, and the next round brings it',
  async (_n, fault, times) => {
    house.connector.faults.next(1, calls.send, fault)
    expect(seen(house, await ask())).toContain('Je vraag gaat naar de melder.')
    expect(await pending()).toEqual(['tellReporter 1'])
    expect(asked()).toBe(times - 1)
    await house.bot.sweep()
    expect(asked()).toBe(times - 1)
    await later({ minutes: 1 })
    expect(asked()).toBe(times)
    expect(await pending()).toEqual([])
  },
)

test('Teams says how long to wait, and that long it takes', async () => {
  house.connector.faults.next(1, calls.send, faults.throttled(300))
  await ask()
  await later({ minutes: 4 })
  expect(asked()).toBe(0)
  await later({ minutes: 2 })
  expect(asked()).toBe(1)
})

test.each([
  ['posting', calls.create],
  ['mending', calls.update],
])('%s the doorbell fails, also over a restart: the next round does it', async (what, which) => {
  const { connector, kees, marieke } = house
  if (what === 'posting') {
    await kees.say('Het raam van de loods is dichtgeplakt.')
    connector.faults.next(1, which, faults.serverError())
    await kees.click(connector.newestCard(kees), 'Versturen')
    await house.settle()
    expect(() => doorbellOf(house, 'S-2026-0002')).toThrow('No doorbell')
    await house.restart()
    await later({ minutes: 1 })
    expect(connector.textOf(doorbellOf(house, 'S-2026-0002'))).toContain('Status ontvangen')
    return
  }
  connector.faults.next(1, which, faults.badGateway())
  await marieke.click(doorbellOf(house, it.reference), 'Neem in behandeling')
  await house.settle()
  expect(bellText(house, it)).toContain('Status ontvangen')
  await house.restart()
  await later({ minutes: 1 })
  expect(bellText(house, it)).toContain('Status in triage')
  expect(bells()).toHaveLength(1)
})

test('given up after hours: the dossier and the worklist say so, and it cannot be closed on it', async () => {
  const { connector, marieke } = house
  let dossier = await open(house, marieke, it)
  dossier = await decide(
    house,
    marieke,
    dossier,
    { ...FORM, outcome: 'monitor', partners: '' },
    { monitorUntil: '2026-12-24' },
  )
  const chat = (await house.sanne.say('hallo')).activity.conversation
  const toSanne: typeof calls.send = (asked) => calls.send(asked) && asked.segments.includes(Object(chat).id)
  connector.faults.next(Number.POSITIVE_INFINITY, toSanne, faults.unavailable())
  const page = await through(house, marieke, dossier, 'Terugkoppelen')
  await press(house, marieke, page, 'Koppel terug', { form: 'message', text: 'We kijken mee.' })
  for (let round = 0; round < 20; round += 1) await later({ minutes: 31 })
  const record = await kept(house, it)
  const dead = record.effects.filter(({ kind }) => kind === 'tellReporter')
  expect(dead).toMatchObject([{ kind: 'tellReporter', deadLetter: 'away' }])
  const before = said(house, house.sanne).length
  dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).toContain('De terugkoppeling is niet aangekomen bij de melder')
  expect(seen(house, dossier)).toContain('Kies een andere weg, bijvoorbeeld bellen.')
  expect(seen(house, dossier)).not.toContain('Afsluiten')
  await marieke.say('werklijst')
  expect(said(house, marieke).at(-1)).toContain('Let op: een bericht is niet aangekomen.')
  const called = await through(house, marieke, dossier, 'Terugkoppelen')
  dossier = await press(house, marieke, called, 'Koppel terug', { form: 'call', text: 'Gebeld, en bedankt.' })
  await press(house, marieke, dossier, 'Afsluiten')
  expect((await kept(house, it)).state).toBe('closed')
  // Told otherwise, it is not sent any more, also when it could be.
  connector.faults.clear()
  await later({ days: 1 })
  expect(said(house, house.sanne).slice(before).join()).not.toContain('We kijken mee.')
})

test('K7: given up while Teams took nothing, it is sent when that works again', async () => {
  const { connector, marieke, sanne } = house
  const dossier = await decide(
    house,
    marieke,
    await open(house, marieke, it),
    { ...FORM, outcome: 'monitor', partners: '' },
    { monitorUntil: '2026-12-24' },
  )
  connector.faults.next(Number.POSITIVE_INFINITY, calls.send, faults.unavailable())
  const page = await through(house, marieke, dossier, 'Terugkoppelen')
  await press(house, marieke, page, 'Koppel terug', { form: 'message', text: 'We kijken mee.' })
  for (let round = 0; round < 20; round += 1) await later({ minutes: 31 })
  expect((await kept(house, it)).effects.map((e) => e.deadLetter)).toContain('away')
  await house.restart()
  connector.faults.clear()
  for (let round = 0; round < 3; round += 1) await later({ minutes: 5 })
  expect(said(house, sanne).filter((text) => text.includes('We kijken mee.'))).toHaveLength(1)
  expect((await kept(house, it)).effects).toEqual([])
})

test('a doorbell that was given up is mended by the next one, and no longer called broken', async () => {
  const { connector, marieke } = house
  connector.faults.next(Number.POSITIVE_INFINITY, calls.update, faults.forbidden())
  await ask()
  for (let round = 0; round < 20; round += 1) await later({ minutes: 31 })
  expect((await kept(house, it)).effects).toMatchObject([{ kind: 'doorbell', deadLetter: 'refused' }])
  connector.faults.clear()
  expect(seen(house, await open(house, marieke, it))).toContain('De kaart in het kanaal is niet bijgewerkt')
  await ask('Draagt hij een uniform?')
  expect(bellText(house, it)).toContain('In behandeling bij Marieke Vonk')
  expect((await kept(house, it)).effects).toEqual([])
})

test.each(['blocks', 'uninstalls'] as const)(
  'the reporter %s the bot: Graph installs it, and it arrives',
  async (how) => {
    const { sanne, graph } = house
    await sanne[how]()
    await ask()
    expect(asked()).toBe(1)
    expect(graph.state.installed).toMatchObject([{ userId: sanne.aadObjectId }])
    expect(await pending()).toEqual([])
    await sanne.say('Altijd na tienen.')
    await sanne.say('mijn antwoord')
    await house.settle()
    expect((await kept(house, it)).questions).toMatchObject([{ answer: { text: 'Altijd na tienen.' } }])
  },
)

test('a reporter who left the organisation is no longer reached, and the officer sees it within the hour', async () => {
  const { sanne, graph, marieke } = house
  sanne.blocks()
  graph.state.users = graph.state.users.filter((id) => id !== sanne.aadObjectId)
  await ask()
  // Asked of the account a few times, over minutes, before it is believed.
  for (let round = 0; round < 4; round += 1) await later({ minutes: 5 })
  expect((await kept(house, it)).effects.filter((e) => e.kind === 'tellReporter')).toMatchObject([
    { kind: 'tellReporter', deadLetter: 'gone' },
  ])
  const dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).toContain(
    'Je vraag is niet aangekomen bij de melder: het gesprek bestaat niet meer.',
  )
})

test('Graph away: the message arrives, the nudge in the activity feed comes later', async () => {
  const { graph, sanne } = house
  const word = canary('vraag')
  graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.any, { kind: 'reset' })
  await ask(`${QUESTION} ${word}`)
  expect(asked()).toBe(1)
  expect(await pending()).toEqual(['nudgeReporter 1'])
  await later({ minutes: 2 })
  expect(graph.state.notifications).toEqual([])
  graph.faults.clear()
  await later({ minutes: 10 })
  expect(graph.state.notifications).toMatchObject([
    {
      userId: sanne.aadObjectId,
      preview: 'Er staat iets voor je klaar',
      topic: 'Er staat iets voor je klaar',
    },
  ])
  expect(asked()).toBe(1)
  expect(await pending()).toEqual([])
  const wire = graph.requests.map((each) => `${each.path} ${each.text}`).join('\n')
  expect(['S-2026', word, 'pakketten', it.signal].filter((each) => wire.includes(each))).toEqual([])
})

test('blocked while Graph is away: it waits for Graph, and the order of what is told stays', async () => {
  const { graph, sanne, marieke } = house
  sanne.blocks()
  graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.any, { kind: 'reset' })
  const dossier = await ask()
  await decide(house, marieke, dossier)
  await later({ minutes: 1 })
  expect(asked()).toBe(0)
  graph.faults.clear()
  const came = await saidDuring(house, sanne, () => later({ minutes: 30 }))
  expect(came).toHaveLength(2)
  expect(came[0]).toContain(QUESTION)
  expect(came[1]).toContain('Er is een besluit over')
})

test('one message fails and the next is caused meanwhile: they arrive in their order', async () => {
  const { connector, sanne, marieke } = house
  connector.faults.next(1, calls.send, faults.throttled(600))
  const dossier = await ask()
  const meanwhile = await saidDuring(house, sanne, () => decide(house, marieke, dossier))
  expect(meanwhile).toEqual([])
  const came = await saidDuring(house, sanne, () => later({ minutes: 11 }))
  expect(came.map((text) => (text.includes(QUESTION) ? 'question' : 'decided'))).toEqual([
    'question',
    'decided',
  ])
})

test('the store is away when a form is sent: nothing is done, what was typed is given back, and works again', async () => {
  const { marieke } = house
  const page = await through(house, marieke, await open(house, marieke, it), 'Notitie')
  const away = jest.spyOn(house.bot.app.store, 'save').mockRejectedValue(new StoreUnavailable('busy'))
  const refused = await press(house, marieke, page, 'Bewaar de notitie', { text: 'De buurman zag hem ook.' })
  expect(seen(house, refused)).toContain('Ik kan er even niet bij')
  expect(seen(house, refused)).toContain('De buurman zag hem ook.')
  away.mockRestore()
  expect((await kept(house, it)).notes).toEqual([])
  const done = await press(house, marieke, refused, 'Probeer het opnieuw')
  expect(seen(house, done)).toContain('Je notitie staat in het dossier.')
  expect((await kept(house, it)).notes).toHaveLength(1)
  expect(await openDossier(house, marieke, it.reference)).toBeDefined()
})
