/** The rights of the people in a signal, over real HTTP: freeze, correct and tell, erase earlier. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readSignal } from '../../services/signal/handle.ts'
import type { Clicked, Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  bellText,
  decide,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
  verb,
} from './officerSteps.ts'
import { cardWith, chatOf, type Reported, tenant } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const rights = async (reported: Reported, person: Person = house.marieke): Promise<Clicked> =>
  through(house, person, await open(house, person, reported), 'Meer', 'Rechten en bewaren')

/** Reported, and handed over to the labour authority. */
async function handedOver(text: string): Promise<Reported> {
  const { marieke, sanne } = house
  const reported = await report(house, sanne, text)
  const now = await decide(house, marieke, await open(house, marieke, reported))
  await handOver(house, marieke, now)
  return reported
}

describe('freeze', () => {
  test('with a reason and by whom, shown on top; everybody can only look, and it can be lifted', async () => {
    const { marieke, sanne } = house
    const reported = await report(house, sanne, 'Hij mag het huis niet uit.')
    // Opened before, as by somebody who was still writing.
    const note = await press(house, marieke, await open(house, marieke, reported), 'Notitie')
    const form = await press(house, marieke, await rights(reported), 'Bevriezen')
    const frozen = await press(house, marieke, form, 'Bevries dit dossier', {
      reason: 'Betrokkene betwist het',
    })
    const shown = seen(house, frozen)
    expect(shown).toContain('Bevroren door Marieke')
    expect(shown).toContain('Betrokkene betwist het')
    for (const button of ['Notitie', 'Besluit nemen', 'Stel een vraag']) expect(shown).not.toContain(button)
    const refused = await press(house, marieke, note, 'Bewaar de notitie', { text: 'Mijn halve notitie' })
    expect(seen(house, refused)).toContain('dit dossier is bevroren')
    expect((await kept(house, reported)).notes).toEqual([])
    // What was typed is still in the form.
    expect(JSON.stringify(refused.dialog?.card)).toContain('Mijn halve notitie')
    await sanne.say('aanvullen')
    await sanne.say('Er stond ook een busje.')
    await house.settle()
    expect((await kept(house, reported)).story.map(({ text }) => text).join()).toContain('busje')
    const lift = await press(house, marieke, await rights(reported), 'Bevriezen opheffen')
    const lifted = await press(house, marieke, lift, 'Hef het bevriezen op', { reason: 'Uitgezocht' })
    expect(seen(house, lifted)).not.toContain('Bevroren door')
    expect(await audit(house, reported)).toEqual(expect.arrayContaining(['Marieke Vonk: freeze']))
    expect(bellText(house, reported)).not.toContain('betwist')
  })

  test('the worklist and the doorbell say it; behind Meer stands only what is possible, and the way out', async () => {
    const { marieke, connector } = house
    const reported = await handedOver('Hij mag het huis niet uit.')
    const list = async () => {
      await marieke.say('werklijst')
      return connector.textOf(connector.newestCard(marieke))
    }
    expect(await list()).not.toContain('Bevroren')
    const form = await press(house, marieke, await rights(reported), 'Bevriezen')
    const frozen = await press(house, marieke, form, 'Bevries dit dossier', { reason: 'Betwist' })
    expect(await list()).toContain('Bevroren: je kunt alleen kijken.')
    expect(bellText(house, reported)).toContain('Bevroren: je kunt alleen kijken.')
    for (const button of ['Nieuw besluit', 'Antwoord noteren'])
      expect(seen(house, frozen)).not.toContain(button)
    const more = await press(house, marieke, frozen, 'Meer')
    for (const button of ['Geef aan een collega', 'Urgentie wijzigen', 'Ja, minderjarig'])
      expect(seen(house, more)).not.toContain(button)
    const lift = await press(house, marieke, more, 'Bevriezen opheffen')
    const lifted = await press(house, marieke, lift, 'Hef het bevriezen op', { reason: 'Uitgezocht' })
    expect(seen(house, lifted)).toContain('Nieuw besluit')
    expect(seen(house, await press(house, marieke, lifted, 'Meer'))).toContain('Urgentie wijzigen')
    expect(bellText(house, reported)).not.toContain('Bevroren')
    expect(await list()).not.toContain('Bevroren')
  })

  test('what nobody has in hand cannot be taken from the doorbell while it is frozen', async () => {
    const { marieke, sanne } = house
    const reported = await report(house, sanne, 'Hij mag het huis niet uit.')
    expect(bellText(house, reported)).toContain('Neem in behandeling')
    const form = await press(house, marieke, await rights(reported), 'Bevriezen')
    await press(house, marieke, form, 'Bevries dit dossier', { reason: 'Betwist' })
    expect(bellText(house, reported)).not.toContain('Neem in behandeling')
  })
})

describe('correct, and tell every recipient', () => {
  test('a form that comes back shows what was written, and that look is recorded too', async () => {
    const { marieke, sanne } = house
    const reported = await report(house, sanne, 'De man in het blauwe huis slaat.')
    const form = await press(house, marieke, await rights(reported), 'Rechtzetten')
    const looks = async () => (await audit(house, reported)).filter((line) => line.endsWith(': view')).length
    await sanne.say('aanvullen')
    await sanne.say('Er stond ook een busje.')
    await house.settle()
    const before = await looks()
    const again = await press(house, marieke, form, 'Zet recht', {
      passage: 'story.0',
      text: 'Het was het groene huis',
      reason: 'Zij belde',
    })
    // Older than what the reporter wrote: nothing is done, and the new words stand in the list.
    expect(JSON.stringify(again.dialog?.card)).toContain('Er stond ook een busje')
    expect(JSON.stringify(again.dialog?.card)).toContain('Het was het groene huis')
    expect((await kept(house, reported)).corrections).toBeUndefined()
    expect(await looks()).toBe(before + 1)
  })

  test('it stands at the passage; the task to tell stays until it is done, also after closing', async () => {
    const { marieke } = house
    const reported = await handedOver('De man in het blauwe huis slaat.')
    const form = await press(house, marieke, await rights(reported), 'Rechtzetten')
    const corrected = await press(house, marieke, form, 'Zet recht', {
      passage: 'story.0',
      text: 'Het was het groene huis',
      reason: 'De melder belde',
    })
    const shown = seen(house, corrected)
    expect(shown).toContain('De man in het blauwe huis slaat')
    expect(shown).toMatch(/Rechtgezet door Marieke[\s\S]*Het was het groene huis/)
    expect(shown).toContain('Nog te vertellen')
    expect(shown).toContain('Nederlandse Arbeidsinspectie: er is iets rechtgezet')
    let now = await press(house, marieke, corrected, 'Antwoord noteren')
    now = await press(house, marieke, now, 'Bewaar het antwoord', { what: 'takenUp', text: '' })
    now = await press(house, marieke, now, 'Terugkoppelen')
    now = await press(house, marieke, now, 'Koppel terug', { form: 'message', text: 'Dank je wel.' })
    await press(house, marieke, now, 'Afsluiten')
    await marieke.say('werklijst')
    const worklist = house.connector.textOf(house.connector.newestCard(marieke))
    expect(worklist).toContain(reported.reference)
    expect(worklist).toContain('Nog te vertellen')
    const told = await press(house, marieke, await rights(reported), verb('recipientInformed'))
    expect(seen(house, told)).toContain('Genoteerd dat je het verteld hebt')
    await marieke.say('werklijst')
    expect(house.connector.textOf(house.connector.newestCard(marieke))).not.toContain(reported.reference)
    // The channel never said a word of it.
    expect(bellText(house, reported)).not.toContain('groene')
  })
})

test('without dialogs (local mode) all of it can be done in the conversation', async () => {
  await house.stop()
  house = await startHouse({ surface: 'inline', adjust: (config) => ({ ...config, playground: true }) })
  const { marieke, sanne, connector } = house
  const reported = await report(house, sanne, 'Hij mag na het werk de loods niet uit.')
  const bell = cardWith(house, house.channel, 'Openen')
  await marieke.click(bell, 'Openen')
  const dossier = connector.newestCard(house.channel)
  const now = () => {
    const found = connector.channel(house.channel).find(({ id }) => id === dossier.id)
    if (!found) throw new Error('The dossier is gone.')
    return found
  }
  const click = async (which: string, inputs: Record<string, string> = {}) => {
    await marieke.click(now(), which, inputs)
    await house.settle()
  }
  for (const title of ['Meer', 'Rechten en bewaren', 'Bevriezen']) await click(title)
  await click('Bevries dit dossier', { reason: 'Bezwaar' })
  expect(connector.textOf(now())).toContain('Bevroren door Marieke')
  for (const title of ['Meer', 'Rechten en bewaren', 'Bevriezen opheffen']) await click(title)
  await click('Hef het bevriezen op', { reason: 'Klaar' })
  await marieke.say('te vernietigen')
  expect(connector.textOf(connector.newestCard(marieke))).toContain('Er is nu niets te vernietigen')
  await marieke.say('inzageverzoek')
  await marieke.click(connector.newestCard(marieke), 'Zoek', { terms: 'loods', reason: 'Verzoek' })
  expect(connector.textOf(connector.newestCard(marieke))).toContain(reported.reference)
})

describe('erase earlier', () => {
  test('through the same list, and only after whoever had it was told', async () => {
    const { marieke, sanne } = house
    const reported = await handedOver('Dit had nooit gemeld mogen worden.')
    const form = await press(house, marieke, await rights(reported), 'Eerder wissen')
    await press(house, marieke, form, 'Zet op de lijst', { reason: 'Verkeerde persoon' })
    await marieke.say('te vernietigen')
    const list = () => marieke.click(cardWith(house, marieke, 'Bekijk de lijst'), 'Bekijk de lijst')
    const waiting = await list()
    expect(seen(house, waiting)).toContain('Let op: vertel het eerst aan Nederlandse Arbeidsinspectie')
    expect(JSON.stringify(waiting.dialog?.card)).not.toContain('"destroy"')
    await press(house, marieke, await rights(reported), verb('recipientInformed'))
    const ready = await list()
    expect(seen(house, ready)).toContain('Wissen op verzoek')
    const done = await press(house, marieke, ready, verb('destroy'))
    expect(seen(house, done)).toContain('Er is 1 dossier vernietigd')
    expect(await readSignal(house.bot.app.store, tenant(house), reported.signal)).toBeUndefined()
    expect((await chatOf(house, sanne)).sent).toEqual([])
    expect(bellText(house, reported)).toContain('vernietigd')
  })

  test('the same approval twice is one thing, and a deputy off duty cannot give it', async () => {
    const { marieke, joost } = house
    const reported = await handedOver('Nog een die weg moet.')
    const form = await press(house, marieke, await rights(reported), 'Eerder wissen')
    await press(house, marieke, form, 'Zet op de lijst', { reason: 'Verkeerde persoon' })
    await press(house, marieke, await rights(reported), verb('recipientInformed'))
    await joost.say('te vernietigen')
    expect(house.connector.textOf(house.connector.newestCard(joost))).toContain('Jij hebt nu geen dienst')
    await marieke.say('te vernietigen')
    const ready = await marieke.click(cardWith(house, marieke, 'Bekijk de lijst'), 'Bekijk de lijst')
    await press(house, marieke, ready, verb('destroy'))
    const again = await press(house, marieke, ready, verb('destroy'))
    expect(seen(house, again)).toContain('Er is nu niets te vernietigen')
  })
})
