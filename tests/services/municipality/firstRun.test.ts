/** The first run as a rule: who, in which order, and never one for two. */
import { expect, test } from '@jest/globals'
import {
  afterDeed,
  type FirstRun,
  type FirstRunDeed,
  FirstRunPage,
  NOTHING_YET,
  namedTwice,
  noOfficers,
  stepNow,
} from '../../../services/municipality/firstRun.ts'
import { Municipality } from '../../../services/municipality/municipality.ts'
import { OfficerId } from '../../../services/words.ts'
import { ELLEN, JOOST, MARIEKE, NOW, THOMAS, town } from '../../kit/signals.ts'

const firstRun = { claim: [MARIEKE], confirm: [ELLEN, THOMAS] }
const named = { firstRun, isOfficer: (who: OfficerId) => who === MARIEKE }
const does = (run: FirstRun, by: OfficerId, deed: FirstRunDeed) =>
  afterDeed(run, deed, { by, at: NOW }, named)
const ALL: FirstRunDeed[] = [
  { do: 'claim' },
  { do: 'confirm' },
  ...FirstRunPage.options.map((page) => ({ do: 'looked' as const, page })),
  { do: 'tested' },
  { do: 'begin' },
  { do: 'everybody' },
]

test('each step is done once, in its order, by whom it is for; nothing else at that moment', () => {
  let run = NOTHING_YET
  for (const [at, deed] of ALL.entries()) {
    for (const other of ALL.filter((_deed, nth) => nth !== at)) {
      const by = other.do === 'confirm' ? ELLEN : MARIEKE
      expect(does(run, by, other)).toEqual({ refused: 'notNow' })
    }
    for (const nobody of [JOOST, OfficerId.parse('00000000-0000-4000-8000-000000000001')])
      expect(does(run, nobody, deed)).toEqual({ refused: 'notNamed' })
    const next = does(run, deed.do === 'confirm' ? THOMAS : MARIEKE, deed)
    if ('refused' in next) throw new Error(`refused: ${deed.do}`)
    run = next
  }
  expect(stepNow(run, true)).toBe('done')
})

test('whoever declines gives the place free; whoever claimed cannot confirm, also when named for both', () => {
  const claimed = does(NOTHING_YET, MARIEKE, { do: 'claim' })
  if ('refused' in claimed) throw new Error('refused')
  expect(does(claimed, THOMAS, { do: 'decline' })).toEqual(NOTHING_YET)
  const both = { ...named, firstRun: { claim: [MARIEKE], confirm: [MARIEKE] } }
  expect(afterDeed(claimed, { do: 'confirm' }, { by: MARIEKE, at: NOW }, both)).toEqual({ refused: 'same' })
})

test('a configuration in which one could do it alone is refused; who claims must be an officer of the file', () => {
  expect(namedTwice({ claim: [MARIEKE], confirm: [ELLEN, MARIEKE] })).toEqual([1])
  expect(noOfficers({ claim: [MARIEKE, JOOST], confirm: [ELLEN] }, town.officers)).toEqual([1])
  const both = Municipality.safeParse({ ...town, firstRun: { claim: [MARIEKE], confirm: [MARIEKE] } })
  expect(both.error?.issues.map(({ path }) => path.join('.'))).toEqual(['firstRun.confirm.0'])
})

test('a pilot without a first run is only opened', () => {
  const alone = { isOfficer: named.isOfficer }
  expect(afterDeed(NOTHING_YET, { do: 'everybody' }, { by: MARIEKE, at: NOW }, alone)).toMatchObject({
    everybody: { by: MARIEKE },
  })
  expect(afterDeed(NOTHING_YET, { do: 'claim' }, { by: MARIEKE, at: NOW }, alone)).toEqual({
    refused: 'notNamed',
  })
})
