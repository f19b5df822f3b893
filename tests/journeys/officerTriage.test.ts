/** Triage (step 7): take it, hand it on, note, ask, call, change what is known. */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { isWire } from '../kit/cardClient.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  bellText,
  canary,
  dialogOf,
  forge,
  kept,
  open,
  press,
  report,
  seen,
  TWO_OFFICERS,
  through,
  verb,
} from './officerSteps.ts'
import { doorbellOf, lastSaid, opened, said, saidDuring } from './steps.ts'

let house: House
afterEach(() => house.stop())

const STORY = 'Zij werkt al weken zonder loon in het restaurant.'

test('take it from the doorbell: the one who took it is accountable, and the doorbell says so to everybody', async () => {
  house = await startHouse()
  const { sanne, marieke, ellen, connector } = house
  const it = await report(house, sanne, STORY)
  const bell = doorbellOf(house, it.reference)
  const taken = await marieke.click(bell, 'Neem in behandeling')
  await house.settle()
  expect(seen(house, taken)).toContain('Je hebt S-2026-0001 in behandeling. Jij bent nu verantwoordelijk.')
  expect(seen(house, taken)).toContain(STORY)
  const { state, takenBy, accountable } = await kept(house, it)
  expect({ state, takenBy, accountable }).toEqual({
    state: 'inTriage',
    takenBy: marieke.aadObjectId,
    accountable: marieke.aadObjectId,
  })
  const after = doorbellOf(house, it.reference)
  expect([after.id, after.version]).toEqual([bell.id, 2])
  expect(bellText(house, it)).toContain('In behandeling bij Marieke Vonk')
  expect(bellText(house, it)).toContain('Status in triage')
  expect(bellText(house, it)).not.toContain('Bekijken vóór')
  expect(connector.versions(after)).toHaveLength(2)
  // The same press once more, and one of somebody who may not.
  const twice = await marieke.click(bell, 'Neem in behandeling')
  await house.settle()
  expect(seen(house, twice)).toContain('Er is niets dubbel gebeurd.')
  expect(seen(house, await ellen.click(bell, 'Neem in behandeling'))).toContain('Marieke Vonk heeft dienst.')
  expect((await audit(house, it)).filter((line) => line.endsWith('take'))).toHaveLength(1)
})

test('a second officer with the old card sees who has it, and that they saw it is recorded', async () => {
  house = await startHouse(TWO_OFFICERS)
  const { sanne, marieke, joost } = house
  const it = await report(house, sanne, STORY)
  const old = doorbellOf(house, it.reference)
  await joost.click(old, 'Neem in behandeling')
  await house.settle()
  const late = await marieke.click(old, 'Neem in behandeling')
  await house.settle()
  expect(seen(house, late)).toContain('ondertussen is dit dossier veranderd')
  expect(seen(house, late)).toContain('In behandeling bij Joost Hartog')
  expect((await kept(house, it)).takenBy).toBe(joost.aadObjectId)
  expect(await audit(house, it)).toEqual(['reporter: report', 'Joost Hartog: take', 'Marieke Vonk: view'])
})

test('hand it to the deputy: told in their own chat without content, and the doorbell shows it', async () => {
  house = await startHouse()
  const { sanne, marieke, joost, connector } = house
  const it = await report(house, sanne, STORY)
  const page = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Geef aan een collega')
  expect(seen(house, page)).toContain('Joost Hartog')
  const unknown = { verb: 'handTo', signal: it.signal, seen: 1, press: randomUUID(), officer: randomUUID() }
  expect(await forge(house, page, unknown)).toContain('deze collega staat niet meer in de lijst')
  const nobody = { verb: 'handTo', signal: it.signal, seen: 1, press: randomUUID() }
  expect(await forge(house, page, nobody)).toContain('kies nog een collega')
  const done = await press(house, marieke, page, 'Geef het aan je collega', { officer: joost.aadObjectId })
  expect(seen(house, done)).toContain('S-2026-0001 ligt nu bij Joost Hartog.')
  expect(bellText(house, it)).toContain('In behandeling bij Joost Hartog')
  expect(bellText(house, it)).toContain('Verantwoordelijk Joost Hartog')
  expect(bellText(house, it)).toContain('Status in triage')
  const notice = connector.newestCard(joost)
  expect(connector.textOf(notice)).toContain('Een collega heeft dit aan jou gegeven')
  expect(notice.summary).toBe('Er staat iets voor je klaar')
  expect(notice.text).toBe('Er staat iets voor je klaar')
  expect(JSON.stringify(connector.everythingSent(joost))).not.toContain('restaurant')
  // From their own chat they open it, off duty as they are.
  const dossier = await joost.click(notice, 'Openen')
  expect(seen(house, dossier)).toContain(STORY)
  expect(await audit(house, it)).toEqual([
    'reporter: report',
    'Marieke Vonk: view',
    'Marieke Vonk: handTo',
    'Joost Hartog: view',
  ])
})

test('a note for colleagues stands in the dossier, and an empty one is asked again', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, STORY)
  const page = await through(house, marieke, await open(house, marieke, it), 'Notitie')
  const empty = await press(house, marieke, page, 'Bewaar de notitie', { text: '   ' })
  expect(seen(house, empty)).toContain('er staat nog geen tekst')
  const word = canary('notitie')
  const done = await press(house, marieke, empty, 'Bewaar de notitie', { text: `Gebeld. ${word}` })
  expect(seen(house, done)).toContain('Je notitie staat in het dossier.')
  expect(seen(house, await open(house, marieke, it))).toContain(word)
  expect((await kept(house, it)).notes).toMatchObject([{ by: marieke.aadObjectId, text: `Gebeld. ${word}` }])
  // Notes are for colleagues: the reporter hears nothing.
  expect(said(house, sanne).join('\n')).not.toContain(word)
})

test('a question goes to the reporter and the answer comes back in the dossier; the officer is told', async () => {
  house = await startHouse()
  const { sanne, marieke, connector, channel } = house
  const it = await report(house, sanne, STORY)
  const question = `Weet je hoe zij heet? ${canary('vraag')}`
  const page = await through(house, marieke, await open(house, marieke, it), 'Stel een vraag')
  const asked = await press(house, marieke, page, 'Verstuur de vraag', { text: question })
  expect(seen(house, asked)).toContain('Je vraag gaat naar de melder.')
  expect(seen(house, asked)).toContain('Nog geen antwoord.')
  expect(bellText(house, it)).toContain('In behandeling bij Marieke Vonk')
  const card = connector.newestCard(sanne)
  expect([card.text, card.summary]).toEqual(['Er staat iets voor je klaar', 'Er staat iets voor je klaar'])
  expect(connector.textOf(card)).not.toContain('heet')
  expect(opened(house, card)).toContain(question)
  expect(opened(house, card)).toMatch(/dank/i)
  // Answered with the button; the officer hears of it without a word of it.
  const answer = `Dat zei ze niet. ${canary('antwoord')}`
  const told = await saidDuring(house, marieke, () => sanne.click(card, 'Antwoord', { answer }))
  expect(told.join('\n')).toContain('Er is antwoord op je vraag.')
  expect(told.join('\n')).not.toContain(answer)
  const dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).toContain(answer)
  expect(seen(house, dossier)).not.toContain('Nog geen antwoord.')
  expect((await kept(house, it)).questions).toMatchObject([{ text: question, answer: { how: 'text' } }])
  expect(JSON.stringify(connector.everythingSent(channel))).not.toContain('kanarie')

  // The second question is answered by typing; "call me" is an answer too, and stands on top.
  await press(house, marieke, await through(house, marieke, dossier, 'Stel een vraag'), 'Verstuur de vraag', {
    text: 'Kan ik je bellen?',
  })
  const call = await saidDuring(house, marieke, () => sanne.say('bel mij'))
  expect(call.join('\n')).toContain('De melder wil graag gebeld worden.')
  expect(seen(house, await open(house, marieke, it))).toContain('De melder wil gebeld worden.')
})

test('Bel melder: with a reason, recorded, and the name in that dialog only', async () => {
  house = await startHouse()
  const { sanne, marieke, connector, channel } = house
  const it = await report(house, sanne, STORY)
  const dossier = await open(house, marieke, it)
  const page = await through(house, marieke, dossier, 'Bel melder')
  expect(seen(house, page)).toContain('wordt vastgelegd')
  const empty = await press(house, marieke, page, 'Laat zien wie het is', { reason: ' ' })
  expect(seen(house, empty)).toContain('de reden ontbreekt')
  expect((await kept(house, it)).reveals).toEqual([])
  const reason = `Ik wil weten of zij vandaag veilig is. ${canary('reden')}`
  const shown = await press(house, marieke, empty, 'Laat zien wie het is', { reason })
  expect(seen(house, shown)).toContain('Dit is gemeld door Sanne de Wit.')
  const record = await kept(house, it)
  expect(record.reveals).toMatchObject([{ by: marieke.aadObjectId, reason }])
  expect(JSON.stringify(record)).not.toContain('Sanne')
  const note = await press(house, marieke, shown, 'Ik heb gebeld')
  expect(seen(house, note)).not.toContain('Sanne')
  const called = await press(house, marieke, note, 'Bewaar het gesprek', {
    reached: 'reached',
    text: 'Ze is vandaag veilig.',
  })
  expect(seen(house, called)).toContain('Genoteerd: je hebt de melder gesproken.')
  expect(seen(house, called)).toContain('Ze is vandaag veilig.')
  expect(seen(house, called)).not.toContain('Sanne')
  expect((await kept(house, it)).calls).toMatchObject([{ by: marieke.aadObjectId }])
  // In no other view, and nowhere in the channel or in anybody's chat.
  expect(seen(house, await open(house, marieke, it))).not.toContain('Sanne')
  expect(opened(house, dialogOf(await open(house, marieke, it)))).toContain(reason)
  expect(JSON.stringify(connector.everythingSent(channel))).not.toContain('Sanne')
  expect(said(house, marieke).join('\n')).not.toContain('Sanne')
  const times = connector.everythingSent().filter((sent) => sent.body.includes('Sanne de Wit'))
  expect(times).toHaveLength(1)
})

test.each(['unknown', 'anonymous'] as const)(
  'nobody sees who it is with degree %s, by no path',
  async (degree) => {
    house = await startHouse()
    const { sanne, marieke, connector } = house
    const it = await report(house, sanne, STORY, { degree })
    const dossier = await open(house, marieke, it)
    expect(seen(house, dossier)).toContain('Bel melder kan hier niet')
    const onCase = { signal: it.signal, seen: 1, press: randomUUID() }
    const call = await forge(house, dossier, { verb: 'page', signal: it.signal, page: 'reveal' })
    expect(call).toContain(degree === 'unknown' ? 'voor mensen onbekend blijven' : 'De melder is anoniem.')
    const revealed = await forge(house, dossier, { verb: 'reveal', ...onCase, reason: 'Ik wil het weten.' })
    expect(revealed).toContain('dit mag hier niet')
    expect(revealed).not.toContain('Sanne')
    expect((await kept(house, it)).reveals).toEqual([])
    expect(
      connector
        .everythingSent()
        .map((sent) => sent.body)
        .join('\n'),
    ).not.toContain('Sanne de Wit')
    if (degree === 'anonymous') {
      const asked = { verb: 'ask', ...onCase, press: randomUUID(), text: 'Wie ben je?' }
      const before = said(house, sanne).length
      expect(await forge(house, dossier, asked)).toContain('Je vraag ligt klaar')
      expect((await kept(house, it)).vaultKey).toBeUndefined()
      // It waits for the person with the code; nobody is told.
      expect(said(house, sanne)).toHaveLength(before)
      return
    }
    // The second degree can be asked, and answers; who it is stays unseen.
    const page = await press(house, marieke, dossier, 'Stel een vraag')
    await press(house, marieke, page, 'Verstuur de vraag', { text: 'Is zij daar nog?' })
    expect(lastSaid(house, sanne)).toContain('Is zij daar nog?')
    await sanne.say('Ja, elke dag.')
    await sanne.say('mijn antwoord')
    await house.settle()
    expect(seen(house, await open(house, marieke, it))).toContain('Ja, elke dag.')
  },
)

test('the urgency changes with a reason only, and the clocks go along', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, STORY)
  const page = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Urgentie wijzigen')
  const empty = await press(house, marieke, page, 'Wijzig de urgentie', { urgency: 'high', reason: ' ' })
  expect(seen(house, empty)).toContain('de reden ontbreekt')
  expect((await kept(house, it)).urgency).toBe('normal')
  const up = await press(house, marieke, empty, 'Wijzig de urgentie', {
    urgency: 'high',
    reason: 'Zij gaat morgen weg.',
  })
  expect(seen(house, up)).toContain('De urgentie is nu hoog.')
  expect(seen(house, up)).toContain('Zij gaat morgen weg.')
  const record = await kept(house, it)
  expect([record.urgency, record.urgencyReason]).toEqual(['high', 'Zij gaat morgen weg.'])
  // Four office hours after it came in at ten in the morning.
  expect(record.due.decide).toBe('2026-11-24T13:00:00.000Z')
  expect(bellText(house, it)).toContain('Urgentie hoog')
  const same = await through(house, marieke, up, 'Meer', 'Urgentie wijzigen')
  const already = await press(house, marieke, same, 'Wijzig de urgentie', {
    urgency: 'high',
    reason: 'Nog eens.',
  })
  expect(seen(house, already)).toContain('dit was al gedaan')
  expect((await kept(house, it)).urgencyReason).toBe('Zij gaat morgen weg.')
})

test('that it may be about a minor is noted, and can be taken back', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, STORY)
  const more = await through(house, marieke, await open(house, marieke, it), 'Meer')
  const yes = await press(house, marieke, more, 'Ja, minderjarig')
  expect(seen(house, yes)).toContain('Misschien gaat het om een minderjarige.')
  expect(await kept(house, it)).toMatchObject({ minor: 'yes', urgency: 'high' })
  const no = await press(house, marieke, await through(house, marieke, yes, 'Meer'), 'Nee')
  expect(seen(house, no)).not.toContain('Misschien gaat het om een minderjarige.')
  expect((await kept(house, it)).minor).toBe('no')
})

test('the same press delivered twice at once is one deed', async () => {
  house = await startHouse()
  const { sanne, marieke, connector } = house
  const it = await report(house, sanne, STORY)
  const page = await through(house, marieke, await open(house, marieke, it), 'Stel een vraag')
  const twice = await marieke.submitDialog(
    dialogOf(page),
    'Verstuur de vraag',
    { text: 'Hoe oud is zij?' },
    { twice: true },
  )
  await house.settle()
  expect(twice.status).toBe(200)
  expect(twice.twin?.status).toBe(200)
  const again = await connector.again(twice.activity)
  expect(again.body).toEqual(twice.body)
  // The same card pressed once more, or after a restart: a new activity, and still the same press.
  const data = isWire(twice.activity.value) ? twice.activity.value.data : undefined
  expect(await forge(house, twice, data)).toContain('Er is niets dubbel gebeurd.')
  await house.restart()
  expect(await forge(house, twice, data)).toContain('Er is niets dubbel gebeurd.')
  expect((await kept(house, it)).questions).toHaveLength(1)
  expect(said(house, sanne).filter((text) => text.includes('Hoe oud is zij?'))).toHaveLength(1)
  const notes = await through(house, marieke, await open(house, marieke, it), 'Notitie')
  await marieke.submitDialog(dialogOf(notes), verb('note'), { text: 'Twee keer getikt.' }, { twice: true })
  await house.settle()
  expect((await kept(house, it)).notes).toHaveLength(1)
})
