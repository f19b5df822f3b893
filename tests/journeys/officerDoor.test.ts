/** The doorbell says nothing, and the dossier opens for those who may see it, and for nobody else (steps 5 and 6). */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { meldpunt } from '../../infra/local/demo.ts'
import { calls, faults } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  canary,
  dataOf,
  decide,
  dialogOf,
  forge,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
} from './officerSteps.ts'
import { doorbellOf, lastSaid, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

test('the channel never learns a word that anybody wrote, nor who wrote it', async () => {
  house = await startHouse()
  const { sanne, marieke, connector, channel } = house
  const words = { story: canary('verhaal'), answer: canary('antwoord'), added: canary('erbij') }
  const written = {
    note: canary('notitie'),
    question: canary('vraag'),
    reason: canary('reden'),
    why: canary('haast'),
    call: canary('bellen'),
    reply: canary('partner'),
    told: canary('terug'),
  }
  const it = await report(house, sanne, `Een jongen slaapt in de keuken. ${words.story}`)
  let dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).toContain(words.story)
  dossier = await press(
    house,
    marieke,
    await press(house, marieke, dossier, 'Notitie'),
    'Bewaar de notitie',
    {
      text: written.note,
    },
  )
  const call = await press(house, marieke, dossier, 'Bel melder')
  await press(house, marieke, call, 'Laat zien wie het is', { reason: written.call })
  const more = await press(house, marieke, dossier, 'Meer')
  const urgency = await press(house, marieke, more, 'Urgentie wijzigen')
  dossier = await press(house, marieke, urgency, 'Wijzig de urgentie', {
    urgency: 'high',
    reason: written.why,
  })
  const ask = await press(house, marieke, dossier, 'Stel een vraag')
  await press(house, marieke, ask, 'Verstuur de vraag', { text: written.question })
  await sanne.say(words.answer)
  await house.settle()
  await sanne.say('aanvullen')
  await sanne.say(words.added)
  await house.settle()
  dossier = await open(house, marieke, it)
  dossier = await decide(house, marieke, dossier, {
    outcome: 'police',
    reason: written.reason,
    lead: 'Aandachtsfunctionaris',
    partners: 'politie-avim,zorgcoordinator',
    victimHelp: 'arranged',
    minor: 'no',
  })
  dossier = await handOver(house, marieke, dossier)
  dossier = await handOver(house, marieke, dossier)
  for (const _route of ['politie-avim', 'zorgcoordinator']) {
    const answer = await press(house, marieke, dossier, { title: 'Antwoord noteren', nth: 1 })
    dossier = await press(house, marieke, answer, 'Bewaar het antwoord', {
      what: 'takenUp',
      text: written.reply,
    })
  }
  const feedback = await press(house, marieke, dossier, 'Terugkoppelen')
  dossier = await press(house, marieke, feedback, 'Koppel terug', { form: 'message', text: written.told })
  dossier = await press(house, marieke, dossier, 'Afsluiten')
  expect((await kept(house, it)).state).toBe('closed')

  const bytes = connector.everythingSent(channel).map((sent) => sent.body)
  expect(bytes.length).toBeGreaterThan(8)
  const all = bytes.join('\n').toLowerCase()
  const secrets = [...Object.values(words), ...Object.values(written)]
  const who = [sanne.name, 'sanne', 'de wit', sanne.id, sanne.aadObjectId, 'sanne.de.wit', 'burgerzaken']
  const where = ['politie (avim)', 'politie-avim', 'zorgcoördinator', 'direct politie', 'police']
  const about = ['keuken', 'jongen', 'uitbuiting', 'mensenhandel', 'minderjarig']
  const leaks = [...secrets, ...who, ...where, ...about].filter((each) => all.includes(each.toLowerCase()))
  expect(leaks).toEqual([])
})

test('the doorbell says what it must: reference, kind, urgency, clock, state, who is accountable', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'Drie mensen wonen in een busje achter het bedrijf.')
  const bell = doorbellOf(house, it.reference)
  const text = house.connector.textOf(bell)
  expect(text).toContain('S-2026-0001 · signaal')
  expect(text).toContain('Urgentie normaal')
  expect(text).toContain('Status ontvangen')
  expect(text).toContain('Bekijken vóór woensdag 25 november')
  expect(text).toContain('Besluit vóór vrijdag 27 november')
  expect(text).toContain(`Verantwoordelijk ${marieke.name}`)
  expect(text).toContain('In behandeling bij nog niemand')
  expect(text).toContain('Niet hier bespreken')
  const notification = 'Er staat iets voor je klaar: S-2026-0001, signaal, urgentie normaal'
  expect(bell.text).toBe(notification)
  expect(bell.summary).toBe(notification)
})

test('Openen is a dialog for the one who clicks, and the view is recorded', async () => {
  house = await startHouse()
  const { sanne, marieke, connector, channel } = house
  const it = await report(house, sanne, 'Zij mag haar paspoort niet zelf houden.')
  const inChannel = connector.channel(channel).length
  const dossier = await open(house, marieke, it)
  await house.settle()
  expect(dialogOf(dossier).title).toBe('S-2026-0001')
  expect(seen(house, dossier)).toContain('Zij mag haar paspoort niet zelf houden.')
  expect(seen(house, dossier).indexOf('Bel melder')).toBeLessThan(seen(house, dossier).indexOf('paspoort'))
  expect(connector.channel(channel)).toHaveLength(inChannel)
  expect(doorbellOf(house, it.reference).version).toBe(1)
  expect(await audit(house, it)).toEqual(['reporter: report', 'Marieke Vonk: view'])
  const again = await open(house, marieke, it)
  expect(seen(house, again)).not.toContain('Sanne')
  expect((await kept(house, it)).revision).toBe(1)
})

test('a person who does not belong to the reporting point sees nothing, wherever they click', async () => {
  house = await startHouse()
  const { sanne, kees, marieke, thomas, nadia, connector } = house
  const it = await report(house, sanne, 'Hij werkt zeven dagen per week, ook in de nacht.')
  const dossier = await open(house, marieke, it)
  for (const person of [nadia, thomas]) {
    const refused = await open(house, person, it)
    expect(seen(house, refused)).toContain('Dit is alleen voor de mensen van het meldpunt.')
    expect(JSON.stringify(refused.body)).not.toContain('zeven dagen')
  }
  // The very same click, said to be hers: what it showed the officer is not shown again to somebody else.
  const { from: _from, ...click } = dossier.activity
  const stolen = { ...click, from: { id: nadia.id, name: nadia.name, aadObjectId: nadia.aadObjectId } }
  expect(JSON.stringify((await connector.send(stolen)).body)).not.toContain('zeven dagen')
  // A reporter sends what an officer's button sends, in their own chat: as a dialog, and as a plain button.
  await kees.say('start')
  const from = { id: kees.id, name: kees.name, aadObjectId: kees.aadObjectId }
  const { conversationId } = connector.newestCard(kees)
  const conversation = { conversationType: 'personal', tenantId: connector.tenantId, id: conversationId }
  const asDialog = await forge(house, dossier, { verb: 'open', signal: it.signal }, { from, conversation })
  expect(asDialog).toContain('Dit is alleen voor de mensen van het meldpunt.')
  const value = dataOf(dossier, 'Neem in behandeling')
  await forge(house, dossier, undefined, { from, conversation, name: undefined, type: 'message', value })
  expect(lastSaid(house, kees)).toContain('Deze knop werkt niet meer')
  expect(said(house, kees).join('\n')).not.toContain('zeven dagen')
  expect(await audit(house, it)).toEqual(['reporter: report', 'Marieke Vonk: view'])
})

test('an officer who is no longer in the channel sees nothing any more, also in a dialog that stands open', async () => {
  house = await startHouse()
  const { sanne, marieke, connector, channel } = house
  const it = await report(house, sanne, 'De huisbaas neemt haar post in.')
  const dossier = await open(house, marieke, it)
  connector.leave(channel, marieke)
  const refused = await press(house, marieke, dossier, 'Notitie')
  expect(seen(house, refused)).toContain(`Je bent geen lid van het kanaal ${meldpunt.channel.name}.`)
  expect(seen(house, await open(house, marieke, it))).not.toContain('huisbaas')
  expect(await audit(house, it)).toEqual(['reporter: report', 'Marieke Vonk: view'])
  connector.join(channel, marieke)
  expect(seen(house, await open(house, marieke, it))).toContain('huisbaas')
})

test('a click from another conversation opens nothing', async () => {
  house = await startHouse()
  const { sanne, marieke, thomas, connector } = house
  const it = await report(house, sanne, 'Hij krijgt geen loon en slaapt in de opslag.')
  const other = '19:0f0f0f0f@thread.tacv2'
  connector.makeChannel({
    id: other,
    name: 'Algemeen',
    team: { id: '19:anders@thread.tacv2', name: 'Anders', aadGroupId: randomUUID() },
    members: [marieke, thomas],
  })
  const dossier = await open(house, marieke, it)
  const elsewhere = { conversationType: 'channel', isGroup: true, tenantId: connector.tenantId, id: other }
  const shown = await forge(house, dossier, { verb: 'open', signal: it.signal }, { conversation: elsewhere })
  expect(shown).toContain('Dit werkt alleen in het kanaal Meldpunt of in je eigen chat')
  const group = { ...elsewhere, conversationType: 'groupChat', id: '19:groep@thread.v2' }
  expect(
    await forge(house, dossier, { verb: 'open', signal: it.signal }, { conversation: group }),
  ).not.toContain('opslag')
  const tenant = { tenant: { id: randomUUID() } }
  expect(
    await forge(
      house,
      dossier,
      { verb: 'open', signal: it.signal },
      { channelData: tenant, conversation: { ...elsewhere, tenantId: tenant.tenant.id } },
    ),
  ).toBe('')
  expect(await audit(house, it)).toEqual(['reporter: report', 'Marieke Vonk: view'])
})

test('tampered and missing card data, and a case that is not there, get a friendly answer', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'Zij draagt elke dag dezelfde kleren en heeft geen sleutel.')
  const dossier = await open(house, marieke, it)
  const broken: unknown[] = [
    undefined,
    null,
    'open',
    {},
    { verb: 'open' },
    { verb: 'open', signal: 'S-2026-0001' },
    { verb: 'wis', signal: it.signal },
    { verb: 'page', signal: it.signal, page: 'kluis' },
    { verb: 'close', signal: it.signal, seen: 0, press: randomUUID() },
    { verb: 'reveal', signal: it.signal, seen: 1, press: 'x', reason: 'ik wil het weten' },
    { verb: 'decideDays', signal: it.signal, seen: 1, press: randomUUID() },
  ]
  for (const data of broken) expect(await forge(house, dossier, data)).toContain('Deze knop werkt niet meer')
  // One field that says nothing known: asked once more, with all the rest.
  const press = { signal: it.signal, seen: 1, press: randomUUID() }
  const odd = await forge(house, dossier, { verb: 'setUrgency', ...press, urgency: 'none', reason: 'x' })
  expect(odd).toContain('je keuze bij “hoe snel” kwam niet aan')
  const nowhere = await forge(house, dossier, { verb: 'open', signal: randomUUID() })
  expect(nowhere).toContain('Dit dossier is er niet (meer).')
  const deed = { verb: 'note', signal: randomUUID(), seen: 1, press: randomUUID(), text: 'x' }
  expect(await forge(house, dossier, deed)).toContain('Dit dossier is er niet (meer).')
  expect(await audit(house, it)).toEqual(['reporter: report', 'Marieke Vonk: view'])
})

test('Teams cannot say who is in the channel: nothing is shown, nothing is done, and what was typed stays', async () => {
  house = await startHouse()
  const { sanne, marieke, connector } = house
  const it = await report(house, sanne, 'Zijn loon gaat naar de rekening van de baas.')
  const note = await press(house, marieke, await open(house, marieke, it), 'Notitie')
  connector.faults.next(2, calls.members, faults.unavailable())
  expect(seen(house, await open(house, marieke, it))).toContain('Ik kan er even niet bij')
  connector.faults.next(2, calls.members, faults.badGateway())
  const away = await press(house, marieke, note, 'Bewaar de notitie', { text: 'Gebeld met het wijkteam.' })
  expect(seen(house, away)).toContain('Er is niets gewijzigd en niets kwijt')
  expect(seen(house, away)).toContain('Gebeld met het wijkteam.')
  expect((await kept(house, it)).notes).toEqual([])
  const done = await press(house, marieke, away, 'Probeer het opnieuw')
  expect(seen(house, done)).toContain('Je notitie staat in het dossier.')
  expect((await kept(house, it)).notes.map((each) => each.text)).toEqual(['Gebeld met het wijkteam.'])
})
