/** One signal through everything that can happen to it, watched at every step. */
import { expect } from '@jest/globals'
import type { Degree } from '../../services/signal/words.ts'
import { recordOf } from '../journeys/steps.ts'
import { calls, faults } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { type Reporter, SAID, tells, WHO } from './canaries.ts'
import { fillsForm, isBack, officerOf, presses, type Sent, sends } from './life.ts'
import type { Leak, LeaseWatch } from './watch.ts'

/** From the first word to the end, with everything that can happen in between. */
export async function wholeLife(
  house: House,
  person: Reporter,
  degree: Degree,
  eyes: LeaseWatch,
  found: Leak[],
): Promise<Sent> {
  const { connector, marieke, joost, clock } = house
  const step = (name: string) => void found.push(...eyes.look(`${degree}: ${name}`))
  await tells(house, person, SAID.story)
  step('typed')
  await person.say(`${SAID.danger}.`)
  await house.settle()
  step('danger')
  await presses(house, person, 'noDanger')
  step('danger taken back')
  await fillsForm(house, person, { what: SAID.form, who: WHO.phone, howKnown: WHO.mail, minor: 'yes' })
  step('form')
  const it = await sends(house, person, degree)
  if (it.code !== undefined) {
    eyes.add({ what: 'the code', text: it.code })
    await presses(house, person, 'codeSaved')
  }
  step('sent')
  const does = officerOf(house, marieke, it.signal)
  expect(await does('open')).toContain(SAID.story)
  await does('take')
  await does('note', { text: SAID.note })
  await does('called', { reached: 'reached', text: SAID.call })
  expect((await recordOf(house, it.signal)).calls).toHaveLength(1)
  step('opened')
  // Teams is away for a while: what is asked comes later.
  const away = (ask: Parameters<typeof calls.write>[0]) =>
    calls.write(ask) && !ask.path.includes('thread.tacv2')
  connector.faults.next(8, away, faults.unavailable())
  await does('ask', { text: SAID.question })
  step('asked while Teams is away')
  connector.faults.clear()
  clock.advance({ minutes: 20 })
  await house.bot.sweep()
  await house.settle()
  step('asked')
  await house.restart()
  step('started again')
  await isBack(house, person, it)
  step('came back')
  await presses(house, person, 'answer', { answer: SAID.answer })
  step('answered')
  expect((await recordOf(house, it.signal)).questions[0]?.answer?.text).toBe(SAID.answer)
  await person.say('aanvullen')
  await person.say(`${SAID.added}. Hij heeft een mes en slaat haar nu.`)
  await house.settle()
  step('added')
  await does('handTo', { officer: joost.aadObjectId })
  const deputy = officerOf(house, joost, it.signal)
  expect(await deputy('open')).toContain(SAID.answer)
  await deputy('handTo', { officer: marieke.aadObjectId })
  step('handed to the deputy and back')
  await does('correct', { passage: 'story.0', text: SAID.correction, reason: SAID.reason })
  await does('freeze', { reason: SAID.reason })
  await does('unfreeze', { reason: SAID.reason })
  step('rights')
  await does('decideDays', {
    form: {
      outcome: 'external',
      reason: SAID.reason,
      lead: 'Wijkteam',
      partners: ['veilig-thuis'],
      victimHelp: 'arranged',
      minor: 'yes',
      victimCheck: SAID.reason,
      tellForm: 'message',
    },
    'answerBy.veilig-thuis': '2026-12-08',
  })
  step('decided')
  const route = async () => (await recordOf(house, it.signal)).routes[0]?.id
  await does('handOver', { route: await route() })
  step('handed over')
  await does('partnerAnswered', { route: await route(), what: 'takenUp', text: SAID.partner })
  await does('feedBack', { form: 'message', text: SAID.told })
  step('fed back')
  await person.say('mijn meldingen')
  await person.say('ik wil praten')
  await house.settle()
  await does('close')
  step('closed')
  const record = await recordOf(house, it.signal)
  expect([record.state, record.urgency, record.feedback.length]).toEqual(['closed', 'acute', 1])
  return it
}
