/** What was seen of a reporting point, and what comes of it: who counts, who hears of it, what must be gone through. */
import { describe, expect, test } from '@jest/globals'
import type { WhyGone } from '../../../services/municipality/municipality.ts'
import {
  asItStands,
  countsOf,
  hearerOf,
  observe,
  ofChannel,
  type Point,
  Point as Schema,
  type Seen,
  soundPoint,
} from '../../../services/municipality/reportingPoint.ts'
import type { OfficerId } from '../../../services/words.ts'
import { ELLEN, ids, JOOST, later, MARIEKE, TODAY, town } from '../../kit/signals.ts'

const newId = ids(7)
let clock = 0
/** As it is seen by somebody who made sure. */
function see(point: Point, seen: Seen) {
  clock += 1
  return observe(
    point,
    { ...seen, sure: true },
    { municipality: town, today: TODAY, now: later(clock), newId },
  )
}
const channel = (how: Seen['channel']): Seen => ({ channel: how, officers: new Map() })
const officers = (...found: [OfficerId, 'there' | WhyGone | 'unknown'][]): Seen => ({
  channel: 'unknown',
  officers: new Map(found),
})
const told = (point: Point) => point.tell.map(({ to, news, about }) => [to, news, about])
const sound = soundPoint(town)

test('nothing new: the very same, so that nothing is saved', () => {
  const everybody = officers([MARIEKE, 'there'], [JOOST, 'there'], [ELLEN, 'unknown'])
  for (const seen of [channel('there'), channel('unknown'), everybody, officers()])
    expect(see(sound, seen)).toEqual({ point: sound, news: [] })
  expect(see(sound, channel('there')).point).toBe(sound)
})

test('the channel goes and comes back: the one who answers and the next in line hear of both, once', () => {
  const gone = see(sound, channel('gone'))
  expect(gone.news).toEqual(['channelGone'])
  expect(told(gone.point)).toEqual([
    [MARIEKE, 'channelGone', undefined],
    [JOOST, 'channelGone', undefined],
  ])
  expect(gone.point.tend).toBe('stand')
  expect(asItStands(town, gone.point).point).toEqual({ channelGone: true, gone: [], nobody: false })
  expect(see(gone.point, channel('gone')).point).toBe(gone.point)
  expect(see(gone.point, channel('unknown')).point).toBe(gone.point)
  const back = see({ ...gone.point, tell: [] }, channel('there'))
  expect(told(back.point).map(([, news]) => news)).toEqual(['channelBack', 'channelBack'])
  expect(back.point.tend).toBe('ring')
  expect(asItStands(asItStands(town, gone.point), back.point)).toEqual(town)
})

test('back before anybody was told that it was gone: only that is dropped that is over', () => {
  const gone = see(sound, channel('gone')).point
  expect(told(see(gone, channel('there')).point).map(([, news]) => news)).toEqual([
    'channelBack',
    'channelBack',
  ])
})

describe('an officer', () => {
  test.each(['left', 'notMember', 'chat'] as const)('goes (%s): the others hear who answers now', (why) => {
    const { point, news } = see(sound, officers([MARIEKE, why]))
    expect(news).toEqual(['officerGone'])
    expect(told(point)).toEqual([
      [JOOST, 'officerGone', MARIEKE],
      [ELLEN, 'officerGone', MARIEKE],
    ])
    expect(hearerOf(asItStands(town, point), MARIEKE, TODAY)).toBe(JOOST)
    expect(hearerOf(asItStands(town, point), ELLEN, TODAY)).toBe(ELLEN)
  })

  test('is gone for another reason: known, since when it was first, and no news', () => {
    const first = see(sound, officers([JOOST, 'notMember'])).point
    const { point, news } = see(first, officers([JOOST, 'left']))
    expect(news).toEqual([])
    expect(point.gone).toEqual([{ officer: JOOST, why: 'left', since: first.gone[0]?.since }])
  })

  test('cannot be asked for: what was known stays', () => {
    const first = see(sound, officers([JOOST, 'left'])).point
    expect(see(first, officers([JOOST, 'unknown'])).point).toBe(first)
  })

  test('comes back: said, and what was not said yet is not', () => {
    const first = see(sound, officers([MARIEKE, 'left'])).point
    const { point, news } = see(first, officers([MARIEKE, 'there']))
    expect(news).toEqual(['officerBack'])
    expect(told(point)).toEqual([[JOOST, 'officerBack', MARIEKE]])
    expect(asItStands(town, point)).toEqual(town)
  })
})

describe('nobody at all', () => {
  const all = (why: WhyGone) => officers([MARIEKE, why], [JOOST, why], [ELLEN, why])
  const nobody = (point: Point) => asItStands(town, point).point?.nobody
  test('every account is gone, or put out of the channel', () => {
    expect(nobody(see(sound, all('left')).point)).toBe(true)
    expect(nobody(see(sound, all('notMember')).point)).toBe(true)
    expect(nobody(see(sound, officers([MARIEKE, 'left'], [JOOST, 'left'])).point)).toBe(false)
  })
  test('an officer who cannot be written to still reads in the channel, as long as there is one', () => {
    const silent = see(sound, all('chat')).point
    expect(nobody(silent)).toBe(false)
    expect(nobody(see(silent, channel('gone')).point)).toBe(true)
  })
  test('counts, and no one', () => {
    const point = see(see(sound, all('left')).point, channel('gone')).point
    const counts = countsOf(point, town)
    expect(counts).toMatchObject({ channelGone: true, officersGone: 3, officers: 3, nobody: true })
    expect(JSON.stringify(counts)).not.toContain(MARIEKE)
  })
})

test('another channel is configured: it is there until asked, and gets everything that is open', () => {
  const gone = see(see(sound, channel('gone')).point, officers([JOOST, 'left'])).point
  const moved = { ...town, channel: { ...town.channel, channelId: '19:nieuw@thread.tacv2' } }
  expect(ofChannel(gone, town)).toBe(gone)
  const now = ofChannel(gone, moved)
  expect(now).toMatchObject({ channelId: '19:nieuw@thread.tacv2', tend: 'ring' })
  expect(asItStands(moved, now).point).toMatchObject({ channelGone: false, gone: [{ officer: JOOST }] })
})

test('an officer who is no longer configured is forgotten', () => {
  const gone = see(sound, officers([ELLEN, 'left'])).point
  const without = { ...town, officers: town.officers.filter(({ id }) => id !== ELLEN) }
  expect(asItStands(without, gone).point).toBeUndefined()
})

test('what is kept can be read again, and other things are refused', () => {
  const { point } = see(see(sound, channel('gone')).point, officers([JOOST, 'chat']))
  expect(Schema.parse(JSON.parse(JSON.stringify(point)))).toEqual(point)
  expect(Schema.safeParse({ ...point, gone: [{ officer: JOOST }] }).success).toBe(false)
})
