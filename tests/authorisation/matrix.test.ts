/**
 * Who may not: every role, every button of every card, every state, through the real door. The expected outcomes stand
 * in `expected.ts`; a button that is new does not compile there until it has its row.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OfficerVerb } from '../../cards/actions.ts'
import { OFFICER_VERBS, REPORTER_VERBS } from './cell.ts'
import { OFFICER, REPORTER } from './expected.ts'
import { mayNothing, OF_ALL, told } from './rows.ts'
import { actorOf, inTenant, OTHER_CHANNEL, OTHER_TENANT, type Stage, setStage } from './stage.ts'

const LONG = 240_000
let stage: Stage
let stands = false
beforeAll(async () => {
  stage = await setStage(false, ['confidential'])
  stands = true
}, LONG)
afterAll(async () => {
  if (stands) await stage.house.stop()
  process.stdout.write(told())
}, LONG)

/** Of the settings everybody of the reporting point sees who reads; what they change is then proposed, not done. */
const OF_SETTINGS: ReadonlySet<OfficerVerb> = new Set(
  OFFICER_VERBS.filter((verb) => verb.startsWith('settings') || verb === 'firstRun'),
)

const sorted = (verbs: readonly string[]) => [...verbs].sort()

describe('authorisation: every button has its place', () => {
  test('each button of each card has a row', () => {
    expect(sorted(OFFICER_VERBS)).toEqual(sorted(Object.keys(OFFICER)))
    expect(sorted(REPORTER_VERBS)).toEqual(sorted(Object.keys(REPORTER)))
  })
})

describe('authorisation: who may not', () => {
  test(
    'another reporter',
    async () => {
      await mayNothing(stage, await actorOf(stage, stage.house.sanne), () => 'role')
    },
    LONG,
  )

  test(
    'an administrator or anybody else without a role',
    async () => {
      await mayNothing(stage, await actorOf(stage, stage.people.stranger), () => 'role')
    },
    LONG,
  )

  test(
    'a member of the channel without a role',
    async () => {
      const { thomas, channel } = stage.house
      await mayNothing(stage, await actorOf(stage, thomas, channel), () => 'role')
    },
    LONG,
  )

  test(
    'the deputy off duty: told who is on duty',
    async () => {
      const { joost, channel } = stage.house
      const reason = (verb: OfficerVerb) =>
        OF_SETTINGS.has(verb) ? '' : OF_ALL.has(verb) ? 'duty' : 'duty gone'
      await mayNothing(stage, await actorOf(stage, joost, channel), reason)
    },
    LONG,
  )

  test(
    'the head while others are there: told who is on duty',
    async () => {
      const { ellen, channel } = stage.house
      // Who searched, and who looked at what was found, is for the head to see; it names nobody it was about.
      const reason = (verb: OfficerVerb) =>
        verb === 'searches' || verb === 'recognitions' || OF_SETTINGS.has(verb)
          ? ''
          : OF_ALL.has(verb)
            ? 'duty'
            : 'duty gone'
      await mayNothing(stage, await actorOf(stage, ellen, channel), reason)
    },
    LONG,
  )

  test(
    'an officer who is no longer in the channel',
    async () => {
      const { marieke, channel, connector } = stage.house
      const actor = await actorOf(stage, marieke, channel)
      connector.leave(channel, marieke)
      await mayNothing(stage, actor, () => 'member')
      connector.join(channel, marieke)
    },
    LONG,
  )

  test(
    'an officer of another municipality',
    async () => {
      const { foreigner } = stage.people
      const actor = await actorOf(stage, foreigner, OTHER_CHANNEL)
      const there = {
        ...actor,
        desk: inTenant(actor.desk, OTHER_TENANT),
        chat: inTenant(actor.chat, OTHER_TENANT),
      }
      // What they enter is a signal of their own municipality.
      await mayNothing(stage, there, (verb) => (OF_ALL.has(verb) ? '' : 'gone'), new Set(['enterNow']))
    },
    LONG,
  )
})
