/**
 * Somebody always reads (I.7): the channel is deleted, or the bot taken out of it. It is noticed, said to the next in
 * line in their own chats, new signals go there, and back to the channel when that works again.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { StoreUnavailable } from '../../services/store/port.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { audit, bellText, decide, kept, open, press, seen } from './officerSteps.ts'
import { alarmsOf, cardWith, consult, doorbellOf, lastSaid, opened, report, said } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** So long, and then as long as it takes to believe that something is gone. */
const later = async (minutes = 6) => {
  for (const each of [minutes, 1, 1, 1]) {
    house.clock.advance({ minutes: each })
    await house.bot.sweep()
    await house.settle()
  }
}

/** The channel goes, in each of the ways in which it can. */
const WAYS = {
  deleted: () => house.connector.setThere(house.channel, false),
  'without the bot': () => house.connector.setBotIn(house.channel, false),
} as const
const back = {
  deleted: () => house.connector.setThere(house.channel, true),
  'without the bot': () => house.connector.setBotIn(house.channel, true),
} as const

const bellsOf = (person: House['marieke'], reference: string) =>
  house.connector.chat(person).filter((shown) => house.connector.textOf(shown).includes(`${reference} · `))

describe.each(['deleted', 'without the bot'] as const)('the channel is %s', (how) => {
  test('a new signal rings at home with the one who answers and the next in line, and opens there', async () => {
    const { sanne, marieke, joost, ellen, connector } = house
    WAYS[how]()
    const it = await report(house, sanne, 'Hij slaapt in de opslag en mag niet weg.')
    for (const officer of [marieke, joost]) {
      const bells = bellsOf(officer, it.reference)
      expect(bells).toHaveLength(1)
      expect(bells[0]?.summary).toContain(`Er staat iets voor je klaar: ${it.reference}`)
      expect(JSON.stringify(bells)).not.toMatch(/opslag|Sanne/)
    }
    expect(bellsOf(ellen, it.reference)).toEqual([])
    expect((await kept(house, it)).effects).toEqual([])
    // The receipt names who reads: the same person, in another place.
    expect(lastSaid(house, sanne)).toContain('Wie leest het')
    expect(lastSaid(house, sanne)).toContain(marieke.name)
    const dossier = await marieke.click(cardWith(house, marieke, 'Openen'), 'Openen')
    expect(seen(house, dossier)).toContain('Hij slaapt in de opslag')
    // An officer who is rung may look.
    const other = await joost.click(cardWith(house, joost, 'Openen'), 'Openen')
    expect(seen(house, other)).toContain('Hij slaapt in de opslag')
    expect(await audit(house, it)).toEqual([
      'reporter: report',
      `${marieke.name}: view`,
      `${marieke.name}: withoutChannel`,
      `${joost.name}: view`,
      `${joost.name}: withoutChannel`,
    ])
    await later()
    for (const officer of [marieke, joost]) {
      expect(said(house, officer).join('\n')).toContain('Het kanaal is niet bereikbaar')
      expect(said(house, officer).join('\n')).toContain('Nieuwe signalen komen vanaf nu hier')
    }
    expect(said(house, ellen).join('\n')).not.toContain('Het kanaal is niet bereikbaar')
    // Everything can be done from there, and the cards follow.
    const taken = await press(house, marieke, dossier, 'Neem in behandeling')
    await decide(house, marieke, taken)
    expect(connector.textOf(bellsOf(joost, it.reference)[0] ?? { type: 'AdaptiveCard' })).toContain(
      'Status besloten',
    )
  })

  test('it is noticed without a signal too, survives a restart, and is said once', async () => {
    const { sanne, marieke, joost } = house
    await later()
    WAYS[how]()
    await later()
    await later()
    const told = (person: House['marieke']) =>
      said(house, person).filter((text) => text.includes('Het kanaal is niet bereikbaar')).length
    expect([told(marieke), told(joost)]).toEqual([1, 1])
    await house.restart()
    await later()
    expect([told(marieke), told(joost)]).toEqual([1, 1])
    const before = house.connector.requests.length
    const it = await report(house, sanne, 'Zij mag haar telefoon niet gebruiken.')
    // It is known: nobody asks the channel first.
    const asked = house.connector.requests.slice(before).filter((each) => each.path.includes('pagedmembers'))
    expect(asked).toEqual([])
    expect(bellsOf(marieke, it.reference)).toHaveLength(1)
  })

  test('repaired: said, every open signal stands in the channel again, and new ones ring there', async () => {
    const { sanne, kees, marieke, joost, connector, channel } = house
    const old = await report(house, sanne, 'Er staat elke nacht een busje.')
    WAYS[how]()
    const during = await report(house, kees, 'Het raam is dichtgeplakt.')
    await later()
    back[how]()
    await later()
    for (const officer of [marieke, joost])
      expect(said(house, officer).join('\n')).toContain('Het kanaal werkt weer')
    expect(bellText(house, old)).toContain('Status ontvangen')
    expect(bellText(house, during)).toContain('Status ontvangen')
    expect((await kept(house, during)).doorbell?.conversation).toContain(channel)
    const dossier = await open(house, marieke, during)
    expect(seen(house, dossier)).toContain('Het raam is dichtgeplakt.')
    expect(await audit(house, during)).toEqual([
      'reporter: report',
      'system: ringAgain',
      `${marieke.name}: view`,
    ])
    // A case that rang at home is mended in both places.
    await press(house, marieke, dossier, 'Neem in behandeling')
    expect(bellText(house, during)).toContain('Status in triage')
    expect(connector.textOf(bellsOf(joost, during.reference)[0] ?? { type: 'AdaptiveCard' })).toContain(
      'Status in triage',
    )
  })

  test('danger rings everybody who is left, and nobody waits for the channel', async () => {
    const { sanne, marieke, joost, ellen } = house
    WAYS[how]()
    await sanne.say('Hij heeft nu een mes, help haar!')
    await house.settle()
    // Who answers, who is next; and in the place of the channel those who were not rung yet.
    for (const officer of [marieke, joost, ellen]) {
      expect(alarmsOf(house, officer)).toHaveLength(1)
      expect(alarmsOf(house, officer).map((alarm) => opened(house, alarm))[0]).not.toContain('mes')
    }
  })
})

test('sparren that was enough while the channel was gone: the cards at home say so, and nothing stays', async () => {
  const { sanne, marieke, joost, connector, channel } = house
  connector.setBotIn(channel, false)
  const it = await consult(house, sanne, 'Mag ik dit wel delen?')
  await adviseFromHome(it.reference)
  await sanne.click(cardWith(house, sanne, 'Dit was genoeg'), 'Dit was genoeg')
  await house.settle()
  for (const officer of [marieke, joost]) {
    const bells = connector.chat(officer).filter((shown) => connector.textOf(shown).includes(it.reference))
    expect(connector.textOf(bells[0] ?? { type: 'AdaptiveCard' })).toContain('sparren afgerond')
  }
})

async function adviseFromHome(reference: string) {
  const { marieke } = house
  const [bell] = bellsOf(marieke, reference)
  if (!bell) throw new Error('No doorbell at home.')
  const page = await press(house, marieke, await marieke.click(bell, 'Openen'), 'Geef advies')
  await press(house, marieke, page, 'Verstuur het advies', { text: 'Ja, dat mag.' })
}

test('Teams tells that the bot was taken out: it looks at once, and believes the channel and not the event', async () => {
  const { marieke, joost, connector, channel } = house
  const event = { type: 'conversationUpdate', membersRemoved: [{ id: connector.botAccount.id }] }
  await connector.tell(marieke, channel, event)
  await house.settle()
  await house.bot.sweep()
  expect(said(house, joost).join('\n')).not.toContain('kanaal')
  connector.setBotIn(channel, false)
  await connector.tell(marieke, channel, event)
  await house.settle()
  await house.bot.sweep()
  expect(lastSaid(house, joost)).toContain('Het kanaal is niet bereikbaar')
  connector.setBotIn(channel, true)
  const added = { type: 'conversationUpdate', membersAdded: [{ id: connector.botAccount.id }] }
  await connector.tell(marieke, channel, added)
  await house.settle()
  await house.bot.sweep()
  expect(lastSaid(house, joost)).toContain('Het kanaal werkt weer')
})

test.each([
  ['the app is removed from the team', { type: 'installationUpdate', action: 'remove' }],
  ['the channel is deleted', { type: 'conversationUpdate', channelData: { eventType: 'channelDeleted' } }],
  ['a member is removed', { type: 'conversationUpdate', membersRemoved: [{ id: '29:somebody' }] }],
])('Teams tells: %s', async (_what, event) => {
  const { marieke, joost, connector, channel } = house
  connector.setBotIn(channel, false)
  const answer = await connector.tell(marieke, channel, event)
  await house.settle()
  expect(answer.status).toBe(200)
  expect(house.bot.app.municipalities.all()[0]?.point).toMatchObject({ channelGone: true })
  await house.bot.sweep()
  expect(lastSaid(house, joost)).toContain('Het kanaal is niet bereikbaar')
})

test('Teams is merely away: nothing is believed to be gone, and nobody gets in by that', async () => {
  const { sanne, marieke, connector } = house
  const it = await report(house, sanne, 'Hij kent zijn eigen adres niet.')
  connector.faults.next(Number.POSITIVE_INFINITY, calls.any, faults.unavailable())
  expect(seen(house, await open(house, marieke, it))).toContain('Ik kan er even niet bij')
  await later()
  connector.faults.clear()
  await later()
  expect(said(house, marieke).join('\n')).not.toContain('Het kanaal')
  expect(await audit(house, it)).toEqual(['reporter: report'])
})

test('one refused post is not believed: the channel itself is asked', async () => {
  const { sanne, marieke, connector } = house
  connector.faults.next(1, calls.create, faults.forbidden())
  const it = await report(house, sanne, 'Zij krijgt geen loon.')
  expect(bellsOf(marieke, it.reference)).toEqual([])
  expect((await kept(house, it)).effects).toMatchObject([{ kind: 'doorbell', attempts: 1 }])
  await later(1)
  expect(bellText(house, it)).toContain('Status ontvangen')
})

test('an officer who was put out of the channel before it went stays out', async () => {
  const { sanne, joost, marieke, connector, channel } = house
  connector.leave(channel, marieke)
  await later()
  expect(lastSaid(house, joost)).toContain(`Ik kan ${marieke.name} niet bereiken`)
  expect(lastSaid(house, joost)).toContain(`${joost.name} is nu verantwoordelijk`)
  connector.setThere(channel, false)
  const it = await report(house, sanne, 'Er wonen tien mensen in één kamer.')
  expect(bellsOf(marieke, it.reference)).toEqual([])
  const like = await joost.click(cardWith(house, joost, 'Openen'), 'Openen')
  expect(seen(house, like)).toContain('tien mensen')
  // The same click from the officer's own chat: role and rota would do, but the channel has said otherwise.
  await marieke.say('start')
  const from = { id: marieke.id, name: marieke.name, aadObjectId: marieke.aadObjectId }
  const { conversationId } = connector.newestCard(marieke)
  const conversation = { conversationType: 'personal', tenantId: connector.tenantId, id: conversationId }
  const answer = await connector.send({ ...like.activity, id: 'f:1', from, conversation })
  expect(JSON.stringify(answer.body)).toContain('Je bent geen lid van het kanaal')
  expect(JSON.stringify(answer.body)).not.toContain('tien mensen')
  expect(await audit(house, it)).not.toContain(`${marieke.name}: view`)
  connector.setThere(channel, true)
  connector.join(channel, marieke)
  await later()
  expect(seen(house, await open(house, marieke, it))).toContain('tien mensen')
})

test('another channel is configured in the place of the lost one: what is open rings there', async () => {
  const { sanne, marieke, connector, channel } = house
  const it = await report(house, sanne, 'Hij draagt elke dag hetzelfde.')
  connector.setThere(channel, false)
  await later()
  const other = '19:nieuwkanaal@thread.tacv2'
  connector.makeChannel({
    id: other,
    name: 'Meldpunt nieuw',
    team: { id: '19:team@thread.tacv2', name: 'Team', aadGroupId: '5b0e6a55-6a4c-4c0a-9b55-0a4fdbb0a111' },
    members: [marieke, house.joost, house.ellen],
    isPrivate: true,
  })
  for (const municipality of house.config.municipalities) municipality.channel.channelId = other
  await house.restart()
  await later()
  expect(connector.textOf(connector.newestCard(other))).toContain(it.reference)
  expect((await kept(house, it)).doorbell?.conversation).toContain(other)
  expect(doorbellOf(house, it.reference).version).toBe(1)
})

test('the channel is back, and one signal cannot be read or saved: the others are rung once all the same', async () => {
  const { sanne, kees, channel, connector } = house
  const one = await report(house, sanne, 'Er staat elke nacht een busje.')
  const two = await report(house, kees, 'Het raam is dichtgeplakt.')
  const { store, municipalities } = house.bot.app
  const municipality = municipalities.all()[0]?.id
  if (!municipality) throw new Error('No municipality.')
  const id = '5b8f1f5e-55f1-4d3c-8a3e-6d2f1f0a9b11'
  const document = {
    municipality,
    kind: 'signal',
    id,
    body: { schema: 99 },
    open: true,
    dueAt: null,
  } as const
  await store.save([{ op: 'create', document }])
  connector.setThere(channel, false)
  await later()
  connector.setThere(channel, true)
  const { read } = store
  let away = 1
  store.read = async (key) => {
    if (key.id === two.signal && away-- > 0) throw new StoreUnavailable('busy')
    return read(key)
  }
  for (let round = 0; round < 4; round += 1) await later()
  store.read = read
  for (const it of [one, two]) {
    expect((await audit(house, it)).filter((line) => line.endsWith('ringAgain'))).toHaveLength(1)
    expect(bellText(house, it)).toContain('Status ontvangen')
  }
})
