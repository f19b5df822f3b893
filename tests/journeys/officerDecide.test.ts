/** The decision (step 7): seven outcomes, each with what it needs, and nothing typed is lost on the way. */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import type { Inputs } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  bellText,
  canary,
  decide,
  FORM,
  forge,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
  valueIn,
} from './officerSteps.ts'
import { lastSaid, said, saidDuring } from './steps.ts'

let house: House
afterEach(() => house.stop())

const STORY = 'Vier mannen slapen in een loods en krijgen geen loon.'

/** The decision form of a fresh signal. */
async function atForm(choices: Inputs = {}) {
  house = await startHouse()
  const it = await report(house, house.sanne, STORY, choices)
  const form = await through(house, house.marieke, await open(house, house.marieke, it), 'Besluit nemen')
  return { it, form, officer: house.marieke }
}

type Case = { form: Inputs; days?: Inputs; name: string; told: string; state: string }
const OUTCOMES: Case[] = [
  {
    form: { outcome: 'noAction', partners: '', safeReason: 'tooLittle' },
    name: 'geen actie',
    told: 'We doen nu niets, omdat er nu te weinig bekend is om iets te kunnen doen.',
    state: 'fedBack',
  },
  {
    form: { outcome: 'monitor', partners: '' },
    days: { monitorUntil: '2026-12-24' },
    name: 'monitoren',
    told: 'Op donderdag 24 december kijken we opnieuw.',
    state: 'decided',
  },
  {
    form: { outcome: 'moreInsight', partners: 'wijkteam' },
    days: {},
    name: 'meer zicht',
    told: 'We hebben besloten om eerst meer te weten te komen.',
    state: 'decided',
  },
  {
    form: { outcome: 'internal', partners: 'burgerzaken-brp' },
    days: {},
    name: 'intern',
    told: 'We hebben besloten om dit te geven aan een andere afdeling van de gemeente.',
    state: 'decided',
  },
  {
    form: { outcome: 'external', partners: 'arbeidsinspectie' },
    days: {},
    name: 'extern',
    told: 'We hebben besloten: je signaal gaat naar een organisatie die toezicht houdt of kan ingrijpen.',
    state: 'decided',
  },
  {
    form: { outcome: 'caseMeeting', partners: 'riec,veilig-thuis' },
    days: {},
    name: 'MDO',
    told: 'We hebben besloten om dit te bespreken met organisaties die samen iets kunnen doen.',
    state: 'decided',
  },
  {
    form: { outcome: 'police', partners: 'politie-avim' },
    days: {},
    name: 'direct politie',
    told: 'We hebben besloten: je signaal gaat zo snel mogelijk naar een organisatie die toezicht houdt of kan ingrijpen.',
    state: 'decided',
  },
]

test.each(OUTCOMES)('$name: recorded, and the reporter hears of it in safe words', async (each) => {
  const { it, form, officer } = await atForm()
  const reason = `Omdat dit zo is. ${canary('reden')}`
  const first = await press(house, officer, form, 'Verder', { ...FORM, ...each.form, reason })
  const done = each.days ? await press(house, officer, first, 'Leg het besluit vast', each.days) : first
  expect(seen(house, done)).toContain(`Je besluit staat vast: ${each.name}.`)
  expect(seen(house, done)).toContain(reason)
  const record = await kept(house, it)
  expect(record.state).toBe(each.state)
  expect(record.decisions).toMatchObject([{ outcome: each.form.outcome, reason, by: officer.aadObjectId }])
  expect(record.routes.map((route) => route.partner).join(',')).toBe(each.form.partners)
  // Five working days when no other day was chosen.
  expect(record.routes.every((route) => route.answerBy === '2026-12-01')).toBe(true)
  const message = house.connector.newestCard(house.sanne)
  expect([message.text, message.summary]).toEqual([
    'Er staat iets voor je klaar',
    'Er staat iets voor je klaar',
  ])
  expect(house.connector.textOf(message)).not.toContain('besluit')
  expect(lastSaid(house, house.sanne)).toContain(each.told)
  expect(lastSaid(house, house.sanne)).toContain('Dank je wel')
  expect(bellText(house, it)).toContain(
    each.state === 'decided' ? 'Status besloten' : 'Status teruggekoppeld',
  )
  const wire = JSON.stringify(house.connector.everythingSent(house.sanne))
  const partners = [
    'Arbeidsinspectie',
    'AVIM',
    'RIEC',
    'Veilig Thuis',
    'politie-avim',
    'arbeidsinspectie',
    'riec',
  ]
  expect(partners.filter((name) => wire.includes(name))).toEqual([])
  expect(wire).not.toContain(reason)
  expect(JSON.stringify(house.connector.everythingSent(house.channel))).not.toContain(reason)
})

test('what is missing is asked at its step, with everything that was typed still there', async () => {
  const { it, form, officer } = await atForm()
  const typed = { ...FORM, reason: `Zo zit het. ${canary('reden')}`, tellForm: 'notYet' }
  const onForm = async (inputs: Inputs, complaint: string) => {
    const again = await press(house, officer, form, 'Verder', { ...typed, tellWhy: 'Later.', ...inputs })
    expect(seen(house, again)).toContain(complaint)
    expect(valueIn(again, 'reason')).toBe(inputs.reason ?? typed.reason)
    expect(valueIn(again, 'outcome')).toBe(inputs.outcome ?? typed.outcome)
    expect(valueIn(again, 'partners')).toBe(inputs.partners ?? typed.partners)
    expect(valueIn(again, 'lead')).toBe(typed.lead)
    expect(valueIn(again, 'victimHelp')).toBe(typed.victimHelp)
    expect(valueIn(again, 'tellForm')).toBe(typed.tellForm)
    return again
  }
  await onForm({ reason: '  ' }, 'de reden ontbreekt')
  await onForm({ tellWhy: ' ' }, 'je koos dat de melder het nog niet hoort')
  await onForm({ outcome: 'noAction', partners: '' }, 'Kies welke reden de melder mag horen')
  for (const outcome of ['moreInsight', 'internal', 'external', 'caseMeeting', 'police'])
    await onForm({ outcome, partners: '' }, 'bij dit besluit hoort een organisatie')
  expect((await kept(house, it)).decisions).toEqual([])

  // The second step: days that are wrong come back there, with the other day as it was chosen.
  const two = { ...typed, tellWhy: 'Later.', partners: 'riec,arbeidsinspectie' }
  let days = await press(house, officer, form, 'Verder', two)
  const chosen = { 'answerBy.riec': '2026-12-10', 'answerBy.arbeidsinspectie': '2026-11-01' }
  days = await press(house, officer, days, 'Leg het besluit vast', chosen)
  expect(seen(house, days)).toContain('kies een dag vanaf vandaag')
  expect(valueIn(days, 'answerBy.riec')).toBe('2026-12-10')
  days = await press(house, officer, days, 'Leg het besluit vast', {
    ...chosen,
    'answerBy.arbeidsinspectie': '2028-01-01',
  })
  expect(seen(house, days)).toContain('hoogstens 120 dagen vooruit')
  const done = await press(house, officer, days, 'Leg het besluit vast', {
    ...chosen,
    'answerBy.arbeidsinspectie': '2026-11-27',
  })
  expect(seen(house, done)).toContain('Je besluit staat vast: extern.')
  const record = await kept(house, it)
  expect(record.decisions).toMatchObject([{ reason: typed.reason, tell: { form: 'notYet', why: 'Later.' } }])
  expect(record.routes.map((route) => [route.partner, route.answerBy])).toEqual([
    ['riec', '2026-12-10'],
    ['arbeidsinspectie', '2026-11-27'],
  ])
  expect(said(house, house.sanne).join('\n')).not.toContain('besluit over')
})

test('a monitoring ends on a day after today, and within half a year', async () => {
  const { it, form, officer } = await atForm()
  let days = await press(house, officer, form, 'Verder', { ...FORM, outcome: 'monitor', partners: '' })
  for (const monitorUntil of ['2026-11-24', '2026-11-23', '2027-06-30']) {
    days = await press(house, officer, days, 'Leg het besluit vast', { monitorUntil })
    expect(seen(house, days)).toContain('kies een dag na vandaag, hoogstens 183 dagen vooruit')
    expect(valueIn(days, 'monitorUntil')).toBe(monitorUntil)
  }
  await press(house, officer, days, 'Leg het besluit vast', { monitorUntil: '2027-05-20' })
  expect((await kept(house, it)).decisions).toMatchObject([{ monitorUntil: '2027-05-20' }])
})

test('a card that was tampered with decides nothing that the form would not', async () => {
  const { it, form } = await atForm()
  const { partners: _partners, ...rest } = FORM
  const data = { verb: 'decideDays', signal: it.signal, seen: 1, answerBy: {} }
  const forged = (change: object, more: object = {}) => {
    const press = randomUUID()
    const values = { ...rest, partners: ['riec'], victimCheck: '', tellWhy: '', ...change }
    return forge(house, form, { ...data, press, form: values, 'answerBy.riec': '2026-12-01', ...more })
  }
  expect(await forged({ partners: ['maffia'] }, { 'answerBy.maffia': '2026-12-01' })).toContain(
    'een gekozen organisatie staat niet meer in de lijst',
  )
  expect(await forged({ partners: ['riec', 'wijkteam'] })).toContain('kies nog een dag')
  expect(await forged({ lead: 'De baas van de loods' })).toContain('kies nog wie de regie heeft')
  expect(await forged({ lead: 'x'.repeat(500) })).toContain('kies nog wie de regie heeft')
  expect(await forged({ outcome: 'monitor' })).toContain('kies nog tot welke dag')
  expect((await kept(house, it)).decisions).toEqual([])
  expect(await forged({ partners: ['riec', 'riec'] })).toContain('Je besluit staat vast')
  expect((await kept(house, it)).routes).toHaveLength(1)
})

test('a minor is never left to enforcement alone without a look whether this is a victim', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, STORY)
  const minor = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Ja, minderjarig')
  const form = await through(house, marieke, minor, 'Besluit nemen')
  const police = { ...FORM, minor: 'yes', outcome: 'police', partners: 'politie-avim,arbeidsinspectie' }
  const asked = await press(house, marieke, form, 'Verder', police)
  expect(seen(house, asked)).toContain('Schrijf op of dit een slachtoffer kan zijn, of kies ook hulp.')
  expect(valueIn(asked, 'reason')).toBe(FORM.reason)
  expect((await kept(house, it)).decisions).toEqual([])
  // With help beside it there is nothing to ask.
  const withHelp = await press(house, marieke, asked, 'Verder', {
    ...police,
    partners: 'politie-avim,veilig-thuis',
  })
  expect(seen(house, withHelp)).toContain('de data bij je besluit')
  const victimCheck = 'Ja: hij is vijftien en iemand anders haalt zijn loon op.'
  const days = await press(house, marieke, asked, 'Verder', { ...police, victimCheck })
  const done = await press(house, marieke, days, 'Leg het besluit vast')
  expect(seen(house, done)).toContain(victimCheck)
  expect((await kept(house, it)).decisions).toMatchObject([{ victimCheck }])
})

test('an anonymous reporter is told at the code: it waits there, and closing asks for it as for anybody', async () => {
  const { it, form, officer } = await atForm({ degree: 'anonymous' })
  expect(seen(house, form)).toContain('wordt getoond als de melder de code gebruikt.')
  const before = said(house, house.sanne).length
  const days = await press(house, officer, form, 'Verder', {
    ...FORM,
    outcome: 'internal',
    partners: 'wijkteam',
  })
  let dossier = await press(house, officer, days, 'Leg het besluit vast')
  dossier = await through(house, officer, await handOver(house, officer, dossier), 'Antwoord noteren')
  dossier = await press(house, officer, dossier, 'Bewaar het antwoord', { what: 'takenUp' })
  expect(seen(house, dossier)).not.toContain('Afsluiten')
  dossier = await press(house, officer, dossier, 'Terugkoppelen')
  dossier = await press(house, officer, dossier, 'Koppel terug', { form: 'message', text: 'Dank je wel.' })
  dossier = await press(house, officer, dossier, 'Afsluiten')
  expect(seen(house, dossier)).toContain('S-2026-0001 is afgesloten.')
  const record = await kept(house, it)
  expect(record.closing).toMatchObject({ how: 'closed' })
  expect(record.closing).not.toHaveProperty('whyNoFeedback')
  expect(record.code?.waiting.map(({ message }) => message.about)).toEqual([
    'received',
    'decided',
    'handedOver',
    'takenUp',
    'feedback',
    'closed',
  ])
  expect(said(house, house.sanne)).toHaveLength(before)
})

test('decided anew: what was planned gives way, what is with a partner stays', async () => {
  const { it, form, officer } = await atForm()
  const two = { ...FORM, partners: 'riec,arbeidsinspectie' }
  let dossier = await press(
    house,
    officer,
    await press(house, officer, form, 'Verder', two),
    'Leg het besluit vast',
  )
  dossier = await handOver(house, officer, dossier)
  const again = await press(house, officer, dossier, 'Nieuw besluit')
  // The lead stays as it is until somebody chooses otherwise.
  expect(valueIn(again, 'lead')).toBe(FORM.lead)
  const next = {
    ...FORM,
    outcome: 'internal',
    partners: 'wijkteam',
    lead: 'Wijkteam',
    reason: 'Toch eerst zelf.',
  }
  const told = await saidDuring(house, house.sanne, async () => {
    const days = await press(house, officer, again, 'Verder', next)
    dossier = await press(house, officer, days, 'Leg het besluit vast')
  })
  expect(told.join('\n')).toContain('Er is een besluit over S-2026-0001')
  expect(seen(house, dossier)).toContain('Dit kan uitbuiting zijn.')
  const record = await kept(house, it)
  expect(record.routes.map((route) => [route.partner, route.state])).toEqual([
    ['riec', 'handedOver'],
    ['wijkteam', 'planned'],
  ])
  expect(record.decisions.map((each) => each.lead)).toEqual(['Aandachtsfunctionaris', 'Wijkteam'])
})

test('a sparren is not decided on', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  await sanne.say('sparren')
  const it = await report(house, sanne, 'Ik twijfel over een jongen aan de balie.')
  const dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).not.toContain('Besluit nemen')
  const data = { verb: 'decide', signal: it.signal, seen: 1, press: randomUUID(), ...FORM, partners: '' }
  const refused = await forge(house, dossier, { ...data, outcome: 'noAction', safeReason: 'explained' })
  expect(refused).toContain('dit is nog sparren')
  await expect(decide(house, marieke, dossier)).rejects.toThrow('No button')
  expect((await kept(house, it)).decisions).toEqual([])
})
