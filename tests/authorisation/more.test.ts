/** The corners of the matrix: who is rung by danger, the system, and buttons of dialogs that come as messages. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OfficerDeed, ReporterDeed } from '../../services/signal/command.ts'
import { recordOf, report } from '../journeys/steps.ts'
import { act, JOOST, MARIEKE, officer, received, reporter } from '../kit/signals.ts'
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
  const route = randomUUID()
  const DEEDS: readonly (OfficerDeed | ReporterDeed)[] = [
    { do: 'view' },
    { do: 'take' },
    { do: 'handTo', officer: JOOST },
    { do: 'note', text: 'x' },
    { do: 'ask', text: 'x' },
    { do: 'called' },
    { do: 'setUrgency', urgency: 'high', reason: 'x' },
    { do: 'setMinor', minor: 'no' },
    { do: 'handOver', route },
    { do: 'partnerAnswered', route, what: 'takenUp', note: '' },
    { do: 'feedBack', form: 'call', text: 'x' },
    { do: 'advise', text: 'x' },
    { do: 'endConsultation', choice: 'enough' },
    { do: 'keepAgainstWish', reason: 'x' },
    { do: 'close' },
    { do: 'reveal', reason: 'x' },
    { do: 'add', text: 'x', attachmentsRefused: 0, acute: false },
    { do: 'answer', question: undefined, how: 'text', text: 'x', attachmentsRefused: 0, acute: false },
    { do: 'withdraw' },
    { do: 'talk' },
    { do: 'noDanger' },
    { do: 'chooseConsultation', choice: 'enough' },
  ]

  test.each(DEEDS)('decides nothing and looks at nothing: $do', (deed) => {
    expect(act(received(), { role: 'system' }, deed)).toEqual({ refused: 'notAllowed' })
  })

  test.each(DEEDS)('and nobody does what is another’s: $do', (deed) => {
    const other = DEEDS.indexOf(deed) < 16 ? reporter : officer(MARIEKE)
    expect(act(received(), other, deed)).toEqual({ refused: 'notAllowed' })
  })
})
