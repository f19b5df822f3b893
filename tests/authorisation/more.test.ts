/** The corners of the matrix: who is rung by danger, the system, and buttons of dialogs that come as messages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { recordOf, report } from '../journeys/steps.ts'
import { OFFICER_SAMPLES, REPORTER_SAMPLES } from '../kit/deedSamples.ts'
import { act, MARIEKE, officer, received, reporter } from '../kit/signals.ts'
import { type Actor, OFFICER_VERBS, pressMessage, pressOfficer } from './cell.ts'
import { actorOf, CANARY, type Case, type Stage, setStage } from './stage.ts'

const LONG = 120_000
let stage: Stage
beforeAll(async () => {
  stage = await setStage(false, ['confidential'])
}, LONG)
afterAll(() => stage.house.stop(), LONG)

describe('authorisation: buttons of a dialog that come as messages', () => {
  test.each(['the officer', 'the deputy off duty', 'a member without a role'])(
    'by %s, in the channel: nothing is done, nothing of the case is said, and why is said in private',
    async (who) => {
      const { marieke, joost, thomas, channel } = stage.house
      const person = who === 'the officer' ? marieke : who === 'the deputy off duty' ? joost : thomas
      const actor: Actor = await actorOf(stage, person, channel)
      const cases = stage.cases('confidential')
      const wrong: string[] = []
      const marks = new Set<string>()
      for (const verb of OFFICER_VERBS) {
        // The list of references may stand in the channel: it is asked for there.
        if (verb === 'worklist' && who === 'the officer') continue
        const cell = await pressMessage(stage, actor, cases.inTriage, verb)
        wrong.push(...cell.wrong.map((what) => `${verb}: ${what}`))
        marks.add(cell.mark)
      }
      expect({ wrong, marks: [...marks] }).toEqual({ wrong: [], marks: ['.'] })
    },
    LONG,
  )
})

describe('authorisation: the next in line, rung by danger', () => {
  test('may look and work at it, also where a deed is refused; and at nothing else', async () => {
    const { house } = stage
    const danger = await report(house, house.sanne, `${CANARY}: hij heeft een mes en slaat haar nu.`)
    const it: Case = {
      signal: danger.signal,
      record: await recordOf(house, danger.signal),
      degree: 'confidential',
      reporter: house.sanne,
    }
    const actor = await actorOf(stage, house.joost, house.channel)
    stage.keep()
    const mark = async (verb: (typeof OFFICER_VERBS)[number]) =>
      (await pressOfficer(stage, actor, it, verb)).mark
    expect([await mark('open'), await mark('note'), await mark('close')]).toEqual(['o', '+', 'o'])
    const calm = stage.cases('confidential').received
    expect((await pressOfficer(stage, actor, calm, 'open')).mark).toBe('.')
  })
})

describe('authorisation: the system', () => {
  const OFFICER_DEEDS = Object.values(OFFICER_SAMPLES)
  const REPORTER_DEEDS = Object.values(REPORTER_SAMPLES)

  test.each([...OFFICER_DEEDS, ...REPORTER_DEEDS])('decides nothing and looks at nothing: $do', (deed) => {
    expect(act(received(), { role: 'system' }, deed)).toEqual({ refused: 'notAllowed' })
  })

  test.each(OFFICER_DEEDS)('and a reporter does nothing of an officer: $do', (deed) => {
    expect(act(received(), reporter, deed)).toEqual({ refused: 'notAllowed' })
  })

  test.each(REPORTER_DEEDS)('and an officer nothing of a reporter: $do', (deed) => {
    expect(act(received(), officer(MARIEKE), deed)).toEqual({ refused: 'notAllowed' })
  })
})
