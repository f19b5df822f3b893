/**
 * A case meeting, from its plan to its minutes (A095): each gets what was chosen for them and nothing else, the invitation
 * says nothing, what was given is handed over like anything else; and the plan of a case, with its reminders (A107).
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { graphCalls, graphError } from '../../infra/local/graphStandIn.ts'
import { type House, type HouseOptions, startHouse } from '../kit/house.ts'
import { casePage, cases, day, factOf, fill, join, reports, store } from './caseSteps.ts'
import {
  audit,
  canary,
  decide,
  FORM,
  forge,
  kept,
  open,
  press,
  seen,
  through,
  valueIn,
  verb,
} from './officerSteps.ts'
import { doorbellOf, onDisk, type Reported, said } from './steps.ts'

/** With a mailbox, and somebody of the neighbourhood team who has an address. */
const WITH_MAIL: HouseOptions = {
  adjust: (config) => ({
    ...config,
    municipalities: config.municipalities.map((m) => ({
      ...m,
      mailbox: 'meldpunt@voorbeeldstad.example',
      partners: m.partners.map((partner) =>
        partner.id === 'wijkteam'
          ? {
              ...partner,
              basis: { nl: 'Wmo 2015 en Jeugdwet.', en: 'Wmo 2015 and Youth Act.' },
              contacts: [{ name: 'Karin de Wit', role: 'teamleider', mail: 'karin.dewit@wijkteam.example' }],
            }
          : partner.id === 'veilig-thuis'
            ? { ...partner, basis: undefined }
            : partner,
      ),
    })),
  }),
}

let house: House
beforeEach(async () => {
  house = await startHouse(WITH_MAIL)
})
afterEach(() => house.stop())

const WORD = canary('feit')
const MEETING = {
  day: '2026-11-26',
  hour: '09:30',
  reason: 'Zorg en aanpak moeten op elkaar passen.',
  text: 'Wie praat met de jongen?',
  who: 'partner:wijkteam,partner:veilig-thuis',
}

/** Two signals in one case, each with a fact; the first is decided. */
async function together(): Promise<[Reported, Reported]> {
  const { marieke } = house
  const [a, b] = await reports(house)
  await store(house, a, (record) => ({
    facts: [factOf(record, { kind: 'address', street: WORD, number: '14' }, { standing: 'confirmed' })],
  }))
  await store(house, b, (record) => ({
    facts: [factOf(record, { kind: 'organisation', name: 'Bouwbedrijf Verzonnen' })],
  }))
  await decide(house, marieke, await open(house, marieke, a), {
    ...FORM,
    outcome: 'moreInsight',
    partners: 'wijkteam',
    minor: 'yes',
  })
  await join(house, a, b)
  return [a, b]
}

/** The page of the meeting that was planned from the case of this signal. */
const planned = (it: Reported, how = MEETING) =>
  fill(house, it, 'Plan een overleg', 'Zet het overleg klaar', how)

/** What is given to one of them, by the name in the button. */
async function give(it: Reported, who: string, gets: string[], more = {}) {
  const form = await press(house, house.marieke, await meetingOf(it), `Kies voor: ${who}`)
  return press(house, house.marieke, form, 'Leg vast', { role: 'teamleider', gets: gets.join(','), ...more })
}

const meetingOf = async (it: Reported) =>
  press(house, house.marieke, await casePage(house, it), verb('meetingPage'))

const pairOf = async (it: Reported) => `${it.signal}/${(await kept(house, it)).facts?.[0]?.id}`

describe('a case meeting', () => {
  test('from its plan to its minutes', async () => {
    const { marieke, graph, connector, channel } = house
    const [a, b] = await together()
    const page = await planned(a)
    expect(seen(house, page)).toContain('Het overleg staat klaar. Kies nu wat iedereen krijgt.')
    expect(seen(house, page)).toContain('Als: teamleider')
    expect(seen(house, page)).toContain('Krijgt nog niets.')
    // The clocks run on: what is not decided is named, with its day.
    expect(seen(house, page)).toContain(`${b.reference}: besluit uiterlijk`)
    expect(seen(house, page)).not.toContain(`${a.reference}: besluit uiterlijk`)
    expect(seen(house, page)).toContain('Bel hen zelf: Veilig Thuis')

    const slice = await give(a, 'Wijkteam', [await pairOf(a)])
    expect(seen(house, slice)).toContain(WORD)
    expect(seen(house, slice)).not.toContain('Verzonnen')

    await press(house, marieke, await meetingOf(a), 'Nodig iedereen uit')
    await house.settle()
    const [event, ...more] = [...graph.events.values()]
    expect(more).toEqual([])
    expect(event).toMatchObject({
      mailbox: 'meldpunt@voorbeeldstad.example',
      start: '2026-11-26T09:30:00',
      zone: 'Europe/Amsterdam',
      attendees: ['karin.dewit@wijkteam.example'],
    })
    const words = [WORD, 'Verzonnen', 'jongen', a.reference, 'C-2026', 'mensenhandel', 'signaal']
    for (const word of words) expect(JSON.stringify(event)).not.toContain(word)
    expect(seen(house, await meetingOf(a))).toContain('Er staat niet in waar het over gaat.')

    const early = await press(house, marieke, await meetingOf(a), 'Leg vast wat er is besproken')
    const notYet = await press(house, marieke, early, 'Leg vast', { text: 'x', decision: 'y' })
    expect(seen(house, notYet)).toContain('de dag van dit overleg is nog niet geweest')
    expect(valueIn(notYet, 'text')).toBe('x')

    house.clock.advance({ days: 2 })
    const form = await press(house, marieke, await meetingOf(a), 'Leg vast wat er is besproken')
    const done = await press(house, marieke, form, 'Leg vast', {
      came: 'partner:wijkteam',
      text: 'Iedereen deelde wat nodig was.',
      decision: 'Het wijkteam praat eerst met hem.',
    })
    expect(seen(house, done)).toContain('● Gehouden')
    expect(seen(house, done)).toContain('Het wijkteam praat eerst met hem.')
    expect(seen(house, done)).toContain('was er niet bij en kreeg niets')

    // It is a hand-over like any other: what was planned for it is done, and an answer is asked.
    const record = await kept(house, a)
    const [meeting] = (await cases(house))[0]?.meetings ?? []
    expect(record.routes).toMatchObject([
      { partner: 'wijkteam', state: 'handedOver', meeting: meeting?.id, basis: 'Wmo 2015 en Jeugdwet.' },
    ])
    expect((await kept(house, b)).routes).toEqual([])
    expect(await audit(house, a)).toContain('Marieke Vonk: meetingHeld')
    expect(await audit(house, a)).toContain('Marieke Vonk: handOver')

    const step = await press(house, marieke, done, 'Plan een actie hieruit')
    const planned2 = await press(house, marieke, step, 'Zet in het plan', {
      text: 'Praat met de jongen op school.',
      owner: 'partner:wijkteam',
      until: '2026-12-01',
    })
    expect(seen(house, planned2)).toContain('Praat met de jongen op school.')
    expect(JSON.stringify(connector.everythingSent(channel))).not.toContain('Praat met')
    expect(onDisk(house)).not.toContain(WORD)
  })

  test('of a signal that is in no case, by one form', async () => {
    const { marieke } = house
    const [a] = await reports(house)
    const form = await through(house, marieke, await open(house, marieke, a), 'Meer', 'Plan een overleg')
    const wrong = await press(house, marieke, form, 'Zet het overleg klaar', { ...MEETING, who: '' })
    expect(seen(house, wrong)).toContain('kies wie er meedoen')
    expect(valueIn(wrong, 'text')).toBe(MEETING.text)
    const page = await press(house, marieke, wrong, 'Zet het overleg klaar', MEETING)
    expect(seen(house, page)).toContain('Overleg')
    const [kase] = await cases(house)
    expect(kase?.members.map(({ signal }) => signal)).toEqual([a.signal])
    expect(seen(house, await open(house, marieke, a))).toContain('als enige')
  })

  test('nothing of a signal on which nothing was decided is given to a partner', async () => {
    const { marieke } = house
    const [a, b] = await together()
    await planned(a, { ...MEETING, day: '2026-11-24' })
    await give(a, 'Wijkteam', [await pairOf(b)])
    const form = await press(house, marieke, await meetingOf(a), 'Leg vast wat er is besproken')
    const refused = await press(house, marieke, form, 'Leg vast', { text: 'Verslag.', decision: 'Besluit.' })
    expect(seen(house, refused)).toContain('er is nog niets besloten')
    expect(valueIn(refused, 'text')).toBe('Verslag.')
    expect((await kept(house, b)).routes).toEqual([])
    expect((await cases(house))[0]?.meetings?.[0]?.held).toBeUndefined()
  })

  test('without a ground nothing is given, and with one why it holds is kept', async () => {
    const [a] = await together()
    await planned(a)
    const pair = await pairOf(a)
    const none = await give(a, 'Veilig Thuis', [pair])
    expect(seen(house, none)).toContain('voor deze organisatie staat geen grondslag vast')
    const done = await give(a, 'Veilig Thuis', [pair], { basis: 'publicTask', reason: 'Jeugdwet.' })
    expect(seen(house, done)).toContain('Grondslag (reden in de wet): ')
  })

  test('a fact that is refuted goes to nobody, and whoever got it is to be told', async () => {
    const { marieke } = house
    const [a] = await together()
    await planned(a, { ...MEETING, day: '2026-11-24' })
    await give(a, 'Wijkteam', [await pairOf(a)])
    const form = await press(house, marieke, await meetingOf(a), 'Leg vast wat er is besproken')
    await press(house, marieke, form, 'Leg vast', { text: 'Verslag.', decision: 'Besluit.' })
    const facts = await press(house, marieke, await open(house, marieke, a), 'Feiten')
    const refute = await press(house, marieke, facts, verb('factPage'))
    expect(refute.dialog).toBeDefined()
    await forge(house, facts, {
      verb: 'refuteFact',
      signal: a.signal,
      seen: (await kept(house, a)).revision,
      press: '00000000-0000-4000-8000-000000000777',
      fact: (await kept(house, a)).facts?.[0]?.id,
      text: 'Het was een ander huis.',
    })
    const record = await kept(house, a)
    expect(record.recipientTasks).toMatchObject([{ route: record.routes[0]?.id, why: 'refuted' }])
    expect(seen(house, await meetingOf(a))).toContain('Die krijgt niemand')
  })

  test('an invitation that fails is said, and sent when it can be; moved, the new day is sent', async () => {
    const { graph, marieke } = house
    const [a] = await together()
    await planned(a)
    const reply = graphError(403, 'ErrorAccessDenied', 'Access is denied.')
    graph.faults.next(1, graphCalls.event, { kind: 'answer', reply })
    const asked = await press(house, marieke, await meetingOf(a), 'Nodig iedereen uit')
    expect(seen(house, asked)).toContain('De uitnodiging wordt verstuurd.')
    expect(graph.events.size).toBe(0)
    house.clock.advance({ minutes: 10 })
    await house.bot.sweep()
    await house.settle()
    expect([...graph.events.values()].map(({ start }) => start)).toEqual(['2026-11-26T09:30:00'])
    const change = await press(house, marieke, await meetingOf(a), 'Verander dit overleg')
    expect(valueIn(change, 'text')).toBe(MEETING.text)
    const moved = await press(house, marieke, change, 'Zet het overleg klaar', { day: '2026-11-27' })
    expect(seen(house, moved)).toContain('In de agenda’s staat nog een andere dag of tijd')
    await press(house, marieke, moved, 'Stuur de nieuwe dag')
    await house.settle()
    expect([...graph.events.values()].map(({ start }) => start)).toContain('2026-11-27T09:30:00')
  })

  test('cancelled with a reason; nothing of it was given', async () => {
    const { marieke } = house
    const [a] = await together()
    await planned(a)
    const form = await press(house, marieke, await meetingOf(a), 'Het gaat niet door')
    const done = await press(house, marieke, form, 'Leg vast', { reason: 'De jongen is al veilig.' })
    expect(seen(house, done)).toContain('✗ Ging niet door')
    expect((await kept(house, a)).routes.every(({ state }) => state === 'planned')).toBe(true)
  })
})

describe('the plan of a case', () => {
  test('a step that is late is told of once, put off with a reason, and done', async () => {
    const { marieke } = house
    const [a, b] = await together()
    await decide(
      house,
      marieke,
      await open(house, marieke, b),
      {
        ...FORM,
        outcome: 'monitor',
        partners: '',
        minor: 'no',
      },
      { monitorUntil: '2027-01-20' },
    )
    await fill(house, a, 'Plan een stap', 'Zet in het plan', {
      text: 'Bel de school.',
      owner: 'partner:wijkteam',
      until: '2026-11-25',
    })
    const before = said(house, marieke).length
    house.clock.advance({ days: 2 })
    await house.bot.sweep()
    await house.settle()
    const told = said(house, marieke).slice(before).join('\n')
    expect(told).toContain('Een stap uit het plan van de zaak is nog niet gedaan.')
    expect(told).not.toContain('Bel de school')
    const list = await press(house, marieke, await casePage(house, a), 'Stel stap 1 uit')
    const none = await press(house, marieke, list, 'Stel uit', { until: '2026-12-04', reason: ' . ' })
    expect(seen(house, none)).toContain('de reden ontbreekt')
    const later = await press(house, marieke, none, 'Stel uit', { reason: 'De school is dicht.' })
    expect(seen(house, later)).toContain('Was eerst: ')
    expect((await kept(house, a)).caseOf?.step).toBe(day('2026-12-04'))
    const done = await press(house, marieke, later, 'Stap 1 is gedaan')
    expect(seen(house, done)).toContain('Gedaan op')
    expect((await kept(house, a)).caseOf?.step).toBeUndefined()
    expect(JSON.stringify(doorbellOf(house, a.reference))).not.toContain('school')
  })
})
