/** Two signals become one case by two presses; what is done with it then, and how it comes apart again (A065, A103, A105). */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { casePage, cases, fill, join, matchOf, REASON, reports, store } from './caseSteps.ts'
import {
  audit,
  canary,
  dialogOf,
  FORM,
  forge,
  kept,
  open,
  press,
  report,
  seen,
  through,
  valueIn,
} from './officerSteps.ts'
import { consult, doorbellOf, lastSaid, onDisk, said } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** One of the two is about a boy of sixteen. */
const TOGETHER = { ...FORM, minor: 'yes', victimCheck: 'Hij kan een slachtoffer zijn.' }

describe('joining', () => {
  test('two presses: why is proposed from what matches, and it is found from both', async () => {
    const { marieke, sanne, kees, connector, channel } = house
    const [a, b] = await reports(house)
    const there = await kept(house, b)
    await store(house, a, ({ receivedAt }) => ({
      known: { at: receivedAt, matches: [matchOf({ ...b }, there)] },
    }))
    const [toSanne, toKees] = [said(house, sanne).length, said(house, kees).length]
    const dossier = await open(house, marieke, a)
    // The button of a match, as the dossier packs it.
    const text = await forge(house, dossier, { verb: 'linkPage', signal: a.signal, other: b.signal })
    expect(text).toContain(`Je voegt dit samen met ${b.reference}.`)
    const more = await through(house, marieke, await open(house, marieke, a), 'Meer', 'Hoort bij elkaar')
    const joined = await press(house, marieke, more, 'Voeg samen', {
      other: b.signal,
      reference: '',
      reason: REASON,
    })
    expect(seen(house, joined)).toContain('Zaak met 2 signalen')
    expect(seen(house, joined)).toContain('Samengevoegd.')
    expect(seen(house, joined)).toContain(REASON)
    expect(seen(house, joined)).toContain('niemand heeft de regie')
    for (const each of [a, b]) {
      expect(seen(house, await open(house, marieke, each))).toContain(
        'Hoort bij C-2026-0001, met 1 ander signaal.',
      )
      expect(await audit(house, each)).toContain('Marieke Vonk: link')
    }
    expect(await cases(house)).toHaveLength(1)
    // No reporter hears of it, and nothing of a case stands in the channel.
    await house.settle()
    expect([said(house, sanne).length, said(house, kees).length]).toEqual([toSanne, toKees])
    expect(JSON.stringify(connector.everythingSent(channel))).not.toContain('C-2026')
  })

  test('by its number, in any case; nothing typed is lost when there is no such file', async () => {
    const { marieke } = house
    const [a, b] = await reports(house)
    const form = await through(house, marieke, await open(house, marieke, a), 'Meer', 'Hoort bij elkaar')
    const none = await press(house, marieke, form, 'Voeg samen', {
      reference: 'S-2026-0077',
      reason: REASON,
    })
    expect(seen(house, none)).toContain('dat dossier ken ik niet')
    expect(valueIn(none, 'reason')).toBe(REASON)
    const without = await press(house, marieke, none, 'Voeg samen', {
      reference: b.reference,
      reason: '  ',
    })
    expect(seen(house, without)).toContain('de reden ontbreekt')
    const done = await press(house, marieke, without, 'Voeg samen', {
      reference: b.reference.toLowerCase(),
      reason: REASON,
    })
    expect(seen(house, done)).toContain('Samengevoegd.')
    const again = await join(house, b, a)
    expect(seen(house, again)).toContain('dit was al gedaan')
    expect(await cases(house)).toHaveLength(1)
  })

  test('a third comes into it; two cases become the older one; and sparren comes into none', async () => {
    const { marieke, sanne, kees } = house
    const [a, b] = await reports(house)
    await join(house, a, b)
    const c = await report(house, sanne, 'Weer bij nummer 14: een busje om vijf uur.')
    await join(house, c, a, marieke, 'Derde keer dit adres.')
    expect((await cases(house))[0]?.members.map(({ reference }) => reference)).toEqual([
      a.reference,
      b.reference,
      c.reference,
    ])
    const d = await report(house, kees, 'Bij de haven slapen mensen in een loods.')
    const e = await report(house, sanne, 'In de loods bij de haven liggen paspoorten.')
    await join(house, d, e)
    await fill(house, d, 'Noteer een vermoeden', 'Bewaar het vermoeden', { text: 'Zelfde baas.' })
    expect(await cases(house)).toHaveLength(2)
    const joined = await join(house, d, c, marieke, 'Het busje rijdt naar de haven.')
    expect(seen(house, joined)).toContain('C-2026-0001')
    expect(seen(house, joined)).toContain('Zaak met 5 signalen')
    expect(seen(house, joined)).toContain('Een andere zaak is hierin opgegaan')
    expect(seen(house, joined)).toContain('Zelfde baas.')
    expect((await cases(house)).map(({ reference }) => reference)).toEqual(['C-2026-0001'])
    for (const each of [a, b, c, d, e]) expect((await kept(house, each)).caseOf?.others).toBe(4)

    const advice = await consult(house, sanne, 'Een collega zegt iets over nummer 14.')
    const wrong = await join(house, a, advice)
    expect(seen(house, wrong)).toContain('Sparren komt in geen zaak')
    expect((await kept(house, advice)).caseOf).toBeUndefined()
  })

  test('the same press twice is one case, and whoever is second with an old page is told so', async () => {
    const { marieke } = house
    const [a, b] = await reports(house)
    const form = await through(house, marieke, await open(house, marieke, a), 'Meer', 'Hoort bij elkaar')
    const filled = { other: b.signal, reference: '', reason: REASON }
    const [one, two] = await Promise.all([
      press(house, marieke, form, 'Voeg samen', filled),
      press(house, marieke, form, 'Voeg samen', filled),
    ])
    const both = `${seen(house, one)} ${seen(house, two)}`
    expect(both).toContain('Samengevoegd.')
    expect(await cases(house)).toHaveLength(1)
    expect((await audit(house, a)).filter((line) => line.endsWith(': link'))).toHaveLength(1)

    const page = await casePage(house, a)
    const suppose = await press(house, marieke, page, 'Noteer een vermoeden')
    await fill(house, b, 'Weeg samen', 'Leg vast', { weighed: 'no', reason: 'Te weinig.' })
    const late = await press(house, marieke, suppose, 'Bewaar het vermoeden', { text: 'Zelfde huurbaas.' })
    expect(seen(house, late)).toContain('ondertussen is dit dossier veranderd')
    expect(valueIn(late, 'text')).toBe('Zelfde huurbaas.')
    expect(seen(house, await press(house, marieke, late, 'Bewaar het vermoeden'))).toContain(
      'Zelfde huurbaas.',
    )
  })
})

describe('apart again', () => {
  test('nothing of the signal is changed; the case says that something left, and no more', async () => {
    const { marieke } = house
    const [a, b] = await reports(house)
    await join(house, a, b)
    const before = await kept(house, b)
    const word = canary('reden')
    const done = await fill(house, a, 'Haal een dossier eruit', 'Haal eruit', {
      member: b.signal,
      reason: `Ander huisnummer. ${word}`,
    })
    expect(seen(house, done)).toContain('Het dossier is eruit gehaald.')
    expect(seen(house, done)).toContain('Hier zat een dossier.')
    expect(seen(house, done)).not.toContain(word)
    expect(seen(house, done)).not.toContain(b.reference)
    const after = await kept(house, b)
    expect(after.caseOf).toBeUndefined()
    for (const field of ['story', 'decisions', 'routes', 'notes', 'degree', 'state', 'due'] as const)
      expect(after[field]).toEqual(before[field])
    const [kase] = await cases(house)
    expect(JSON.stringify(kase)).not.toContain(b.signal)
    expect(JSON.stringify(kase)).not.toContain(word)
    const dossier = await open(house, marieke, b)
    expect(seen(house, dossier)).toContain('Zat in C-2026-0001')
    expect(seen(house, dossier)).toContain(word)
    expect(await audit(house, b)).toContain('Marieke Vonk: unlink')
    // And back in again.
    expect(seen(house, await join(house, b, a))).toContain('Zaak met 2 signalen')
  })

  test('the last one takes an empty case along, but not one in which work was done', async () => {
    const [a, b] = await reports(house)
    await join(house, a, b)
    await fill(house, a, 'Noteer een vermoeden', 'Bewaar het vermoeden', { text: 'Zelfde baas.' })
    await fill(house, a, 'Haal een dossier eruit', 'Haal eruit', { member: b.signal, reason: 'Nee.' })
    const kase = await fill(house, a, 'Haal een dossier eruit', 'Haal eruit', {
      member: a.signal,
      reason: 'Ook niet.',
    })
    expect(seen(house, kase)).toContain('dit is het laatste dossier van de zaak')
    expect(await cases(house)).toHaveLength(1)

    const c = await report(house, house.sanne, 'Bij de haven slapen mensen in een loods.')
    await join(house, c, b)
    expect(await cases(house)).toHaveLength(2)
    await fill(house, c, 'Haal een dossier eruit', 'Haal eruit', { member: b.signal, reason: 'Nee.' })
    const last = await fill(house, c, 'Haal een dossier eruit', 'Haal eruit', {
      member: c.signal,
      reason: 'Nee.',
    })
    expect(seen(house, last)).toContain('Zat in C-2026-0002')
    expect(await cases(house)).toHaveLength(1)
  })
})

describe('the lead', () => {
  test('nobody has it: the list says so at once, and the accountable officer hears it within a working day', async () => {
    const { marieke } = house
    const [a, b] = await reports(house)
    for (const each of [a, b]) await marieke.click(doorbellOf(house, each.reference), 'Neem in behandeling')
    await join(house, a, b)
    await marieke.say('werklijst')
    await house.settle()
    expect(lastSaid(house, marieke)).toContain('Daar heeft niemand de regie.')
    const before = said(house, marieke).length
    house.clock.advance({ hours: 24 })
    await house.bot.sweep()
    await house.settle()
    const heard = said(house, marieke).slice(before)
    expect(heard).toHaveLength(1)
    const form = await press(house, marieke, await casePage(house, a), 'Regie en verantwoordelijke')
    const done = await press(house, marieke, form, 'Leg vast', {
      lead: `officer:${house.joost.aadObjectId}`,
      accountable: house.marieke.aadObjectId,
    })
    expect(seen(house, done)).toContain('Joost Hartog, sinds')
    expect((await kept(house, b)).caseOf?.leadless).toBeUndefined()
    const changed = await fill(house, b, 'Regie en verantwoordelijke', 'Leg vast', {
      lead: `officer:${house.marieke.aadObjectId}`,
      accountable: house.marieke.aadObjectId,
    })
    expect(seen(house, changed)).toContain('Marieke Vonk, sinds')
    expect(seen(house, changed)).toContain('Eerder: Joost Hartog, sinds')
    expect((await audit(house, a)).filter((line) => line.endsWith(': caseLead'))).toHaveLength(2)
    house.clock.advance({ hours: 24 })
    await house.bot.sweep()
    await house.settle()
    expect(
      said(house, marieke)
        .slice(before + 1)
        .join(),
    ).not.toContain('regie')
  })
})

describe('deciding together', () => {
  test('weighed as enough, the decision opens; it is taken on each that is open, and each reporter hears it', async () => {
    const { marieke, sanne, kees } = house
    const [a, b] = await reports(house)
    await join(house, a, b)
    const weighed = await fill(house, b, 'Weeg samen', 'Leg vast', {
      weighed: 'yes',
      reason: 'Twee bronnen, één huis.',
    })
    expect(seen(house, weighed)).toContain('Vastgelegd: samen meldenswaardig.')
    expect(seen(house, weighed)).toContain('Besluit over C-2026-0001, met 2 signalen open')
    const dated = await press(house, marieke, weighed, 'Verder', TOGETHER)
    const [toSanne, toKees] = [said(house, sanne).length, said(house, kees).length]
    const done = await press(house, marieke, dated, 'Leg het besluit vast')
    expect(seen(house, done)).toContain('Besluiten over de hele zaak')
    const records = await Promise.all([a, b].map((each) => kept(house, each)))
    const [kase] = await cases(house)
    for (const { decisions, state } of records) {
      expect(state).toBe('decided')
      expect(decisions).toHaveLength(1)
      expect(decisions[0]?.ofCase).toBe(kase?.id)
      expect(decisions[0]?.id).toBe(kase?.decisions[0]?.id)
    }
    // Who has the lead was decided with it: nothing says any more that nobody has.
    expect(seen(house, done)).not.toContain('niemand heeft de regie')
    for (const { caseOf } of records) expect(caseOf).not.toHaveProperty('leadless')
    expect(kase?.leads.map(({ lead }) => lead)).toEqual([
      { who: 'team', team: records[0]?.decisions[0]?.lead },
    ])
    await house.settle()
    expect(said(house, sanne).length).toBeGreaterThan(toSanne)
    expect(said(house, kees).length).toBeGreaterThan(toKees)
    expect(said(house, sanne).join()).not.toContain('C-2026')
    // What is decided on one of them alone is still possible.
    const alone = await press(house, marieke, await open(house, marieke, a), 'Nieuw besluit')
    expect(seen(house, alone)).toContain(a.reference)
  })

  test('what is proposed for one of them is proposed on all, and says in which file it stands', async () => {
    const { marieke } = house
    const [a, b] = await reports(house)
    const alone = seen(house, await press(house, marieke, await open(house, marieke, b), 'Besluit nemen'))
    expect(alone).not.toContain(`in ${a.reference}`)
    await join(house, a, b)
    const together = await press(house, marieke, await open(house, marieke, b), 'Besluit nemen')
    const card = JSON.stringify(dialogOf(together).card)
    expect(card).toContain(`in ${a.reference}`)
    // What was written there is read there.
    expect(card).not.toContain('zestien')
  })

  test('where one of them does not take it, none is decided, and it is said which', async () => {
    const { marieke } = house
    const [a, b] = await reports(house)
    await join(house, a, b)
    await store(house, b, ({ receivedAt, accountable }) => ({
      freezes: [{ at: receivedAt, by: accountable, reason: 'Bezwaar.' }],
    }))
    const form = await press(house, marieke, await casePage(house, a), 'Besluit over de zaak')
    const dated = await press(house, marieke, form, 'Verder', TOGETHER)
    const refused = await press(house, marieke, dated, 'Leg het besluit vast')
    expect(seen(house, refused)).toContain(`bij ${b.reference} kan dit niet`)
    for (const each of [a, b]) expect((await kept(house, each)).decisions).toEqual([])
  })
})

test('a reporter hears that it fits only when chosen, once, and nothing of what or whom', async () => {
  const { marieke, sanne, kees } = house
  const [a, b] = await reports(house)
  await join(house, a, b)
  const form = await press(house, marieke, await casePage(house, a), 'Zeg een melder dat het past')
  expect(seen(house, form)).toContain('in een klein team')
  expect(valueIn(form, 'signals')).toBe('')
  const none = await press(house, marieke, form, 'Stuur dit bericht', { signals: '' })
  expect(seen(house, none)).toContain('kies welke melder')
  const toKees = said(house, kees).length
  await press(house, marieke, none, 'Stuur dit bericht', { signals: a.signal })
  const heard = lastSaid(house, sanne)
  expect(heard).toContain('past bij andere informatie')
  for (const word of [b.reference, 'C-2026', 'Kees', 'matrassen']) expect(heard).not.toContain(word)
  expect(said(house, kees)).toHaveLength(toKees)
  const again = await press(house, marieke, await casePage(house, a), 'Zeg een melder dat het past')
  expect(seen(house, again)).not.toContain(`De melder van ${a.reference}`)
  expect(seen(house, again)).toContain(`De melder van ${b.reference}`)
})

test('off duty nothing of a case is shown or done; who has one of its signals sees of the others only how they stand', async () => {
  const { marieke, joost } = house
  const [a, b] = await reports(house)
  await join(house, a, b)
  const page = await casePage(house, a)
  expect(seen(house, await press(house, marieke, page, 'Tijdlijn'))).toContain('Tijdlijn van C-2026-0001')
  const refused = await open(house, joost, a)
  expect(JSON.stringify(refused.body)).not.toContain('C-2026')
  const more = await through(house, marieke, await open(house, marieke, a), 'Meer', 'Geef aan een collega')
  await press(house, marieke, more, 'Geef het aan je collega', { officer: joost.aadObjectId })
  const seenByJoost = await casePage(house, a, joost)
  expect(seen(house, seenByJoost)).toContain(b.reference)
  expect(seen(house, seenByJoost)).toContain('niet aan jou')
  const unlink = await press(house, joost, seenByJoost, 'Haal een dossier eruit')
  const not = await press(house, joost, unlink, 'Haal eruit', { member: b.signal, reason: 'Nee.' })
  expect(seen(house, not)).toContain(`bij ${b.reference} kan dit niet`)
  expect((await kept(house, b)).caseOf).toBeDefined()
  expect(await audit(house, b)).not.toContain('Joost Hartog: view')
  expect(await audit(house, b)).toContain('Marieke Vonk: view')
})

test('what an officer writes in a case is sealed as all else is', async () => {
  const [a, b] = await reports(house)
  const word = canary('zaak')
  await join(house, a, b, house.marieke, `Zelfde adres. ${word}`)
  await fill(house, a, 'Noteer een vermoeden', 'Bewaar het vermoeden', { text: `Vermoeden. ${word}` })
  expect(JSON.stringify(await cases(house))).toContain(word)
  expect(onDisk(house)).not.toContain(word)
})
