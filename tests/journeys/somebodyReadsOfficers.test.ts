/**
 * Somebody always reads (I.7): an officer is gone, or away. The next in line answers, also for what was open already,
 * and everybody who asks hears who really reads. And when nobody at all can be reached, that is what is said.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Day, OfficerId } from '../../services/words.ts'
import { type House, readyz, startHouse } from '../kit/house.ts'
import { audit, bellText, kept, open, press, seen, through } from './officerSteps.ts'
import { alarmsOf, lastSaid, report, said, saidDuring } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

type Someone = House['marieke']

/** So long, and then as long as it takes to believe that something is gone. */
const later = async (minutes = 6) => {
  for (const each of [minutes, 1, 1, 1]) {
    house.clock.advance({ minutes: each })
    await house.bot.sweep()
    await house.settle()
  }
}
/** An account is deleted: Teams and Graph know, the bot is not told. */
function leaves(person: Someone) {
  house.connector.removeAccount(person)
  house.graph.state.users = house.graph.state.users.filter((id) => id !== person.aadObjectId)
}
const ready = async () => {
  const answer = await readyz(house)
  return { status: answer.status, body: await answer.json() }
}
const bellLine = (name: string) => `Verantwoordelijk ${name}`

describe.each([
  ['is deleted', (person: Someone) => leaves(person)],
  ['is disabled', (person: Someone) => Object.assign(house.graph.state, { disabled: [person.aadObjectId] })],
  ['is put out of the channel', (person: Someone) => house.connector.leave(house.channel, person)],
])('the account of the officer %s', (_how, goes) => {
  test('the next in line answers, for new signals and for those that were open', async () => {
    const { sanne, kees, marieke, joost, ellen } = house
    const old = await report(house, sanne, 'Hij werkt zeven dagen per week.')
    expect(bellText(house, old)).toContain(bellLine(marieke.name))
    goes(marieke)
    await later()
    expect(bellText(house, old)).toContain(bellLine(joost.name))
    expect(await audit(house, old)).toEqual(['reporter: report', 'system: standIn'])
    expect(said(house, joost).join('\n')).toContain(`Ik kan ${marieke.name} niet bereiken`)
    expect(said(house, joost).join('\n')).toContain('Jij bent nu verantwoordelijk')
    expect(said(house, ellen).join('\n')).toContain(`${joost.name} is nu verantwoordelijk`)
    // The reporter hears who really reads it.
    expect(lastSaid(house, sanne)).toContain(`Wie leest het ${joost.name}`)
    await house.restart()
    const welcome = await saidDuring(house, kees, () => kees.say('start'))
    expect(welcome.join('\n')).toContain(`beslist: ${joost.name}`)
    expect(welcome.join('\n')).not.toContain(marieke.name)
    const fresh = await report(house, kees, 'Zij kijkt steeds naar hem.')
    expect(bellText(house, fresh)).toContain(bellLine(joost.name))
    expect(lastSaid(house, kees)).toContain(`Wie leest het ${joost.name}`)
    expect(seen(house, await open(house, joost, fresh))).toContain('Zij kijkt steeds naar hem.')
    // Somebody whose account is gone sees nothing any more, whatever still stands on a screen.
    expect(seen(house, await open(house, marieke, fresh))).not.toContain('Zij kijkt')
  })
})

test('it was in hand: it is free again, and what the reporter does is told to the one who answers now', async () => {
  const { sanne, marieke, joost } = house
  const it = await report(house, sanne, 'De huisbaas neemt haar post in.')
  await press(house, marieke, await open(house, marieke, it), 'Neem in behandeling')
  leaves(marieke)
  // Nobody has looked yet: what is on its way to her finds out that she is gone.
  await sanne.say('aanvullen')
  const told = await saidDuring(house, joost, async () => {
    await sanne.say('Zij was er vandaag weer.')
    await house.settle()
  })
  expect(told.join('\n')).toContain('Er is iets aangevuld.')
  expect((await kept(house, it)).effects).toEqual([])
  await later()
  const record = await kept(house, it)
  expect([record.accountable, record.takenBy]).toEqual([joost.aadObjectId, undefined])
  expect(bellText(house, it)).toContain('In behandeling bij nog niemand')
  const dossier = await open(house, joost, it)
  expect(seen(house, dossier)).toContain('Zij was er vandaag weer.')
  // Nothing can be handed to an officer who is gone.
  const more = await through(house, joost, dossier, 'Meer', 'Geef aan een collega')
  expect(seen(house, more)).not.toContain(marieke.name)
})

test('the deputy is gone: the officer hears that nobody stands behind, and stays accountable', async () => {
  const { sanne, marieke, joost } = house
  leaves(joost)
  await later()
  expect(lastSaid(house, marieke)).toContain(`Ik kan ${joost.name} niet bereiken`)
  const it = await report(house, sanne, 'Hij heeft nu een mes, help haar!')
  expect(bellText(house, it)).toContain(bellLine(marieke.name))
  expect(alarmsOf(house, house.ellen)).toHaveLength(1)
})

test('danger while the officer is gone and nobody knows it yet: the alarm goes to the next in line', async () => {
  const { sanne, marieke, joost, ellen } = house
  leaves(marieke)
  await sanne.say('Hij heeft nu een mes, help haar!')
  await house.settle()
  expect(alarmsOf(house, joost)).toHaveLength(1)
  expect(alarmsOf(house, ellen)).toHaveLength(1)
  expect(alarmsOf(house, house.channel)).toHaveLength(1)
})

test('the rota names somebody who is gone: the officer answers', async () => {
  await house.stop()
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      municipalities: config.municipalities.map((m) => {
        const officer = OfficerId.parse(m.officers.find((each) => each.role === 'deputy')?.id)
        return { ...m, rota: [{ officer, from: Day.parse('2026-11-23'), until: Day.parse('2026-11-27') }] }
      }),
    }),
  })
  const { sanne, joost, marieke } = house
  leaves(joost)
  await later()
  const it = await report(house, sanne, 'Hij slaapt in de opslag.')
  expect(bellText(house, it)).toContain(bellLine(marieke.name))
})

test('the officer is on leave and the rota names nobody: the deputy answers, and may act', async () => {
  await house.stop()
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      municipalities: config.municipalities.map((m) => {
        const officer = OfficerId.parse(m.officers.find((each) => each.role === 'officer')?.id)
        return { ...m, leave: [{ officer, from: Day.parse('2026-11-23'), until: Day.parse('2026-11-24') }] }
      }),
    }),
  })
  const { sanne, kees, joost, marieke, clock } = house
  const it = await report(house, sanne, 'Hij slaapt in de opslag.')
  expect(bellText(house, it)).toContain(bellLine(joost.name))
  expect(lastSaid(house, sanne)).toContain(`Wie leest het ${joost.name}`)
  expect(seen(house, await open(house, joost, it))).toContain('Hij slaapt in de opslag.')
  clock.advance({ days: 1 })
  const next = await report(house, kees, 'Er is weer iemand bij.')
  expect(bellText(house, next)).toContain(bellLine(marieke.name))
})

test('the officer comes back: said, and new signals are theirs again', async () => {
  const { sanne, marieke, joost, connector, channel } = house
  connector.leave(channel, marieke)
  await later()
  connector.join(channel, marieke)
  await later()
  expect(said(house, joost).join('\n')).toContain(`${marieke.name} kan signalen weer lezen`)
  const it = await report(house, sanne, 'Hij draagt een uniform dat niet van hem is.')
  expect(bellText(house, it)).toContain(bellLine(marieke.name))
})

test('Graph is away: nobody is taken to be gone', async () => {
  const { marieke, joost, graph } = house
  graph.faults.next(Number.POSITIVE_INFINITY, () => true, { kind: 'reset' })
  await later()
  await later()
  expect(said(house, joost)).toEqual([])
  expect(said(house, marieke)).toEqual([])
  expect((await ready()).body).toMatchObject({ ready: true, officers: { count: 3, gone: 0 } })
})

test('nobody at all: the reporter is told so, it is loud, and it goes on until somebody reads', async () => {
  const { sanne, kees, marieke, joost, ellen, connector, channel, graph } = house
  connector.setThere(channel, false)
  for (const person of [marieke, joost, ellen]) leaves(person)
  // Not known yet: found out by trying.
  const it = await report(house, sanne, 'Er slapen acht mensen in één kamer.')
  await later(1)
  expect(lastSaid(house, sanne)).toContain('Ik kon nog niemand van het meldpunt waarschuwen')
  expect(lastSaid(house, sanne)).toContain('Haast? Bel 088-000 00 00.')
  expect(lastSaid(house, sanne)).toContain('Wie leest het nog niemand')
  expect(await ready()).toMatchObject({
    status: 503,
    body: {
      ready: false,
      store: 'ok',
      nobodyReads: 1,
      channels: { count: 1, gone: 1 },
      officers: { count: 3, gone: 3 },
    },
  })
  await house.restart()
  // Known: said before a word is typed, with danger too, and in the receipt itself.
  const welcome = await saidDuring(house, kees, () => kees.say('start'))
  expect(welcome.join('\n')).toContain('Ik kan nu niemand van het meldpunt bereiken. Bel 088-000 00 00.')
  const shown = await saidDuring(house, kees, () => kees.say('Hij heeft nu een mes, help haar!'))
  expect(shown[0]).toContain('Bel nu 112')
  expect(shown[0]).toContain('Ik kan nu niemand van het meldpunt bereiken')
  expect(shown[0]).not.toContain(marieke.name)
  // Days later it is still not given up.
  for (let hour = 0; hour < 30; hour += 1) await later(60)
  expect((await kept(house, it)).effects).toMatchObject([{ kind: 'doorbell' }])
  expect((await kept(house, it)).effects[0]?.deadLetter).toBeUndefined()
  // One account is restored, in Teams and in Graph.
  const { id, name, locale, aadObjectId } = ellen
  connector.person({ id, name, locale, aadObjectId })
  graph.state.users.push(aadObjectId)
  await later()
  await later()
  expect(alarmsOf(house, ellen).length).toBeGreaterThan(0)
  expect(connector.chat(ellen).some((each) => connector.textOf(each).includes(`${it.reference} · `))).toBe(
    true,
  )
  expect(lastSaid(house, sanne)).not.toContain('nog niemand')
  // Somebody reads; that nothing can be posted in the channel is still said.
  expect((await ready()).body).toMatchObject({ nobodyReads: 0, wrong: ['channelGone'] })
  expect(await audit(house, it)).toEqual(
    expect.arrayContaining(['system: nobodyWarned', 'system: somebodyReads']),
  )
})
