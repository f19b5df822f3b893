/** Handing over: what an organisation gets is seen first, goes by the way that fits, and is kept as it went (C6, I.10, I.19). */
import { afterEach, describe, expect, test } from '@jest/globals'
import { sentOf } from '../../services/handover/sent.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Which } from '../kit/connector.ts'
import { type House, type HouseOptions, startHouse } from '../kit/house.ts'
import {
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
  through,
  valueIn,
} from './officerSteps.ts'
import { type Reported, saidDuring } from './steps.ts'

let house: House
afterEach(() => house.stop())

const STORY =
  'Vanmiddag om 14.35 kwam Maria Popescu bij mij aan de balie. Haar baas Dragan Petrov heeft haar paspoort. ' +
  'Ze werkt bij nagelstudio Glans BV aan de Tulpenstraat 14b, 3511 AB Voorbeeldstad. Mijn collega Fatima kent haar.'
/** The labour authority with every way, and two people to ask; ours with a mailbox or without. */
const withWays = (more: Partial<Municipality> = {}): HouseOptions => ({
  adjust: (config) => ({
    ...config,
    municipalities: config.municipalities.map((town) => ({
      ...town,
      ...more,
      partners: town.partners.map((partner) =>
        partner.id === 'arbeidsinspectie'
          ? {
              ...partner,
              kind: 'labourInspectorate' as const,
              ways: [
                { by: 'telephone' as const, phone: '0800-5151' },
                { by: 'portal' as const, url: 'https://partner.example/in' },
                { by: 'secureMail' as const, mail: 'veilig@partner.example' },
                { by: 'mail' as const, mail: 'post@partner.example' },
              ],
              contacts: [{ name: 'Kim Bos', role: 'inspecteur' }, { name: 'Lea Vos' }],
            }
          : partner,
      ),
    })),
  }),
})

async function planned(options: HouseOptions = withWays()) {
  house = await startHouse(options)
  const it = await report(house, house.sanne, STORY)
  const dossier = await decide(house, house.marieke, await open(house, house.marieke, it), FORM)
  return { it, dossier, marieke: house.marieke, sanne: house.sanne }
}

const given = async (it: Reported) => {
  const [route] = (await kept(house, it)).routes
  return { route, sent: route && sentOf(route).at(-1) }
}

describe('each way', () => {
  test('by phone: one press to the script with the number; phoned, and filled in the next day', async () => {
    const { it, dossier, marieke, sanne } = await planned()
    const preview = await previewOf(house, marieke, dossier)
    for (const line of [
      'Overdragen aan Nederlandse Arbeidsinspectie',
      '0800-5151',
      'Zeg dit, in deze volgorde',
      'Maria Popescu',
      'Pakken jullie het op?',
      'Met wie sprak je?',
    ])
      expect(seen(house, preview)).toContain(line)
    for (const word of ['Fatima', 'balie', '14.35', 'Sanne', 'collega'])
      expect(seen(house, preview)).not.toContain(word)
    const told = await saidDuring(house, sanne, async () => {
      const called = await press(house, marieke, preview, 'Gebeld, vul later aan', { contact: 'Lea Vos' })
      expect(seen(house, called)).toContain('Overgedragen aan Nederlandse Arbeidsinspectie.')
      expect(seen(house, called)).toContain('Vul uiterlijk woensdag 25 november aan wat er gezegd is.')
    })
    expect(told.join()).toContain('doorgegeven aan een organisatie die toezicht houdt')
    const form = await press(house, marieke, await open(house, marieke, it), 'Vul het gesprek aan')
    const filled = await press(house, marieke, form, 'Bewaar', {
      spokeWith: 'Lea Vos',
      theirNumber: 'AI-12',
      promised: 'Belt vrijdag.',
    })
    expect(seen(house, filled)).toContain('Het gesprek is aangevuld.')
    const { sent } = await given(it)
    expect(sent).toMatchObject({
      way: 'telephone',
      contact: { name: 'Lea Vos' },
      receipt: { theirNumber: 'AI-12', promised: 'Belt vrijdag.' },
    })
    const page = await press(house, marieke, filled, 'Lees wat we gaven')
    expect(seen(house, page)).toContain('Maria Popescu')
    expect(seen(house, page)).toContain('AI-12')
  })

  test('by portal: the text to copy, made anew from chosen facts; done with their number', async () => {
    const { it, dossier, marieke } = await planned()
    const phone = await previewOf(house, marieke, dossier)
    const portal = await press(house, marieke, phone, 'Anders: via hun portaal')
    expect(valueIn(portal, 'copy')).toContain('Tulpenstraat 14 b')
    expect(valueIn(portal, 'copy')).toContain('Bescherm de bron')
    const edit = await press(house, marieke, portal, 'Pas de tekst aan')
    const { facts = [] } = await kept(house, it)
    const maria = facts.find(({ details }) => JSON.stringify(details).includes('Maria'))?.id ?? ''
    const again = await press(house, marieke, edit, 'Maak tekst van deze feiten', { facts: maria })
    const there = await press(house, marieke, again, 'Anders: via hun portaal')
    expect(valueIn(there, 'copy')).toContain('Maria Popescu')
    expect(valueIn(there, 'copy')).not.toContain('Tulpenstraat')
    await press(house, marieke, there, doneOf(there), { theirNumber: 'P-9' })
    const { route, sent } = await given(it)
    expect(route?.state).toBe('handedOver')
    expect(sent).toMatchObject({
      way: 'portal',
      to: 'https://partner.example/in',
      receipt: { theirNumber: 'P-9' },
    })
    expect(sent?.facts.map(({ id }) => id)).toContain(maria)
    expect(sent?.words).not.toContain('Tulpenstraat')
  })

  test('by secure mail: to which address, neutral, and with what it was sent', async () => {
    const { it, dossier, marieke } = await planned()
    const mail = await press(
      house,
      marieke,
      await previewOf(house, marieke, dossier),
      'Anders: met beveiligde mail',
    )
    expect(seen(house, mail)).toContain('veilig@partner.example')
    expect(seen(house, mail)).toContain('Onderwerp: Bericht van de gemeente')
    await press(house, marieke, mail, doneOf(mail), { withWhat: 'Zivver' })
    expect((await given(it)).sent).toMatchObject({ way: 'secureMail', receipt: { withWhat: 'Zivver' } })
  })

  test('by ordinary mail: only with a mailbox, and nothing of the content in it', async () => {
    const { dossier, marieke } = await planned(withWays({ mailbox: undefined }))
    const without = await previewOf(house, marieke, dossier)
    expect(seen(house, without)).toContain('Gewone mail kan niet')
    expect(seen(house, without)).not.toContain('Anders: met een bericht zonder inhoud')
    await house.stop()
    const { it, dossier: other, sanne } = await planned(withWays({ mailbox: 'meldpunt@gemeente.example' }))
    const told = await saidDuring(house, sanne, async () => {
      const preview = await previewOf(house, house.marieke, other)
      const mail = await press(house, house.marieke, preview, 'Anders: met een bericht zonder inhoud')
      expect(seen(house, mail)).toContain('wil iets met je bespreken. In deze mail staat niet waarover')
      await press(house, house.marieke, mail, doneOf(mail))
    })
    expect((await given(it)).sent).toMatchObject({
      way: 'mail',
      standing: 'queued',
      to: 'post@partner.example',
    })
    // It has not gone yet, so that the reporter does not hear that it has.
    expect(told).toEqual([])
  })
})

describe('what is written is looked at before it goes', () => {
  test('a BSN is refused, words that betray the reporter are pointed out, and nothing that was typed is lost', async () => {
    const { it, dossier, marieke } = await planned()
    const edit = await through(house, marieke, await previewOf(house, marieke, dossier), 'Pas de tekst aan')
    const withNumber = 'Maria Popescu, BSN 123456782, werkt daar.'
    const bsn = await press(house, marieke, edit, 'Bekijk deze tekst', { words: withNumber })
    expect(seen(house, bsn)).toContain('BSN')
    expect(String(valueIn(bsn, 'words'))).toContain('werkt daar.')
    expect((await given(it)).route).not.toHaveProperty('prepared')
    const words = 'Maria Popescu werkt daar. Een collega zag haar aan de balie.'
    const preview = await press(
      house,
      marieke,
      await through(
        house,
        marieke,
        await previewOf(house, marieke, await open(house, marieke, it)),
        'Pas de tekst aan',
      ),
      'Bekijk deze tekst',
      { words },
    )
    expect(seen(house, preview)).toContain('Kijk naar deze woorden')
    expect(seen(house, preview)).toContain('aan de balie')
    expect(doneOf(preview)).toMatch(/^Toch zo\. /)
    await press(house, marieke, preview, doneOf(preview))
    const { sent } = await given(it)
    expect(sent).toMatchObject({ edited: true })
    expect(sent?.letStand).toBeGreaterThan(1)
    expect(sent?.words).toContain(words)
    expect(sent?.words).toContain('Wat moeten wij vooral niet doen?')
  })

  test('pressed twice, and by two officers at once: given once, told once', async () => {
    const { it, dossier, marieke, sanne } = await planned()
    const preview = await previewOf(house, marieke, dossier)
    const told = await saidDuring(house, sanne, async () => {
      await Promise.all([
        marieke.submitDialog(dialogOf(preview), doneOf(preview), {}),
        marieke.submitDialog(dialogOf(preview), doneOf(preview), {}),
      ])
      await house.settle()
    })
    expect(told).toHaveLength(1)
    const { route } = await given(it)
    expect(route && sentOf(route)).toHaveLength(1)
  })
})

test('what turns out wrong is told to whom it was given: by name, way, and what they had', async () => {
  const { it, dossier, marieke } = await planned()
  await handOver(house, marieke, dossier)
  const facts = await press(house, marieke, await open(house, marieke, it), 'Feiten')
  const { facts: all = [] } = await kept(house, it)
  const maria = all.find(({ details }) => JSON.stringify(details).includes('Maria'))?.id
  const wrong: Which = (action) =>
    isWire(action.data) && action.data.verb === 'refuteFact' && action.data.fact === maria
  await press(house, marieke, facts, wrong)
  const now = await open(house, marieke, it)
  expect(seen(house, now)).toContain('Vraag naar Kim Bos, bellen')
  expect(seen(house, now)).toContain('Ze kregen: Maria Popescu')
})
