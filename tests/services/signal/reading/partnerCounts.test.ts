/** How partners follow up, counted from what happened (A110). */
import { expect, test } from '@jest/globals'
import { partnerCounts } from '../../../../services/signal/reading/partnerCounts.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import type { PartnerAnswer } from '../../../../services/signal/words.ts'
import {
  decision,
  done,
  firstRoute,
  later,
  MARIEKE,
  officer,
  received,
  SAFE_HOME,
  setting,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAYS = 86_400_000

function after(...said: [Exclude<PartnerAnswer, 'received'>, number][]): SignalRecord {
  const planned = done(received(), by, decision())
  const handed = done(planned, by, { do: 'handOver', route: firstRoute(planned) })
  return said.reduce(
    (record, [what, day]) =>
      done(
        record,
        by,
        { do: 'partnerAnswered', route: firstRoute(record), what, text: '' },
        { at: setting(day * DAYS) },
      ),
    handed,
  )
}

test('each counts once, by what happened, with the middle number of days', () => {
  const records = [
    after(['takenUp', 2]),
    after(['question', 1], ['takenUp', 4]),
    after(['takenUp', 6], ['result', 30]),
    after(['notTakenUp', 9]),
    after(['noAnswer', 15]),
    after(),
    done(received(), by, decision()),
  ]
  expect(partnerCounts(records, town, later(40 * DAYS))).toEqual([
    {
      partner: SAFE_HOME,
      handedOver: 6,
      received: 4,
      takenUp: 3,
      declined: 1,
      silent: 2,
      answered: 1,
      medianDays: 5,
    },
  ])
})

test('a partner that got nothing, or let nothing know, has no days', () => {
  expect(partnerCounts([], town, later(0))).toEqual([])
  const [only] = partnerCounts([after()], { ...town, partners: town.partners.slice(0, 1) }, later(0))
  expect(only).toMatchObject({ partner: SAFE_HOME, handedOver: 1, silent: 0 })
  expect(only).not.toHaveProperty('medianDays')
})
