/**
 * How much a decision asks of a person, counted through the real bot: presses (with every choice and every opening) and
 * fields. It was 16 and 10 for the simplest external signal, and 10 presses for *geen actie*. What is filled in already is
 * shown and not counted; no guard is left out.
 */
import { afterEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { begin, type Counted, goOn } from './clickSteps.ts'
import { doneOf, handOver, kept, press, report, seen, through, valueIn } from './officerSteps.ts'
import { lastSaid } from './steps.ts'

let house: House
afterEach(() => house.stop())

const CAR = 'De buren zetten hun auto steeds op de stoep.'
const SHED = 'Vier mannen slapen in een loods en krijgen geen loon.'

/** Said where the counts can be read. */
const told = (what: string, { presses, fields }: Counted) =>
  process.stdout.write(`clicks: ${what}: ${presses} presses, ${fields} fields\n`)

describe('the budget', () => {
  test('the simplest external signal, from the dossier to handed over and the reporter told', async () => {
    house = await startHouse()
    const { marieke } = house
    const it = await report(house, house.sanne, SHED)
    let at = await begin(house, marieke, it)
    at = await goOn(house, marieke, at, 'Doorgeven')
    at = await goOn(house, marieke, at, 'Leg het besluit vast', {
      partners: 'arbeidsinspectie',
      reason: 'Dit kan uitbuiting zijn.',
      minor: 'no',
      victimHelp: 'arranged',
    })
    expect(seen(house, at.now)).toContain('Je besluit staat vast: extern.')
    at = await goOn(house, marieke, at, 'Overdragen: Nederlandse…')
    at = await goOn(house, marieke, at, doneOf(at.now))
    told('the simplest external signal', at)
    expect(at.presses).toBeLessThanOrEqual(8)
    expect(at.fields).toBeLessThanOrEqual(4)
    const record = await kept(house, it)
    expect(record.decisions).toMatchObject([
      { outcome: 'external', lead: 'Aandachtsfunctionaris', tell: { form: 'message' }, minor: 'no' },
    ])
    expect(record.routes).toMatchObject([
      {
        partner: 'arbeidsinspectie',
        state: 'handedOver',
        answerBy: '2026-12-01',
        basis: expect.stringContaining('AVG 6'),
      },
    ])
    // No guard is left out: each has its answer.
    expect(record.decisions[0]?.guards?.map(({ guard }) => guard)).toEqual(['basis', 'onBehalf'])
    expect(lastSaid(house, house.sanne)).toContain('Dankzij jou hebben we dit doorgegeven')
  })

  test('no action, from the dossier to the reporter told and the end', async () => {
    house = await startHouse()
    const { marieke } = house
    const it = await report(house, house.sanne, CAR)
    let at = await begin(house, marieke, it)
    at = await goOn(house, marieke, at, 'Geen actie')
    at = await goOn(house, marieke, at, 'Leg het besluit vast', { safeReason: 'notOurs', minor: 'no' })
    expect(seen(house, at.now)).toContain('Je besluit staat vast: geen actie.')
    expect(lastSaid(house, house.sanne)).toContain('We doen nu niets, omdat een ander hierover gaat')
    told('no action, told', at)
    expect([at.presses, at.fields]).toEqual([5, 2])
    at = await goOn(house, marieke, at, 'Afsluiten')
    told('no action, told and closed', at)
    expect([at.presses, at.fields]).toEqual([6, 2])
    const record = await kept(house, it)
    expect(record.state).toBe('closed')
    expect(record.decisions).toMatchObject([
      { outcome: 'noAction', safeReason: 'notOurs', victimHelp: 'notApplicable' },
    ])
    expect(record.decisions[0]?.reason).not.toBe('')
  })

  test('a soft signal that is watched', async () => {
    house = await startHouse()
    const { marieke } = house
    const it = await report(house, house.sanne, CAR)
    const dossier = await begin(house, marieke, it)
    let at: Counted = {
      ...dossier,
      presses: dossier.presses + 1,
      now: await through(house, marieke, dossier.now, 'Besluit nemen'),
    }
    at = await goOn(house, marieke, at, 'Monitoren')
    at = await goOn(house, marieke, at, 'Leg het besluit vast', { reason: 'Eén zwak signaal.', minor: 'no' })
    told('a soft signal that is watched', at)
    expect([at.presses, at.fields]).toEqual([5, 2])
    expect((await kept(house, it)).decisions).toMatchObject([
      { outcome: 'monitor', monitorUntil: '2026-12-22', reason: 'Eén zwak signaal.' },
    ])
  })
})

describe('what a short form does not skip', () => {
  test('what is filled in is shown, can be changed, and is kept as it was changed', async () => {
    house = await startHouse()
    const { marieke } = house
    const it = await report(house, house.sanne, CAR)
    const form = await through(house, marieke, (await begin(house, marieke, it)).now, 'Geen actie')
    const words = seen(house, form)
    expect(words).toContain('Regie: Aandachtsfunctionaris')
    expect(words).toContain('Hulp voor een mogelijk slachtoffer')
    expect(valueIn(form, 'lead')).toBe('Aandachtsfunctionaris')
    // "Other" says nothing by itself: then the reason is asked.
    const empty = await press(house, marieke, form, 'Leg het besluit vast', {
      safeReason: 'other',
      minor: 'no',
      lead: 'Wijkteam',
    })
    expect(seen(house, empty)).toContain('de reden ontbreekt')
    expect(valueIn(empty, 'lead')).toBe('Wijkteam')
    await press(house, marieke, empty, 'Leg het besluit vast', { reason: 'Een ruzie om parkeren.' })
    expect((await kept(house, it)).decisions).toMatchObject([
      { lead: 'Wijkteam', reason: 'Een ruzie om parkeren.' },
    ])
  })

  test('a child in the words, and enforcement alone: it is asked what was looked at', async () => {
    house = await startHouse()
    const { marieke } = house
    // The mark says that there is none.
    const it = await report(house, house.sanne, 'Een meisje van 16 staat elke avond bij het hotel.', {
      minor: 'no',
    })
    const form = await through(house, marieke, (await begin(house, marieke, it)).now, 'Doorgeven')
    const asked = await press(house, marieke, form, 'Leg het besluit vast', {
      partners: 'politie-avim',
      reason: 'Dit kan uitbuiting zijn.',
      minor: 'no',
      victimHelp: 'arranged',
    })
    expect(seen(house, asked)).toContain('wat er geschreven is, wijst daarop')
    expect((await kept(house, it)).decisions).toEqual([])
    await press(house, marieke, asked, 'Leg het besluit vast', { victimCheck: 'Gebeld met Veilig Thuis.' })
    expect((await kept(house, it)).decisions[0]?.guards).toContainEqual({
      guard: 'youngVictim',
      answer: 'looked',
      text: 'Gebeld met Veilig Thuis.',
    })
  })

  test('where a visit can warn: the careful answer is shown before anything is decided, and holds back', async () => {
    house = await startHouse()
    const { marieke } = house
    const it = await report(house, house.sanne, `${SHED} Hun baas heeft hun paspoorten afgepakt.`)
    const form = await through(house, marieke, (await begin(house, marieke, it)).now, 'Doorgeven')
    const asked = await press(house, marieke, form, 'Leg het besluit vast', {
      partners: 'burgerzaken-brp',
      reason: 'Wie wonen er?',
      minor: 'no',
      victimHelp: 'arranged',
    })
    expect((await kept(house, it)).decisions).toEqual([])
    expect(seen(house, asked)).toContain('Een bezoek kan mensen waarschuwen')
    expect([valueIn(asked, 'agree'), valueIn(asked, 'agreeUntil')]).toEqual(['agreeFirst', '2026-12-01'])
    let dossier = await press(house, marieke, asked, 'Leg het besluit vast')
    expect((await kept(house, it)).decisions).toMatchObject([{ outcome: 'internal' }])
    expect(seen(house, dossier)).toContain('Eerst afstemmen, tot en met dinsdag 1 december')
    dossier = await handOver(house, marieke, dossier)
    expect(seen(house, dossier)).toContain('dit zou eerst worden afgestemd')
    dossier = await press(house, marieke, dossier, 'Terug naar dossier')
    const change = await press(house, marieke, dossier, 'Wijzig: eerst afstemmen')
    const agreed = await press(house, marieke, change, 'Bewaar', {
      agree: 'agreed',
      agreeWith: 'Teamleider burgerzaken',
    })
    await handOver(house, marieke, agreed)
    expect((await kept(house, it)).routes).toMatchObject([{ state: 'handedOver' }])
  })
})
