/** The whole story in English: reporter, officer, channel and every message, without a word of Dutch. */
import { afterEach, expect, test } from '@jest/globals'
import type { Clicked, Inputs, Person, Which } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { handOver, kept, open, press, report, seen, verb } from './officerSteps.ts'
import { doorbellOf, opened, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

/** Words that are Dutch and nothing else; the names of months and days are capitals in English. */
const DUTCH =
  /\b(het|een|niet|[Mm]elder|[Mm]elding|[Dd]ossier|[Bb]esluit|[Jj]ij|[Jj]ouw|wordt|naar|voor|aan|van|staat|[Ww]ij|[Hh]ier|nog|[Gg]een|terug|uiterlijk|maandag|dinsdag|woensdag|donderdag|vrijdag|november|december)\b/g
const dutchIn = (text: string): string[] => text.match(DUTCH) ?? []

test('reported, asked, decided, handed over, answered, told and closed in English', async () => {
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      municipalities: config.municipalities.map((m) => ({
        ...m,
        language: 'en' as const,
        leads: ['Officer', 'Neighbourhood team'],
      })),
    }),
  })
  const { connector, channel } = house
  const english = (person: Person) => connector.person({ ...person, locale: 'en-GB' })
  const [sanne, marieke] = [english(house.sanne), english(house.marieke)]
  const shown: string[] = []
  const see = (clicked: Clicked) => {
    if (clicked.dialog) shown.push(opened(house, clicked.dialog))
    return clicked
  }
  const go = async (at: Clicked, which: Which, inputs?: Inputs) =>
    see(await press(house, marieke, at, which, inputs))

  const it = await report(house, sanne, 'A boy is not allowed to hold his own passport.')
  let now = see(await open(house, marieke, it))
  expect(seen(house, now)).toContain('A boy is not allowed to hold his own passport.')
  now = await go(now, 'Take it on')
  expect(seen(house, now)).toContain('You have taken on S-2026-0001. You are responsible now.')
  now = await go(await go(now, 'Note'), 'Keep the note', { text: ' ' })
  expect(seen(house, now)).toContain('Please note: there is no text yet.')
  now = await go(now, 'Keep the note', { text: 'Called the team.' })
  now = await go(await go(now, 'Call the reporter'), 'Show who it is', { reason: 'Is he safe today?' })
  expect(seen(house, now)).toContain('This was reported by Sanne de Wit.')
  now = await go(await go(now, 'I have called'), 'Keep the call', {
    reached: 'reached',
    text: 'He is safe today.',
  })
  expect(seen(house, now)).toContain('Noted: you spoke to the reporter.')
  now = await go(await go(now, 'Ask a question'), 'Send the question', { text: 'How old is he?' })
  await sanne.say('About sixteen.')
  await house.settle()
  now = see(await open(house, marieke, it))
  now = await go(await go(now, 'More'), 'Yes, a minor')
  now = await go(await go(await go(now, 'More'), 'Change the urgency'), verb('setUrgency'), {
    urgency: 'acute',
    reason: 'He leaves tomorrow.',
  })
  expect(seen(house, now)).toContain('The urgency is acute now.')
  now = await go(now, 'Decide')
  const form = {
    outcome: 'police',
    reason: 'This may be exploitation.',
    lead: 'Officer',
    partners: 'politie-avim',
    victimHelp: 'notYet',
    minor: 'yes',
  }
  now = await go(now, 'Next', form)
  expect(seen(house, now)).toContain('it may be about a minor')
  now = await go(now, 'Next', { ...form, partners: 'politie-avim,zorgcoordinator' })
  now = await go(now, 'Record the decision')
  expect(seen(house, now)).toContain('Your decision has been recorded: straight to the police.')
  now = see(await handOver(house, marieke, now))
  now = see(await handOver(house, marieke, now))
  for (const what of ['takenUp', 'notTakenUp']) {
    now = await go(now, { title: 'Note the answer', nth: 1 })
    now = await go(now, 'Keep the answer', { what })
  }
  now = await go(await go(now, 'Give feedback'), 'Give feedback')
  now = await go(await go(now, 'Close'), 'Keep', { how: 'arranged', text: '' })
  now = await go(now, 'Close')
  expect(seen(house, now)).toContain('S-2026-0001 is closed. Thank you for your care.')
  expect((await kept(house, it)).state).toBe('closed')
  await marieke.say('worklist')
  await sanne.say('my reports')

  const bell = doorbellOf(house, it.reference)
  expect(connector.textOf(bell)).toContain('Status closed')
  expect(bell.summary).toBe('Something is ready for you: S-2026-0001, signal, urgency acute')
  const toReporter = said(house, sanne).join('\n')
  for (const moment of [
    'A question about S-2026-0001',
    'A decision has been made about S-2026-0001',
    'S-2026-0001 has been passed on',
  ])
    expect(toReporter).toContain(moment)
  for (const card of connector.chat(sanne).filter((each) => each.byBot && each.cards.length > 0))
    expect(card.summary).toBe('There is something waiting for you')
  const everything = [...shown, ...said(house, channel), ...said(house, marieke), ...said(house, sanne)]
  expect(everything.flatMap(dutchIn)).toEqual([])
})
