/** Seeing more as a task, advice without personal data, and escalating: through the real bot. */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { kept, open, press, report, seen, through, verb } from './officerSteps.ts'
import { lastSaid, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

const STORY = 'Dragan Petrov laat mannen in een loods aan de Havenweg 12 werken zonder loon.'

test('more insight: a question to the reporter and one to a team, what came back, and what it gave', async () => {
  house = await startHouse()
  const { marieke, sanne } = house
  const it = await report(house, sanne, STORY)
  const page = await through(house, marieke, await open(house, marieke, it), 'Besluit nemen', 'Meer zicht')
  let dossier = await press(house, marieke, page, 'Leg het besluit vast', {
    insightQuestion: 'Staan er nog busjes bij de loods?',
    insightTo: 'reporter',
    minor: 'no',
    victimHelp: 'notApplicable',
  })
  expect(seen(house, dossier)).toContain('Je besluit staat vast: meer zicht.')
  const record = await kept(house, it)
  expect(record.decisions).toMatchObject([
    { outcome: 'moreInsight', reason: 'Staan er nog busjes bij de loods?' },
  ])
  expect(record.insights).toMatchObject([{ to: { who: 'reporter' } }])
  expect(said(house, sanne).join('\n')).toContain('Staan er nog busjes bij de loods?')
  expect(lastSaid(house, sanne)).not.toContain('doorgegeven')

  // One to a team, from *Meer*: somebody goes there.
  const form = await through(house, marieke, dossier, 'Meer', 'Vraag uitzetten')
  const before = said(house, sanne).length
  dossier = await press(house, marieke, form, 'Zet de vraag uit', {
    insightQuestion: 'Wonen er mensen?',
    insightTo: 'partner:wijkteam',
    insightKind: 'outreach',
    insightUntil: '2026-11-27',
  })
  expect(seen(house, dossier)).toContain('Aan Wijkteam, vóór vrijdag 27 november')
  expect(seen(house, dossier)).not.toContain('Afsluiten')
  expect(said(house, sanne)).toHaveLength(before)

  // Its day passes: whoever has it is told.
  house.clock.advance({ days: 6 })
  await house.bot.sweep()
  await house.settle()
  expect(said(house, marieke).join('\n')).toContain('Op een vraag om meer te weten kwam nog niets.')

  const came = await press(house, marieke, await open(house, marieke, it), {
    title: 'Noteer wat terugkwam',
    nth: 2,
  })
  expect(seen(house, came)).toContain('Wonen er mensen?')
  dossier = await press(house, marieke, came, 'Bewaar wat terugkwam', { text: 'Acht mensen.' })
  expect(seen(house, dossier)).toContain('Acht mensen.')
  const end = await press(house, marieke, dossier, { title: 'Sluit de vraag', nth: 2 })
  dossier = await press(house, marieke, end, 'Sluit de vraag af', { text: 'Genoeg om door te geven.' })
  expect(seen(house, dossier)).toContain('Genoeg om door te geven.')
  expect((await kept(house, it)).insights?.map(({ done }) => done !== undefined)).toEqual([false, true])
})

test('advice: names are pointed out first, and nothing was handed over', async () => {
  house = await startHouse()
  const { marieke, sanne } = house
  const it = await report(house, sanne, STORY)
  const before = said(house, sanne).length
  const form = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Noteer een advies')
  const typed = { whom: 'veilig-thuis', asked: 'Wat doen we met Dragan Petrov?', text: 'Bel de politie.' }
  const warned = await press(house, marieke, form, 'Bewaar het advies', typed)
  expect(seen(house, warned)).toContain('Dit staat ook in het dossier: Dragan Petrov')
  expect((await kept(house, it)).adviceCalls).toBeUndefined()
  const dossier = await press(house, marieke, warned, 'Bewaar het toch', {
    asked: 'Wat doen we met iemand die mensen laat werken?',
  })
  expect(seen(house, dossier)).toContain('Er is niets overgedragen.')
  expect(seen(house, dossier)).toContain('Bel de politie.')
  const record = await kept(house, it)
  expect([record.routes, record.adviceCalls?.length]).toEqual([[], 1])
  expect(said(house, sanne).slice(before).join('\n')).not.toContain('doorgegeven')
})

test('escalating: whom to call, one press rings, and what was done stands in the dossier', async () => {
  house = await startHouse()
  const { marieke, joost, sanne } = house
  const it = await report(house, sanne, STORY)
  const page = await through(house, marieke, await open(house, marieke, it), 'Opschalen')
  const words = seen(house, page)
  const order = ['112', 'Politie', 'Joost Hartog', 'Ellen Postma'].map((name) => words.indexOf(name))
  expect(order.every((at) => at >= 0)).toBe(true)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect((await kept(house, it)).urgency).not.toBe('acute')
  const rung = await press(house, marieke, page, 'Opgeschaald')
  expect((await kept(house, it)).urgency).toBe('acute')
  expect(house.connector.chat(joost).length).toBeGreaterThan(0)
  expect(seen(house, rung)).toContain('Opgeschaald. Dit is nu acuut')
  const wrong = await press(house, marieke, rung, verb('escalationStep'), {
    contact: 'partner:politie-avim',
    reached: 'reached',
    text: 'Een team komt.',
  })
  expect(seen(house, wrong)).toContain('Genoteerd wie je belde.')
  expect((await kept(house, it)).escalations).toMatchObject([
    { steps: [{ contact: 'partner:politie-avim', reached: 'reached', text: 'Een team komt.' }] },
  ])
  expect(seen(house, await open(house, marieke, it))).toContain('Een team komt.')
})
