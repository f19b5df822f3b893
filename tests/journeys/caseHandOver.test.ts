/**
 * A hand-over of a case counts for each of its signals (A103): the organisation is asked once, and each reporter hears what is
 * true of theirs.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sentOf } from '../../services/handover/sent.ts'
import { type House, startHouse } from '../kit/house.ts'
import { casePage, cases, join, reports, store } from './caseSteps.ts'
import { audit, decide, FORM, handOver, kept, open, press, seen, verb } from './officerSteps.ts'
import { type Reported, said, saidDuring } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const TOGETHER = { ...FORM, minor: 'yes', victimCheck: 'Hij kan een slachtoffer zijn.' }
const DONE = 'doorgegeven'

/** Two signals of two reporters in one case, decided on together: both are to go to the same organisation. */
async function decidedTogether(): Promise<[Reported, Reported]> {
  const { marieke } = house
  const [a, b] = await reports(house)
  await join(house, a, b)
  const form = await press(house, marieke, await casePage(house, a), 'Besluit over de zaak')
  const dated = await press(house, marieke, form, 'Verder', TOGETHER)
  await press(house, marieke, dated, 'Leg het besluit vast')
  await house.settle()
  return [a, b]
}

const routeOf = async (it: Reported) => {
  const [route] = (await kept(house, it)).routes
  if (!route) throw new Error('No route.')
  return route
}
const note = (what: string, text = '') => ({ what, text })

async function answered(it: Reported, inputs: Record<string, string>) {
  const form = await press(house, house.marieke, await open(house, house.marieke, it), 'Antwoord noteren')
  return press(house, house.marieke, form, 'Bewaar het antwoord', inputs)
}

test('handed over from the one, the other goes along: both reporters hear it, once', async () => {
  const { marieke, sanne, kees } = house
  const [a, b] = await decidedTogether()
  const heard = await Promise.all([
    saidDuring(house, kees, async () => {
      await handOver(house, marieke, await open(house, marieke, a))
      await house.settle()
    }),
  ])
  expect(heard[0]?.join(' ')).toContain(DONE)
  expect(said(house, sanne).join(' ')).toContain(DONE)
  const [lead, along] = await Promise.all([routeOf(a), routeOf(b)])
  expect(lead.along).toEqual([{ signal: b.signal, route: along.id }])
  expect(along).toMatchObject({ state: 'handedOver', with: { signal: a.signal, route: lead.id } })
  expect(sentOf(along).map(({ words }) => words)).toEqual(sentOf(lead).map(({ words }) => words))
  expect((await kept(house, b)).state).toBe('handedOver')
  expect(await audit(house, b)).toContain('system: goesAlong')
  // Said once more it is nothing new.
  await house.bot.sweep()
  await house.settle()
  expect(said(house, kees).filter((text) => text.includes(DONE))).toHaveLength(
    said(house, sanne).filter((text) => text.includes(DONE)).length,
  )
})

test('the other file says with which it went; there it is worked on, here nothing is asked again', async () => {
  const { marieke } = house
  const [a, b] = await decidedTogether()
  await handOver(house, marieke, await open(house, marieke, a))
  await house.settle()
  expect(seen(house, await open(house, marieke, a))).toContain('Ook voor één ander dossier van deze zaak')
  const other = await open(house, marieke, b)
  expect(seen(house, other)).toContain(`Dit ging mee met ${a.reference}.`)
  expect(seen(house, other)).not.toContain('Antwoord noteren')
  expect(seen(house, other)).not.toContain('Overdragen:')
  await expect(press(house, marieke, other, 'Antwoord noteren')).rejects.toThrow()
  // What was given can be read here too.
  expect(seen(house, await press(house, marieke, other, verb('sentPage')))).toContain('kreeg')
})

test('what they answer holds for both; each reporter hears that it is taken up', async () => {
  const { marieke, kees, sanne } = house
  const [a, b] = await decidedTogether()
  await handOver(house, marieke, await open(house, marieke, a))
  await house.settle()
  const before = [said(house, sanne).length, said(house, kees).length] as const
  await answered(a, note('takenUp', 'Ze gaan er vrijdag heen.'))
  await house.settle()
  expect((await routeOf(b)).answer).toMatchObject({ what: 'takenUp' })
  for (const [person, at] of [
    [sanne, before[0]],
    [kees, before[1]],
  ] as const)
    expect(said(house, person).slice(at).join(' ')).toContain('opgepakt')
})

test('silence is asked after once for both, and both hear that we go on asking', async () => {
  const { marieke, kees, sanne, clock } = house
  const [a, b] = await decidedTogether()
  await handOver(house, marieke, await open(house, marieke, a))
  await house.settle()
  clock.advance({ hours: 24 * 20 })
  await press(house, marieke, await open(house, marieke, a), verb('chase'))
  await house.settle()
  const [one, other] = await Promise.all([routeOf(a), routeOf(b)])
  expect(other.answerBy).toBe(one.answerBy)
  expect(other.answer?.what).toBe('noAnswer')
  for (const person of [sanne, kees]) expect(said(house, person).at(-1)).toContain('vragen')
  expect(seen(house, await open(house, marieke, b))).not.toContain('opnieuw gevraagd?')
})

test('what was saved only for the one is made up for the other, also after a restart', async () => {
  const { marieke, kees } = house
  const [a, b] = await decidedTogether()
  await store(house, b, () => ({ freezes: [] }))
  await handOver(house, marieke, await open(house, marieke, a))
  // As if the process ended before the other one was written.
  await store(house, b, (record) => ({
    routes: record.routes.map(
      ({ with: _with, sent: _sent, handedOverAt: _at, handedOverBy: _by, ...route }) => ({
        ...route,
        state: 'planned' as const,
      }),
    ),
  }))
  await store(house, a, (record) => ({
    effects: [
      ...record.effects,
      {
        id: '6f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e01',
        at: record.receivedAt,
        attempts: 0,
        kind: 'carryAlong' as const,
        route: record.routes[0]?.id ?? '',
      },
    ],
  }))
  await house.restart()
  await house.bot.sweep()
  await house.settle()
  expect((await routeOf(b)).state).toBe('handedOver')
  expect(said(house, kees).join(' ')).toContain(DONE)
})

test('one that is frozen waits, and goes along when it is no more (AVG 18)', async () => {
  const { marieke, clock } = house
  const [a, b] = await decidedTogether()
  await handOver(house, marieke, await open(house, marieke, a))
  await house.settle()
  await store(house, b, ({ receivedAt, accountable }) => ({
    freezes: [{ at: receivedAt, by: accountable, reason: 'Bezwaar.' }],
  }))
  await answered(a, note('takenUp'))
  await house.settle()
  expect((await routeOf(b)).answer).toBeUndefined()
  await store(house, b, () => ({ freezes: [] }))
  clock.advance({ hours: 1 })
  await house.bot.sweep()
  await house.settle()
  expect((await routeOf(b)).answer?.what).toBe('takenUp')
})

test('decided on alone, nothing goes along; and another organisation is another matter', async () => {
  const { marieke, kees } = house
  const [a, b] = await reports(house)
  await join(house, a, b)
  await decide(house, marieke, await open(house, marieke, a), TOGETHER)
  await handOver(house, marieke, await open(house, marieke, a))
  await house.settle()
  expect((await routeOf(a)).along).toBeUndefined()
  expect((await kept(house, b)).routes).toEqual([])
  expect(said(house, kees).join(' ')).not.toContain(DONE)
  expect(await cases(house)).toHaveLength(1)
})
