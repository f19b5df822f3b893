/** A term passes: somebody is told in their own chat, and then the next in line, each once; and nobody without need. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { graphCalls } from '../../infra/local/graphStandIn.ts'
import type { Ask } from '../../infra/local/standIn.ts'
import { Municipality } from '../../services/municipality/municipality.ts'
import type { Person } from '../kit/connector.ts'
import { calls } from '../kit/faults.ts'
import { type House, startHouse, testClock } from '../kit/house.ts'
import {
  audit,
  bellText,
  canary,
  FORM,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
} from './officerSteps.ts'
import { ask, cardWith, consult, doorbellOf, lastSaid, type Reported, said } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

type Ahead = { minutes?: number; hours?: number; days?: number }

/** What Marieke, Joost and Ellen hear when this much time goes by. */
async function heard(by: Ahead): Promise<string[][]> {
  const people = [house.marieke, house.joost, house.ellen]
  const before = people.map((person) => said(house, person).length)
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
  return people.map((person, at) => said(house, person).slice(before[at]))
}

const counts = async (by: Ahead): Promise<number[]> => (await heard(by)).map(({ length }) => length)

/** Tuesday 10:00 as the tests begin; the first of a normal signal is asked by Wednesday 17:00. */
const THURSDAY_MORNING = { hours: 47 }

const take = async (officer: Person, it: Reported) => {
  await officer.click(doorbellOf(house, it.reference), 'Neem in behandeling')
  await house.settle()
}

describe('nobody took it', () => {
  test('the officer is told on the next office day, a working day later the deputy, then the head, each once', async () => {
    const { sanne } = house
    const word = canary('te-laat')
    const it = await report(house, sanne, `Achter de winkel slapen mensen. ${word}`)
    expect(await counts({ hours: 31 })).toEqual([0, 0, 0])
    // Past five on Wednesday, and in the night: it is late, and it can wait until nine.
    expect(await counts({ minutes: 30 })).toEqual([0, 0, 0])
    expect(await counts({ hours: 10 })).toEqual([0, 0, 0])
    const [marieke, ...others] = await heard({ hours: 6 })
    expect(others).toEqual([[], []])
    expect(marieke).toHaveLength(1)
    expect(marieke?.[0]).toContain(it.reference)
    expect(marieke?.[0]).toContain('Nog niemand heeft dit in behandeling')
    expect(bellText(house, it)).toContain('Te laat')
    // A059: the reporter knows it too.
    expect(lastSaid(house, sanne)).toContain(`Wij zijn te laat met ${it.reference}`)
    expect(lastSaid(house, sanne)).toContain('Sorry, dat ligt aan ons')
    expect(lastSaid(house, sanne)).toContain('woensdag 25 november, 17:00')

    expect(await counts({ hours: 2 })).toEqual([0, 0, 0])
    const [, joost] = await heard({ hours: 23 })
    expect(joost).toHaveLength(1)
    expect(joost?.[0]).toContain('Een collega kreeg hier al bericht over')
    const later = await heard({ days: 3 })
    // The decision was due on Friday: of that the officer hears on Monday, and the head of the first term.
    expect(later.map(({ length }) => length)).toEqual([1, 0, 1])
    expect(later[0]?.[0]).toContain('nog niet besloten')
    expect([marieke, joost, later].flat(2).join()).not.toContain(word)

    expect(await audit(house, it)).toEqual([
      'reporter: report',
      'system: remind',
      'system: remind',
      'system: remind',
      'system: remind',
    ])
    const record = await kept(house, it)
    expect(record.revision).toBe(1)
    expect(record.effects).toEqual([])
  })

  test('an officer who was called in may open it and take it over; before that they may not', async () => {
    const { joost, marieke, sanne } = house
    const it = await report(house, sanne, 'Er slaapt iemand in de keuken.')
    expect(seen(house, await open(house, joost, it))).toContain('geen dienst')
    await heard(THURSDAY_MORNING)
    await heard({ days: 1, hours: 1 })
    const opened = await joost.click(cardWith(house, joost, 'Openen'), 'Openen')
    expect(seen(house, opened)).toContain('slaapt iemand in de keuken')
    await take(joost, it)
    expect((await kept(house, it)).takenBy).toBe(joost.aadObjectId)
    expect(await counts({ hours: 1 })).toEqual([0, 0, 0])
    expect(seen(house, await open(house, marieke, it))).toContain('Joost Hartog')
  })

  test('the officer who had it and was late with it does not keep it once it was handed to somebody else', async () => {
    const { ellen, joost, marieke, sanne } = house
    const it = await report(house, sanne, 'Er slaapt iemand in de keuken.')
    const handTo = async (to: Person) => {
      const dossier = await open(house, marieke, it)
      const form = await through(house, marieke, dossier, 'Meer', 'Geef aan een collega')
      await press(house, marieke, form, 'Geef het aan je collega', { officer: to.aadObjectId })
    }
    await handTo(joost)
    expect(await counts({ days: 6 })).toEqual([0, 1, 0])
    expect(seen(house, await open(house, joost, it))).toContain('slaapt iemand in de keuken')
    await handTo(ellen)
    expect(seen(house, await open(house, joost, it))).toContain('geen dienst')
  })

  test('what was taken in time is not nagged about, and nothing goes on after it was taken', async () => {
    const { sanne, kees, marieke } = house
    const first = await report(house, sanne, 'Het eerste verhaal.')
    const second = await report(house, kees, 'Het tweede verhaal.')
    await take(marieke, first)
    const [told] = await heard(THURSDAY_MORNING)
    expect(told).toHaveLength(1)
    expect(told?.[0]).toContain(second.reference)
    await take(marieke, second)
    expect(await counts({ hours: 8 })).toEqual([0, 0, 0])
    expect(await counts({ hours: 17 })).toEqual([0, 0, 0])
  })

  test('several of one officer come in one message, without a reference, with the way to the list', async () => {
    const { sanne, kees, marieke } = house
    const all = [
      await report(house, sanne, 'Het eerste verhaal.'),
      await report(house, kees, 'Het tweede verhaal.'),
      await report(house, kees, 'Het derde verhaal.'),
    ]
    const [told] = await heard(THURSDAY_MORNING)
    expect(told).toHaveLength(1)
    expect(told?.[0]).toContain('Bij 3 dossiers is een termijn voorbij')
    for (const { reference } of all) {
      expect(told?.[0]).not.toContain(reference)
      expect(house.connector.textOf(doorbellOf(house, reference))).toContain('Te laat')
    }
    const list = await marieke.click(cardWith(house, marieke, 'Werklijst'), 'Werklijst')
    for (const { reference } of all) expect(seen(house, list)).toContain(reference)
    // The deputy is off duty, and sees those that they were called in for.
    const [, next] = await heard({ days: 1, hours: 1 })
    expect(next).toHaveLength(1)
    const own = await house.joost.click(cardWith(house, house.joost, 'Werklijst'), 'Werklijst')
    for (const { reference } of all) expect(seen(house, own)).toContain(reference)
  })

  test('acute: after a quarter of an hour, in the night too, and then every quarter the next', async () => {
    const { sanne } = house
    house.clock.advance({ hours: 12 })
    await report(house, sanne, 'Een signaal in de avond.', { urgency: 'acute' })
    expect(await counts({ minutes: 14 })).toEqual([0, 0, 0])
    expect(await counts({ minutes: 3 })).toEqual([1, 0, 0])
    expect(await counts({ minutes: 10 })).toEqual([0, 0, 0])
    expect(await counts({ minutes: 6 })).toEqual([0, 1, 0])
    expect(await counts({ minutes: 16 })).toEqual([0, 0, 1])
    expect(await counts({ minutes: 30 })).toEqual([0, 0, 0])
  })
})

describe('who is told', () => {
  test('an officer on leave is passed over; the one who stands in hears it', async () => {
    await house.stop()
    house = await startHouse({
      adjust: (config) => ({
        ...config,
        municipalities: config.municipalities.map((m) => {
          const officer = m.officers[0]?.id ?? ''
          return Municipality.parse({ ...m, leave: [{ officer, from: '2026-11-26', until: '2026-11-27' }] })
        }),
      }),
    })
    await report(house, house.sanne, 'Er slaapt iemand in de keuken.')
    expect(await counts(THURSDAY_MORNING)).toEqual([0, 1, 0])
    expect(await counts({ days: 1, hours: 1 })).toEqual([0, 0, 1])
  })

  test('an answer to advice that was asked: the officer who took it and did nothing more hears it', async () => {
    const { marieke, sanne } = house
    const it = await consult(house, sanne, 'Ik twijfel over een jongen aan de balie.')
    await take(marieke, it)
    const [told] = await heard(THURSDAY_MORNING)
    expect(told).toHaveLength(1)
    expect(told?.[0]).toContain('Wie wilde sparren, heeft nog geen antwoord')
  })

  test('a question that stays without an answer: the officer hears it, the reporter is nudged, once', async () => {
    const { marieke, sanne } = house
    const it = await report(house, sanne, 'Er slaapt iemand in de keuken.', { urgency: 'soft' })
    await ask(house, marieke, it.reference, 'Hoe vaak was dat?')
    const nudges = () => house.graph.requests.filter(graphCalls.notify).length
    const nudged = nudges()
    expect(await counts({ days: 3 })).toEqual([0, 0, 0])
    const before = said(house, sanne).length
    const [told] = await heard({ days: 3 })
    expect(told).toHaveLength(1)
    expect(told?.[0]).toContain('Je kunt ook zonder antwoord verder')
    expect(nudges()).toBe(nudged + 1)
    expect(said(house, sanne)).toHaveLength(before)
    expect(await counts({ days: 3 })).toEqual([0, 0, 0])
  })
})

const withNotice = (ask: Ask): boolean =>
  calls.send(ask) && JSON.stringify(ask.body).includes('een termijn is voorbij')

describe('nothing is said', () => {
  test('of what is frozen, until it is lifted', async () => {
    const { marieke, sanne } = house
    const it = await report(house, sanne, 'Er slaapt iemand in de keuken.')
    const page = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Rechten en bewaren')
    const form = await press(house, marieke, page, 'Bevriezen')
    await press(house, marieke, form, 'Bevries dit dossier', { reason: 'De burger betwist het' })
    expect(await counts({ days: 6 })).toEqual([0, 0, 0])
    const again = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Rechten en bewaren')
    const lift = await press(house, marieke, again, 'Bevriezen opheffen')
    await press(house, marieke, lift, 'Hef het bevriezen op', { reason: 'Uitgezocht' })
    expect(await counts({ hours: 1 })).toEqual([1, 0, 0])
  })

  test('of what is closed', async () => {
    const { marieke, sanne } = house
    const it = await report(house, sanne, 'Er slaapt iemand in de keuken.')
    const asked = await press(house, marieke, await open(house, marieke, it), 'Besluit nemen')
    const none = { ...FORM, outcome: 'noAction', safeReason: 'tooLittle', partners: '' }
    await press(house, marieke, await press(house, marieke, asked, 'Verder', none), 'Afsluiten')
    expect(await counts({ days: 6 })).toEqual([0, 0, 0])
  })

  test('by a clock that jumped ahead, until an hour went by and it stayed so', async () => {
    await house.stop()
    const clock = testClock()
    let passed = 0
    house = await startHouse({ clock, elapsed: () => passed })
    await report(house, house.sanne, 'Er slaapt iemand in de keuken.')
    await house.bot.sweep()
    const HOUR = 3_600_000
    passed += HOUR
    expect(await counts(THURSDAY_MORNING)).toEqual([0, 0, 0])
    clock.advance({ hours: -46 })
    passed += HOUR
    expect(await counts({ hours: 0 })).toEqual([0, 0, 0])
    // It was wrong, and was set right: then nothing was ever late.
    passed += HOUR * 2
    expect(await counts({ hours: 2 })).toEqual([0, 0, 0])
    // It was right.
    passed += HOUR
    expect(await counts({ hours: 45 })).toEqual([0, 0, 0])
    passed += HOUR * 2
    expect(await counts({ hours: 2 })).toEqual([1, 0, 0])
  })

  test('a message that did not go out before somebody took it says nothing any more', async () => {
    const { marieke, sanne, connector } = house
    const it = await report(house, sanne, 'Er slaapt iemand in de keuken.')
    connector.faults.next(1, withNotice, { kind: 'answer', reply: { status: 503 } })
    expect(await counts(THURSDAY_MORNING)).toEqual([0, 0, 0])
    expect((await kept(house, it)).effects).toMatchObject([{ kind: 'tellOfficer', notice: 'overdue' }])
    await take(marieke, it)
    expect(await counts({ hours: 2 })).toEqual([0, 0, 0])
    expect((await kept(house, it)).effects).toEqual([])
  })
})

describe('after the decision', () => {
  const decided = async (form: Record<string, string> = {}, days: Record<string, string> = {}) => {
    const { marieke, sanne } = house
    const it = await report(house, sanne, 'Er wonen te veel mensen in dit huis.')
    const asked = await press(house, marieke, await open(house, marieke, it), 'Besluit nemen')
    const dated = await press(house, marieke, asked, 'Verder', { ...FORM, ...form })
    const after = await press(house, marieke, dated, 'Leg het besluit vast', days)
    return { it, after }
  }

  test('not handed over, then a partner that is silent: by the name that is configured', async () => {
    const { marieke } = house
    const { it } = await decided()
    expect(await counts({ days: 2 })).toEqual([0, 0, 0])
    const [planned] = await heard({ days: 1 })
    expect(planned).toHaveLength(1)
    expect(planned?.[0]).toContain('nog niet overgedragen aan: Nederlandse Arbeidsinspectie')
    await handOver(house, marieke, await open(house, marieke, it))
    expect((await kept(house, it)).routes).toMatchObject([{ state: 'handedOver', answerBy: '2026-12-04' }])
    expect(await counts({ days: 7 })).toEqual([0, 0, 0])
    // Over the weekend.
    const [silent] = await heard({ days: 3 })
    expect(silent).toHaveLength(1)
    expect(silent?.[0]).toContain('Nog geen antwoord van: Nederlandse Arbeidsinspectie. Vraag het opnieuw.')
    expect(silent?.[0]).not.toContain('Overgedragen')
    // A working day without anything done: the deputy hears of it.
    const [, deputy] = await heard({ days: 1 })
    expect(deputy).toHaveLength(1)
    expect(deputy?.[0]).toContain('Nederlandse Arbeidsinspectie')
  })

  test('decided, and the reporter still to be told: five working days later', async () => {
    await decided(
      { outcome: 'monitor', partners: '', tellForm: 'notYet', tellWhy: 'Eerst overleg' },
      {
        monitorUntil: '2026-12-22',
      },
    )
    expect(await counts({ days: 7 })).toEqual([0, 0, 0])
    const [told] = await heard({ days: 1 })
    expect(told).toHaveLength(1)
    expect(told?.[0]).toContain('De melder weet nog niet wat er besloten is')
  })
})
