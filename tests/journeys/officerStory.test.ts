/** The whole story (steps 7 and 8): decided, handed over, answered, told, closed; and everybody sees each step. */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
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
  verb,
} from './officerSteps.ts'
import { doorbellOf, opened, saidDuring } from './steps.ts'

let house: House
afterEach(() => house.stop())

const STORY = 'Een meisje van de nagelstudio slaapt in de kelder.'
const STATES = ['received', 'inTriage', 'decided', 'handedOver', 'fedBack', 'closed']

test('from received to closed: six states, the doorbell follows each, the reporter hears of each', async () => {
  house = await startHouse()
  const { sanne, marieke, connector, channel } = house
  const secrets = { reason: canary('reden'), answer: canary('partner') }
  const bell: string[] = []
  const state = () => bell.push(/Status (.*)/.exec(bellText(house, it))?.[1] ?? '')
  const it = await report(house, sanne, STORY)
  const receipt = connector.newestCard(sanne)
  expect(opened(house, receipt)).toContain('Gelukt, dank je wel.')
  expect(receipt.summary).toBe('Er staat iets voor je klaar')
  const told: string[] = []
  const heard = async (act: () => Promise<unknown>) => {
    const said = await saidDuring(house, sanne, act)
    told.push(...said)
    return said
  }
  state()
  let dossier = await open(house, marieke, it)

  await heard(async () => {
    const ask = await through(house, marieke, dossier, 'Stel een vraag')
    dossier = await press(house, marieke, ask, 'Verstuur de vraag', { text: 'Hoe vaak zie je haar?' })
  })
  expect(told).toHaveLength(1)
  state()
  await sanne.say('Elke week.')
  await sanne.say('mijn antwoord')
  await house.settle()
  dossier = await open(house, marieke, it)

  const decided = await heard(async () => {
    dossier = await decide(
      house,
      marieke,
      dossier,
      {
        ...FORM,
        outcome: 'caseMeeting',
        reason: secrets.reason,
        partners: 'arbeidsinspectie,zorgcoordinator,wijkteam',
      },
      { 'answerBy.arbeidsinspectie': '2026-12-08', 'answerBy.zorgcoordinator': '2026-11-27' },
    )
  })
  // Nothing was handed over yet, so nobody can be asked how it goes.
  expect(decided.join()).toContain('Dat is nog niet gebeurd.')
  expect(decided.join()).not.toContain('vragen we hoe het gaat')
  state()
  expect(seen(house, dossier)).toContain('Nog over te dragen. Antwoord gevraagd vóór dinsdag 8 december.')

  // Handed over one by one, each with its own day.
  const nobody = { verb: 'handOver', signal: it.signal, seen: 9, press: randomUUID(), route: randomUUID() }
  expect(await forge(house, dossier, nobody)).toContain('dit kan nu niet meer')
  // Two days were chosen; of what is high it is two working days, from the hand-over.
  const days = ['dinsdag 8 december', 'vrijdag 27 november', 'donderdag 26 november']
  const kinds = [
    'een organisatie die toezicht houdt of kan ingrijpen',
    'een organisatie voor hulp en zorg',
    'een andere afdeling van de gemeente',
  ]
  for (const [at, day] of days.entries()) {
    const said = await heard(async () => {
      dossier = await handOver(house, marieke, dossier)
    })
    expect(said).toHaveLength(1)
    expect(said.join()).toContain(`Dankzij jou hebben we dit doorgegeven aan ${kinds[at]}.`)
    expect(said.join()).toContain('Je naam')
    expect(said.join()).toContain(`Op ${day} vragen we hoe het gaat.`)
    state()
  }
  expect((await kept(house, it)).routes.map((route) => [route.partner, route.state, route.answerBy])).toEqual(
    [
      ['arbeidsinspectie', 'handedOver', '2026-12-08'],
      ['zorgcoordinator', 'handedOver', '2026-11-27'],
      ['wijkteam', 'handedOver', '2026-11-26'],
    ],
  )

  // Not closed while somebody still has to answer.
  const close = async () => {
    const { revision } = await kept(house, it)
    return forge(house, dossier, { verb: 'close', signal: it.signal, seen: revision, press: randomUUID() })
  }
  expect(seen(house, dossier)).not.toContain('Afsluiten')
  expect(await close()).toContain('er wacht nog een antwoord van een organisatie')
  const answers = ['takenUp', 'question', 'noAnswer'] as const
  for (const what of answers) {
    // A question stands first, for it is our turn; the others wait for them.
    const nth = what === 'noAnswer' ? 2 : 1
    const page = await press(house, marieke, dossier, { title: 'Antwoord noteren', nth })
    const text = what === 'takenUp' ? secrets.answer : ''
    const said = await heard(async () => {
      dossier = await press(house, marieke, page, 'Bewaar het antwoord', { what, text })
    })
    // What a partner says is not for the reporter: only that it is taken up.
    expect(said).toHaveLength(what === 'takenUp' ? 1 : 0)
    if (what === 'takenUp') expect(said.join()).toContain('Wie hierover gaat, heeft je signaal opgepakt.')
  }
  expect(seen(house, dossier)).toContain(secrets.answer)
  expect((await kept(house, it)).routes.map((route) => route.answer?.what).sort()).toEqual(answers.toSorted())
  // Only an answer is an answer: the question waits for us, the silence for them.
  expect(seen(house, dossier)).not.toContain('Afsluiten')
  expect(await close()).toContain(
    'er wacht nog een antwoord van een organisatie, of een organisatie wacht op jou',
  )
  const ours = await press(house, marieke, dossier, verb('answerPage'))
  dossier = await press(house, marieke, ours, 'Bewaar ons antwoord', { text: 'Aan de Havenweg.' })
  expect(seen(house, dossier)).toContain('Aan de Havenweg.')
  for (const nth of [1, 1]) {
    const page = await press(house, marieke, dossier, { title: 'Antwoord noteren', nth })
    dossier = await press(house, marieke, page, 'Bewaar het antwoord', { what: 'notTakenUp', text: '' })
  }
  expect((await kept(house, it)).routes.map((route) => route.answer?.what)).toEqual([
    'takenUp',
    'notTakenUp',
    'notTakenUp',
  ])

  // Not closed without feedback.
  expect(seen(house, dossier)).not.toContain('Afsluiten')
  expect(await close()).toContain('koppel eerst terug aan de melder')
  const form = await through(house, marieke, dossier, 'Terugkoppelen')
  expect(valueIn(form, 'text')).toContain('We hebben je signaal doorgegeven aan wie hierover gaat.')
  const feedback = await heard(async () => {
    dossier = await press(house, marieke, form, 'Koppel terug')
  })
  expect(feedback.join()).toContain('Marieke Vonk schrijft:')
  state()
  await heard(async () => {
    dossier = await press(house, marieke, dossier, 'Afsluiten')
  })
  state()
  expect(seen(house, dossier)).toContain('S-2026-0001 is afgesloten.')

  expect(bell).toEqual([
    'ontvangen',
    'in triage (in behandeling)',
    'besloten',
    'overgedragen',
    'overgedragen',
    'overgedragen',
    'teruggekoppeld (de melder heeft antwoord)',
    'afgesloten',
  ])
  expect(bellText(house, it)).toContain('Dit dossier is afgesloten. Je hoeft hier niets te doen.')
  // One card in the channel, mended each time.
  expect(
    connector.channel(channel).filter((shown) => connector.textOf(shown).includes(it.reference)),
  ).toHaveLength(1)
  expect(connector.versions(doorbellOf(house, it.reference)).length).toBeGreaterThanOrEqual(8)
  expect(told.map((each) => /dank/i.test(each))).toEqual(told.map(() => true))
  expect(told.at(-1)).toContain('S-2026-0001 is afgerond')
  const record = await kept(house, it)
  expect(record.effects).toEqual([])
  const moves = record.audit.flatMap(({ from, to }) => [from, to]).filter((each) => each !== undefined)
  expect(moves.every((each) => STATES.includes(each))).toBe(true)

  // What the reporter was sent names no partner and holds none of the officer's own words but those meant for them.
  const wire = connector
    .everythingSent(sanne)
    .map((sent) => sent.body)
    .join('\n')
  const partners = [
    'Arbeidsinspectie',
    'Zorgcoördinator',
    'arbeidsinspectie',
    'zorgcoordinator',
    'Wijkteam',
    'wijkteam',
  ]
  expect([...partners, ...Object.values(secrets)].filter((word) => wire.includes(word))).toEqual([])
  for (const shown of connector.chat(sanne).filter((each) => each.byBot && each.cards.length > 0)) {
    // Every message but the receipt, which is the answer to a press, is closed until it is tapped.
    if (shown.id > receipt.id) expect(connector.textOf(shown)).not.toContain(it.reference)
    expect(shown.summary).toBe('Er staat iets voor je klaar')
    expect(shown.text).toBe('Er staat iets voor je klaar')
  }
})

test.each([
  ['message', 'bericht van de bot', 1],
  ['call', 'gebeld', 0],
  ['meeting', 'gesproken', 0],
  ['none', 'niet teruggekoppeld', 0],
] as const)('feedback as %s is recorded, and then it can be closed', async (form, name, messages) => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, STORY)
  let dossier = await open(house, marieke, it)
  const early = await forge(house, dossier, {
    verb: 'feedBack',
    signal: it.signal,
    seen: 1,
    press: randomUUID(),
    form: 'none',
    text: 'Zomaar.',
  })
  expect(early).toContain('neem eerst een besluit')
  dossier = await decide(
    house,
    marieke,
    dossier,
    { ...FORM, outcome: 'monitor', partners: '' },
    { monitorUntil: '2026-12-24' },
  )
  const page = await through(house, marieke, dossier, 'Terugkoppelen')
  const empty = await press(house, marieke, page, 'Koppel terug', { form, text: '  ' })
  expect(seen(house, empty)).toContain(form === 'none' ? 'de reden ontbreekt' : 'er staat nog geen tekst')
  expect(valueIn(empty, 'form')).toBe(form)
  const text = `Zo is het gegaan. ${canary('terug')}`
  const said = await saidDuring(house, sanne, async () => {
    dossier = await press(house, marieke, empty, 'Koppel terug', { form, text })
  })
  expect(said.filter((each) => each.includes(text))).toHaveLength(messages)
  expect(seen(house, dossier)).toContain(`${name} · Marieke Vonk`)
  expect((await kept(house, it)).feedback).toMatchObject([{ form, text, by: marieke.aadObjectId }])
  const closing = await saidDuring(house, sanne, async () => {
    dossier = await press(house, marieke, dossier, 'Afsluiten')
  })
  // A reporter who must not hear of it, for the recorded reason, does not hear of the end either.
  if (form === 'none') expect(closing).toEqual([])
  else expect(closing.join()).toContain('Dank je wel dat je dit liet weten.')
  expect((await kept(house, it)).closing).toMatchObject({ by: marieke.aadObjectId, how: 'closed' })
})

test('not closed before a decision; and told by phone, the bot stays silent until the end', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, STORY)
  let dossier = await open(house, marieke, it)
  const early = { verb: 'close', signal: it.signal, seen: 1, press: randomUUID() }
  expect(await forge(house, dossier, early)).toContain('neem eerst een besluit')
  expect((await kept(house, it)).state).toBe('received')
  const silence = await saidDuring(house, sanne, async () => {
    dossier = await decide(house, marieke, dossier, { ...FORM, tellForm: 'call' })
    dossier = await handOver(house, marieke, dossier)
  })
  expect(silence).toEqual([])
  expect(valueIn(await through(house, marieke, dossier, 'Terugkoppelen'), 'form')).toBe('call')
})

test('a closed signal can be read and no longer changed, and a text that came too late is given back', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, STORY)
  let dossier = await open(house, marieke, it)
  const note = await through(house, marieke, dossier, 'Notitie')
  const asked = await through(house, marieke, dossier, 'Besluit nemen')
  dossier = await press(house, marieke, asked, 'Verder', {
    ...FORM,
    outcome: 'noAction',
    partners: '',
    safeReason: 'explained',
  })
  dossier = await press(house, marieke, dossier, 'Afsluiten')
  const late = await press(house, marieke, note, 'Bewaar de notitie', { text: 'Dit wist ik nog.' })
  expect(seen(house, late)).toContain('dit dossier is afgesloten. Er is niets meer te wijzigen.')
  expect(valueIn(late, 'text')).toBe('Dit wist ik nog.')
  expect((await kept(house, it)).notes).toEqual([])
  expect(seen(house, await open(house, marieke, it))).toContain(STORY)
  expect((await audit(house, it)).at(-1)).toBe('Marieke Vonk: view')
  // The buttons that still stand on older cards do nothing.
  for (const name of ['take', 'called', 'setMinor', 'setUrgency', 'handTo']) {
    const data = {
      verb: name,
      signal: it.signal,
      seen: 1,
      press: randomUUID(),
      minor: 'yes',
      urgency: 'acute',
      reason: 'x',
    }
    const more = name === 'handTo' ? { ...data, officer: house.joost.aadObjectId } : data
    expect(await forge(house, late, more)).toContain('dit dossier is afgesloten')
  }
  expect(await kept(house, it)).toMatchObject({
    state: 'closed',
    minor: 'no',
    urgency: 'high',
    calls: [],
  })
})
