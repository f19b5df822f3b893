/** Two officers at work on the same signal: the second sees what happened meanwhile, and nothing is done twice. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Clicked } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  bellText,
  decide,
  dialogOf,
  doneOf,
  FORM,
  handOver,
  kept,
  open,
  press,
  previewOf,
  report,
  seen,
  TWO_OFFICERS,
  through,
  valueIn,
} from './officerSteps.ts'
import { doorbellOf, type Reported, said, saidDuring } from './steps.ts'

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse(TWO_OFFICERS)
  it = await report(house, house.sanne, 'Zij betaalt honderden euro per week voor een matras.')
})
afterEach(() => house.stop())

const count = async (what: string) =>
  (await audit(house, it)).filter((line) => line.endsWith(`: ${what}`)).length

test('the one who decides second reads what was decided first, with their own words still there', async () => {
  const { marieke, joost, sanne } = house
  const mine = await through(house, marieke, await open(house, marieke, it), 'Besluit nemen')
  const theirs = await through(house, joost, await open(house, joost, it), 'Besluit nemen')
  await press(house, joost, await press(house, joost, theirs, 'Verder', FORM), 'Leg het besluit vast')
  const form = { ...FORM, outcome: 'monitor', partners: '', reason: 'Ik wil eerst afwachten.' }
  const late = await press(house, marieke, mine, 'Verder', form)
  expect(seen(house, late)).toContain('ondertussen is dit dossier veranderd')
  expect(seen(house, late)).toContain('besloten')
  expect(seen(house, late)).toContain('In behandeling bij Joost Hartog')
  expect(seen(house, late)).toContain('extern · Joost Hartog · dinsdag 24 november')
  expect(valueIn(late, 'reason')).toBe('Ik wil eerst afwachten.')
  expect(valueIn(late, 'outcome')).toBe('monitor')
  expect((await kept(house, it)).decisions).toHaveLength(1)
  expect(said(house, sanne).filter((text) => text.includes('Er is een besluit over'))).toHaveLength(1)
  // Read, and meant: what is pressed on the new card is a new decision, and the first one stays in sight.
  const days = await press(house, marieke, late, 'Verder', form)
  const again = await press(house, marieke, days, 'Leg het besluit vast', { monitorUntil: '2026-12-24' })
  expect(seen(house, again)).toContain('monitoren · Marieke Vonk')
  expect(seen(house, again)).toContain('extern · Joost Hartog')
  expect((await kept(house, it)).decisions.map((each) => each.outcome)).toEqual(['external', 'monitor'])
})

test('overtaken between the form and the days: nothing is recorded, and the days stay', async () => {
  const { marieke, joost } = house
  const form = await through(house, marieke, await open(house, marieke, it), 'Besluit nemen')
  const days = await press(house, marieke, form, 'Verder', { ...FORM, reason: 'Dit is mijn reden.' })
  const more = await through(house, joost, await open(house, joost, it), 'Meer')
  await press(house, joost, more, 'Ja, minderjarig')
  const late = await press(house, marieke, days, 'Leg het besluit vast', {
    'answerBy.arbeidsinspectie': '2026-12-15',
  })
  expect(seen(house, late)).toContain('ondertussen is dit dossier veranderd')
  expect(valueIn(late, 'answerBy.arbeidsinspectie')).toBe('2026-12-15')
  expect((await kept(house, it)).decisions).toEqual([])
  // Now it is about a minor: the first step asks what it did not ask before.
  const asked = await press(house, marieke, late, 'Leg het besluit vast')
  expect(seen(house, asked)).toContain('Schrijf op of dit een slachtoffer kan zijn')
  expect(valueIn(asked, 'reason')).toBe('Dit is mijn reden.')
})

test('an old dossier hands over, tells or closes nothing a second time', async () => {
  const { marieke, joost, sanne } = house
  const decided = await decide(house, marieke, await open(house, marieke, it))
  const old = await previewOf(house, joost, await open(house, joost, it))
  const told = await saidDuring(house, sanne, async () => {
    await handOver(house, marieke, decided)
    const late = await press(house, joost, old, doneOf(old))
    expect(seen(house, late)).toContain('ondertussen is dit dossier veranderd')
    expect(seen(house, late)).toContain('Overgedragen door Marieke Vonk')
  })
  expect(told).toHaveLength(1)
  expect(await count('handOver')).toBe(1)
  // The second one saw the dossier: that is recorded, as every view is.
  expect((await audit(house, it)).at(-1)).toBe('Joost Hartog: view')

  let dossier = await through(house, marieke, await open(house, marieke, it), 'Antwoord noteren')
  dossier = await press(house, marieke, dossier, 'Bewaar het antwoord', { what: 'takenUp', text: 'Ja.' })
  const page = await through(house, joost, await open(house, joost, it), 'Terugkoppelen')
  const feedback = await through(house, marieke, dossier, 'Terugkoppelen')
  dossier = await press(house, marieke, feedback, 'Koppel terug', {
    form: 'message',
    text: 'Het is opgepakt.',
  })
  const second = await press(house, joost, page, 'Koppel terug', {
    form: 'message',
    text: 'Er wordt gekeken.',
  })
  expect(seen(house, second)).toContain('ondertussen is dit dossier veranderd')
  expect(valueIn(second, 'text')).toBe('Er wordt gekeken.')
  expect(said(house, sanne).join('\n')).not.toContain('Er wordt gekeken.')

  const both = [dossier, await open(house, joost, it)] as const
  await press(house, marieke, both[0], 'Afsluiten')
  expect(seen(house, await press(house, joost, both[1], 'Afsluiten'))).toContain('dit dossier is afgesloten')
  expect(await count('close')).toBe(1)
  expect(said(house, sanne).filter((text) => text.includes('is afgerond'))).toHaveLength(1)
})

test('what no other change can spoil is kept from an old card too', async () => {
  const { marieke, joost } = house
  const note = await through(house, marieke, await open(house, marieke, it), 'Notitie')
  const ask = await through(house, marieke, await open(house, marieke, it), 'Stel een vraag')
  const theirs = await through(house, joost, await open(house, joost, it), 'Notitie')
  await press(house, joost, theirs, 'Bewaar de notitie', { text: 'Ik belde het wijkteam.' })
  await press(house, marieke, note, 'Bewaar de notitie', { text: 'Ik belde de baas niet.' })
  await press(house, marieke, ask, 'Verstuur de vraag', { text: 'Woont zij daar?' })
  const record = await kept(house, it)
  expect(record.notes.map((each) => each.text)).toEqual(['Ik belde het wijkteam.', 'Ik belde de baas niet.'])
  expect(record.questions).toHaveLength(1)
})

test('both press at the same moment: one takes it, one hands it over, and each sees who', async () => {
  const { marieke, joost, sanne } = house
  const bell = doorbellOf(house, it.reference)
  const takes = await Promise.all([
    marieke.click(bell, 'Neem in behandeling'),
    joost.click(bell, 'Neem in behandeling'),
  ])
  await house.settle()
  const { takenBy } = await kept(house, it)
  expect(await count('take')).toBe(1)
  const winner = takenBy === marieke.aadObjectId ? marieke : joost
  expect(bellText(house, it)).toContain(`In behandeling bij ${winner.name}`)
  const texts = takes.map((take) => seen(house, take))
  expect(texts.filter((text) => text.includes('Jij bent nu verantwoordelijk'))).toHaveLength(1)
  expect(texts.filter((text) => text.includes('ondertussen'))).toHaveLength(1)
  for (const text of texts) expect(text).toContain(`In behandeling bij ${winner.name}`)

  await decide(house, winner, takes[winner === marieke ? 0 : 1])
  const cards: Clicked[] = [
    await previewOf(house, marieke, await open(house, marieke, it)),
    await previewOf(house, joost, await open(house, joost, it)),
  ]
  const told = await saidDuring(house, sanne, async () => {
    const [mine, theirs] = cards.map(dialogOf)
    if (!mine || !theirs) throw new Error('Both see the dossier.')
    await Promise.all([
      marieke.submitDialog(mine, 'Gebeld: overgedragen'),
      joost.submitDialog(theirs, 'Gebeld: overgedragen'),
    ])
  })
  expect(told).toHaveLength(1)
  expect(await count('handOver')).toBe(1)
})
