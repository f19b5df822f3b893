/** The timeline of a case, what is put right in one of its signals, and what is destroyed leaves it whole (A069, I.9). */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { handling } from '../../bot/app/ports.ts'
import type { FactDetails } from '../../services/facts/fact.ts'
import { remainsOf } from '../../services/retention/proof.ts'
import { deedFrom } from '../../services/signal/deeds/data.ts'
import { handle } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { type House, startHouse } from '../kit/house.ts'
import { casePage, cases, day, factOf, fill, join, reports, store } from './caseSteps.ts'
import { audit, canary, decide, FORM, handOver, kept, open, press, report, seen } from './officerSteps.ts'
import { type Reported, said, tenant } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const NO_ACTION = { outcome: 'noAction', safeReason: 'tooLittle', partners: '' }

const street = (number: string) => ({ kind: 'address', street: 'Dorpsstraat', number }) as const
const mira = (birthDate: string): FactDetails => ({
  kind: 'person',
  name: 'Mira de Wit',
  birthDate,
  roles: [],
})

/** Two signals of one case, with facts on the days. */
async function withFacts(): Promise<[Reported, Reported]> {
  const [a, b] = await reports(house)
  await store(house, a, (record) => ({
    minor: 'yes',
    facts: [
      factOf(record, mira('2010-03-01'), { on: day('2026-09-01'), how: 'observed' }),
      factOf(record, street('14'), { on: day('2026-09-01') }),
    ],
  }))
  await store(house, b, (record) => ({
    minor: 'no',
    facts: [
      factOf(record, mira('2009-03-01'), { on: day('2026-11-20'), standing: 'confirmed' }),
      factOf(record, { kind: 'vehicle', value: '12-ABC-3' }, { on: day('2026-11-20') }),
    ],
  }))
  await join(house, a, b)
  return [a, b]
}

const timeline = async (it: Reported) => press(house, house.marieke, await casePage(house, it), 'Tijdlijn')

describe('the timeline', () => {
  test('says what, when, by whom known and where from; the gap, and what cannot both be so', async () => {
    const [a, b] = await withFacts()
    const shown = seen(house, await timeline(b))
    expect(shown).toContain('Adres: Dorpsstraat 14')
    expect(shown).toContain('Persoon: Mira de Wit, geboren 2010-03-01')
    expect(shown).toContain(`${a.reference} · 👁 gezien · ? niet geverifieerd`)
    expect(shown).toContain(`${b.reference} · 💬 gehoord · ✓ bevestigd`)
    expect(shown).toContain('Geen informatie van 1 september 2026 tot 20 november 2026 (80 dagen)')
    expect(shown).toContain('twee geboortedata, 2009-03-01 en 2010-03-01')
    expect(shown).toContain(`Minderjarig: ja volgens ${a.reference}, nee volgens ${b.reference}`)
    // By day, the earliest first.
    expect(shown.indexOf('1 sep')).toBeLessThan(shown.indexOf('20 nov'))
    for (const each of [a, b]) expect(await audit(house, each)).toContain('Marieke Vonk: view')
  })

  test('a supposition stands on the page of the case, and never among what was seen and heard', async () => {
    const [a] = await withFacts()
    const page = await fill(house, a, 'Noteer een vermoeden', 'Bewaar het vermoeden', {
      text: 'De verhuurder weet ervan.',
    })
    expect(seen(house, page)).toContain('De verhuurder weet ervan.')
    expect(seen(house, await timeline(a))).not.toContain('De verhuurder weet ervan.')
    const ended = await fill(house, a, 'Vermoeden vervalt', 'Leg vast', { reason: 'Hij is er nooit.' })
    expect(seen(house, ended)).toContain('Vervallen vermoeden')
    expect(seen(house, ended)).toContain('Hij is er nooit.')
  })

  test('a plan has an owner and a day, says when it is late, and is ticked off', async () => {
    const [a] = await withFacts()
    const planned = await fill(house, a, 'Plan een stap', 'Zet in het plan', {
      text: 'Samen met de brandweer langsgaan.',
      owner: `officer:${house.joost.aadObjectId}`,
      until: '2026-11-26',
    })
    expect(seen(house, planned)).toContain('Joost Hartog doet dit, uiterlijk donderdag 26 november.')
    house.clock.advance({ days: 7 })
    const late = await casePage(house, a)
    expect(seen(house, late)).toContain('Te laat: Joost Hartog zou dit doen')
    const done = await press(house, house.marieke, late, 'Stap 1 is gedaan')
    expect(seen(house, done)).toContain('Gedaan op')
    expect(seen(house, done)).not.toContain('Te laat: Joost')
  })
})

/** One fact of it is refuted. */
async function refute(it: Reported, which: (record: SignalRecord) => string | undefined): Promise<void> {
  const { app } = house.bot
  const municipality = app.municipalities.all()[0]
  const record = await kept(house, it)
  const fact = which(record)
  if (!municipality || !fact) throw new Error('No such fact.')
  const handled = await handle(handling(app, municipality), it.signal, {
    ...deedFrom('refuteFact', { fact, reason: 'Het is een ander huis.' }),
    id: app.newId(),
    actor: { role: 'officer', id: record.accountable },
  })
  if (handled.done !== 'saved') throw new Error(`Not refuted: ${handled.done}`)
  app.courier.deliver(municipality, handled.kept)
  await house.settle()
}

describe('what is put right', () => {
  const address = ({ facts = [] }: SignalRecord) =>
    facts.find(({ details }) => details.kind === 'address')?.id

  test('shows on the timeline at once, and is told where another signal was handed over', async () => {
    const { marieke } = house
    const [a, b] = await withFacts()
    const decided = await decide(house, marieke, await open(house, marieke, b), {
      ...FORM,
      minor: 'yes',
      victimCheck: 'Mogelijk een slachtoffer.',
    })
    await handOver(house, marieke, decided)
    const before = said(house, marieke).length
    await refute(a, address)
    const heard = said(house, marieke).slice(before).join()
    expect(heard).toContain('is iets rechtgezet')
    expect(heard).not.toContain('Dorpsstraat')
    const shown = seen(house, await timeline(b))
    expect(shown).toContain('Adres: weerlegd, niet meer getoond')
    expect(shown).not.toContain('Dorpsstraat')
  })

  test('where nothing was handed over nobody is told', async () => {
    const { marieke } = house
    const [a] = await withFacts()
    const before = said(house, marieke).length
    await refute(a, address)
    expect(said(house, marieke)).toHaveLength(before)
  })
})

test('a destroyed signal leaves its case whole: nothing of it stands in the store, the others go on', async () => {
  const { marieke } = house
  const word = canary('weg')
  const [a, b] = await withFacts()
  const c = await report(house, house.sanne, `Een loods aan de haven. ${word}`)
  await store(house, c, (record) => ({
    facts: [factOf(record, { kind: 'organisation', name: 'Havenkracht' }, { on: day('2026-11-01') })],
  }))
  await join(house, c, a, marieke, `${c.reference} noemt ook nummer 14. ${word}`)
  await fill(house, a, 'Noteer een vermoeden', 'Bewaar het vermoeden', { text: 'Havenkracht stuurt ze.' })
  await fill(house, a, 'Noteer een vermoeden', 'Bewaar het vermoeden', { text: 'Nummer 14 is een doorgang.' })
  const gone = await kept(house, c)
  let now = await press(house, marieke, await open(house, marieke, c), 'Besluit nemen')
  now = await press(house, marieke, now, 'Verder', { ...FORM, ...NO_ACTION })
  await press(house, marieke, now, 'Afsluiten')
  const { app } = house.bot
  const municipality = app.municipalities.all()[0]
  if (!municipality) throw new Error('No municipality.')
  const by = () => ({ id: app.newId(), actor: { role: 'officer', id: gone.accountable } }) as const
  await handle(handling(app, municipality), c.signal, { do: 'erase', reason: 'Verzoek.', ...by() })
  const destroyed = await handle(handling(app, municipality), c.signal, { do: 'destroy', ...by() })
  expect(destroyed.done).toBe('ended')
  if (destroyed.done === 'ended') app.courier.deliver(municipality, destroyed.kept)
  await house.settle()
  await house.bot.sweep()
  await house.settle()
  const names = [c.signal, c.reference, ...(gone.vaultKey ? [gone.vaultKey] : [])]
  expect(await remainsOf(app.store, tenant(house), names)).toEqual([])
  const [kase] = await cases(house)
  expect(JSON.stringify(kase)).not.toContain(word)
  expect(JSON.stringify(kase)).not.toContain('Havenkracht')
  expect(JSON.stringify(kase)).toContain('Nummer 14 is een doorgang.')
  expect(kase?.left.at(-1)).toEqual({ on: '2026-11-24', how: 'destroyed' })
  for (const each of [a, b]) expect((await kept(house, each)).caseOf?.others).toBe(1)
  const page = await casePage(house, a)
  expect(seen(house, page)).toContain('Het is vernietigd op')
  expect(seen(house, await press(house, marieke, page, 'Tijdlijn'))).not.toContain('Havenkracht')
})

test('with an anonymous signal in it the strictest degree counts, and no moment stands in the case', async () => {
  const { sanne, kees } = house
  const a = await report(house, kees, 'Bij de controle van nummer 14 lagen er acht matrassen.')
  const b = await report(house, sanne, 'In nummer 14 slapen jongens.', { degree: 'unknown' })
  await join(house, a, b)
  const page = await casePage(house, a)
  expect(seen(house, page)).toContain('er is een melder bij die onbekend wil blijven.')
  await store(house, b, () => ({ degree: 'anonymous' }))
  expect(seen(house, await casePage(house, a))).toContain('er is een anonieme melding bij.')
  expect(JSON.stringify(await cases(house))).not.toMatch(/T\d{2}:\d{2}/)
})
