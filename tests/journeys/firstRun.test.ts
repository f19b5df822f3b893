/** The first run in Teams: the place is claimed and confirmed, the settings are looked at, a test goes all the way round. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { startSignaalpunt } from '../../bot/main.ts'
import { people } from '../../infra/local/demo.ts'
import { graphError } from '../../infra/local/graphStandIn.ts'
import { readFirstRun } from '../../services/municipality/firstRunStore.ts'
import { consultationsEnough } from '../../services/signal/handle.ts'
import { GroupId, OfficerId } from '../../services/words.ts'
import type { Clicked, Person } from '../kit/connector.ts'
import { type House, type HouseOptions, startHouse } from '../kit/house.ts'
import { press, seen, verb } from './officerSteps.ts'
import { forged, HERE, openSettings, townOf, trailOf } from './settingsSteps.ts'
import { advise, alarmsOf, cardWith, chatOf, lastSaid, recordOf, report, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

const id = (of: { aadObjectId: string }) => OfficerId.parse(of.aadObjectId)
const GROUP = GroupId.parse('7c0f7d2e-1111-4222-8333-444455556666')
const NAMED = { claim: [id(people.marieke)], confirm: [id(people.nadia)] }
const WORDS = 'Er slapen acht mensen in één kamer.'

/** A house that begins in Teams (`firstRun`), for a group first (`pilot`). */
type Which = { firstRun?: typeof NAMED; pilot?: { group: GroupId }; partners?: (kind: string) => boolean }
const startNew = ({ partners, ...which }: Which = { firstRun: NAMED }) => {
  const adjust: HouseOptions['adjust'] = (config) => ({
    ...config,
    municipalities: config.municipalities.map((it) => ({
      ...it,
      ...which,
      partners: it.partners.filter(({ kind }) => !partners || (kind !== undefined && partners(kind))),
    })),
  })
  return startHouse({ adjust })
}

/** *eerste start*, typed in the own chat, and opened. */
async function openRun(person: Person): Promise<Clicked> {
  await person.say('eerste start')
  return person.click(cardWith(house, person, 'Ga verder'), verb('firstRun'))
}
const runOf = () => readFirstRun(house.bot.app.store, HERE)

async function claimed(): Promise<void> {
  await press(house, house.marieke, await openRun(house.marieke), 'Ik neem de plaats in')
  const { nadia, connector } = house
  await press(house, nadia, await nadia.click(connector.newestCard(nadia), verb('firstRun')), 'Dat klopt')
}

const PAGES = ['Wie er leest', 'Nummers en uren', 'Partners', 'Termijnen', 'Teksten']

/** Up to the test. */
async function looked(): Promise<Clicked> {
  await claimed()
  let page = await openRun(house.marieke)
  for (const title of PAGES) {
    expect(seen(house, page)).toContain(title)
    page = await press(house, house.marieke, page, 'Dit klopt zo')
  }
  return page
}

/** The test, until its advice is with the person who began it. */
async function advised(): Promise<{ page: Clicked; reference: string }> {
  const { marieke } = house
  const page = await press(house, marieke, await looked(), 'Begin de proef')
  expect(seen(house, page)).toContain('Kijk in je chat, en druk op Leg het voor.')
  await marieke.click(cardWith(house, marieke, 'Leg het voor'), 'Leg het voor')
  await house.settle()
  const [sent] = (await chatOf(house, marieke)).sent
  if (!sent) throw new Error('No test was sent.')
  const { reference } = await recordOf(house, sent.signal)
  return { page, reference }
}

describe('before it begins', () => {
  test('whoever reports is told kindly, and nothing is kept; danger shows 112 and rings', async () => {
    house = await startNew()
    const { sanne } = house
    await sanne.say(WORDS)
    expect(lastSaid(house, sanne)).toContain('Signaalpunt is hier nog niet begonnen. Ik bewaar nu niets.')
    expect(lastSaid(house, sanne)).toContain('Bel 088-000 00 00')
    await sanne.say('Hij heeft een mes en hij slaat haar nu, help!')
    await house.settle()
    expect(said(house, sanne).join('\n')).toContain('Bel 112')
    expect(alarmsOf(house, house.channel)).toHaveLength(1)
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })

  test('it starts where the channel and its people are not there yet: the steps lead to them', async () => {
    house = await startNew()
    const { connector, graph, channel, config } = house
    const asked = { ...config, askAtStart: true }
    connector.setThere(channel, false)
    graph.state.users = []
    await house.bot.stop()
    const replaced = { now: house.clock.now }
    const { firstRun: _none, ...sound } = townOf(house)
    await expect(startSignaalpunt({ ...asked, municipalities: [sound] }, replaced)).rejects.toThrow(
      'would reach nobody',
    )
    house.bot = await startSignaalpunt(asked, replaced)
    expect(house.bot.closed).toEqual([])
  })

  test('nobody claims or confirms but who was named, not one for both, and not out of turn', async () => {
    house = await startNew()
    const { joost, marieke, nadia, sanne, thomas } = house
    const press = (person: Person, step: string, as?: { id: string; aadObjectId: string | undefined }) =>
      forged(house, person, { verb: 'firstRun', step }, as)
    for (const person of [joost, nadia])
      expect(await press(person, 'claim')).toContain('Jouw account mag dit niet')
    for (const person of [sanne, thomas]) expect(await press(person, 'claim')).toContain('nog niet begonnen')
    // The Entra id of the officer beside somebody else's chat.
    expect(await press(sanne, 'claim', { id: sanne.id, aadObjectId: marieke.aadObjectId })).toContain(
      'jouw eigen chat',
    )
    expect(await runOf()).toEqual({ schema: 1, looked: {} })
    expect(await press(marieke, 'begin')).toContain('er komt nog iets voor')
    expect(await press(marieke, 'claim')).toContain('Nu bevestigt een ander')
    for (const person of [marieke, joost])
      expect(await press(person, 'confirm')).toContain('Jouw account mag dit niet')
    expect((await runOf()).confirmed).toBeUndefined()
    // Before it is confirmed nothing of the reporting point opens.
    expect(await forged(house, marieke, { verb: 'settings' })).toContain('Eerste start')
    expect(await press(nadia, 'decline')).toContain('De plaats is weer vrij')
    expect((await runOf()).claimed).toBeUndefined()
  })

  test('the settings are changed on the way, by the same pages as ever, and partners come from the preset', async () => {
    house = await startNew({ firstRun: NAMED, partners: (kind) => kind === 'riec' })
    const { marieke } = house
    await claimed()
    const settings = await press(house, marieke, await openRun(marieke), 'Bekijk')
    expect(seen(house, settings)).toContain('Marieke Vonk')
    expect(seen(house, await openSettings(house, marieke))).toContain('Terug naar de eerste start')
    expect(townOf(house).trial).toBe(true)
    expect(townOf(house).partners.map(({ kind }) => kind)).toEqual(['riec'])
    let page = await openRun(marieke)
    for (const _page of ['people', 'numbers']) page = await press(house, marieke, page, 'Dit klopt zo')
    expect(seen(house, page)).toContain('Neem over: Veilig Thuis')
    const form = await press(house, marieke, page, 'Neem over: Nederlandse Arbeidsinspectie')
    const preview = await press(house, marieke, form, 'Bekijk wat er verandert')
    await press(house, marieke, preview, 'Bewaar')
    expect(townOf(house).partners.at(-1)).toMatchObject({
      kind: 'labourInspectorate',
      track: 'enforcement',
      ways: [{ by: 'telephone', phone: '0800-5151' }],
    })
    expect(seen(house, await openRun(marieke))).not.toContain('Neem over: Nederlandse Arbeidsinspectie')
  })
})

test('from nothing to the first signal: claimed, confirmed, looked at, tested, begun; each step in the trail', async () => {
  house = await startNew()
  const { marieke, sanne, connector, channel } = house
  const { reference } = await advised()
  expect(connector.textOf(connector.newestCard(channel))).toContain(
    'PROEF: Signaalpunt is hier nog niet begonnen.',
  )
  // Without advice it has not gone round.
  expect(seen(house, await press(house, marieke, await openRun(marieke), verbStep('tested')))).toContain(
    'Er staat geen proef',
  )
  await advise(house, marieke, reference, 'Dit is een PROEF van het advies.')
  await house.settle()
  const done = await press(house, marieke, await openRun(marieke), verbStep('tested'))
  expect(seen(house, done)).toContain('De proef is rond en vernietigd.')
  await house.settle()
  expect(await house.bot.app.store.list(HERE, 'signal', { after: '' }, 10)).toEqual([])
  expect(await consultationsEnough(house.bot.app.store, HERE, '2026-11')).toBe(1)
  const begun = await press(house, marieke, done, verbStep('begin'))
  expect(seen(house, begun)).toContain('Signaalpunt is begonnen.')
  expect(townOf(house).trial).toBeUndefined()
  const first = await report(house, sanne, WORDS)
  expect(connector.textOf(connector.newestCard(channel))).not.toContain('PROEF')
  expect(first.reference).toBe('S-2026-0002')
  expect((await trailOf(house)).map(({ what }) => what)).toEqual([
    'placeClaimed',
    'placeConfirmed',
    ...PAGES.map(() => 'placeLooked'),
    'placeTested',
    'placeBegun',
  ])
  await marieke.say('eerste start')
  expect(lastSaid(house, marieke).trim()).toBe('Signaalpunt is begonnen.')
  // It stays so after a restart.
  await house.restart()
  await sanne.say('Er kwam nog iemand bij.')
  expect(lastSaid(house, sanne)).not.toContain('nog niet begonnen')
})

const verbStep = (step: string) => (action: { data?: unknown }) =>
  JSON.stringify(action.data ?? {}).includes(`"step":"${step}"`)

describe('a pilot', () => {
  test('one group first: others hear where to go, with 112 for danger; then an officer opens it for everybody', async () => {
    house = await startNew({ pilot: { group: GROUP } })
    const { sanne, kees, marieke, graph } = house
    graph.groups.set(GROUP, [sanne.aadObjectId])
    await kees.say(WORDS)
    expect(lastSaid(house, kees)).toContain('Signaalpunt begint met een kleine groep collega’s.')
    await kees.say('Hij heeft een mes en hij slaat haar nu, help!')
    await house.settle()
    expect(said(house, kees).join('\n')).toContain('Bel 112')
    expect(alarmsOf(house, house.channel)).toHaveLength(1)
    await report(house, sanne, WORDS)
    const page = await openRun(marieke)
    expect(seen(house, page)).toContain('Open voor iedereen')
    expect(await forged(house, kees, { verb: 'firstRun', step: 'everybody' })).toContain('kleine groep')
    expect(seen(house, await press(house, marieke, page, verbStep('everybody')))).toContain(
      'er nu voor iedereen',
    )
    await report(house, kees, WORDS)
    expect((await trailOf(house)).map(({ what }) => what)).toEqual(['placeOpened'])
  })

  test('where Graph cannot say who is in the group nobody is sent away, and who reported before is answered', async () => {
    house = await startNew({ pilot: { group: GROUP } })
    const { kees, sanne, graph } = house
    graph.groups.set(GROUP, [sanne.aadObjectId])
    await report(house, sanne, WORDS)
    graph.groups.set(GROUP, [])
    house.clock.advance({ minutes: 20 })
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).not.toContain('kleine groep')
    const reply = graphError(503, 'ServiceUnavailable', 'later')
    const groups = (ask: { path: string }) => ask.path.includes('checkMemberGroups')
    graph.faults.next(Number.POSITIVE_INFINITY, groups, { kind: 'answer', reply })
    await report(house, kees, WORDS)
  })
})

test('it does not begin while another test still stands', async () => {
  house = await startNew()
  const { marieke } = house
  const { reference } = await advised()
  await advise(house, marieke, reference, 'Dit is een PROEF van het advies.')
  await house.settle()
  const done = await press(house, marieke, await openRun(marieke), verbStep('tested'))
  await house.settle()
  // Entered for somebody, by the page of an officer, before it began.
  await marieke.say('Voer een melding in')
  const form = await marieke.click(cardWith(house, marieke, 'Voer in'), 'Voer in')
  const caller = { source: 'citizen', caller: 'Iemand', contact: '0612345987' }
  await press(house, marieke, form, 'Voer in', { text: WORDS, ...caller })
  const held = await press(house, marieke, done, verbStep('begin'))
  expect(seen(house, held)).toContain('Er staat nog een ander signaal. Rond dat eerst af.')
  expect((await runOf()).begun).toBeUndefined()
})
