/** When danger rings anew and when it says nothing new. Counted, with a clock of its own. */
import { describe, expect, test } from '@jest/globals'
import { AlarmMemory, MOST_NEW, MOST_SAME, STANDS_MINUTES } from '../../../bot/reporter/alarmMemory.ts'

const MINUTE = 60_000
const signs = (...words: string[]) => new Set(words)

function memory() {
  let now = 0
  const alarms = new AlarmMemory(() => now)
  const pass = (minutes: number) => {
    now += minutes * MINUTE
  }
  return { alarms, pass }
}

describe('what is new', () => {
  test('the first of a chat, and words that were not said', () => {
    const { alarms } = memory()
    expect(alarms.says('a', signs('mes'))).toBe('new')
    expect(alarms.says('a', signs('mes'))).toBe('again')
    expect(alarms.says('a', signs('mes', 'slaat'))).toBe('new')
    expect(alarms.says('a', signs('slaat'))).toBe('again')
    expect(alarms.says('b', signs('mes'))).toBe('new')
  })

  test('after some minutes everything is, however often it was said meanwhile', () => {
    const { alarms, pass } = memory()
    alarms.says('a', signs('mes'))
    for (let minute = 1; minute < STANDS_MINUTES; minute += 1) {
      pass(1)
      expect(alarms.says('a', signs('mes'))).toBe('again')
    }
    expect(alarms.left('a')).toBe(MINUTE)
    pass(1)
    expect(alarms.says('a', signs('mes'))).toBe('new')
  })

  test('there is an end to it, for a machine', () => {
    const { alarms } = memory()
    const said = Array.from({ length: 100 }, (_, nr) => alarms.says('a', signs(`word${nr}`)))
    expect(said.filter((each) => each === 'new')).toHaveLength(MOST_NEW)
    expect(said.slice(0, MOST_NEW)).toEqual(Array.from({ length: MOST_NEW }, () => 'new'))
    expect(said.at(-1)).toBe('tooOften')
  })
})

describe('an alarm that no longer stands', () => {
  test('rings some times with the same words, and then later', () => {
    const { alarms } = memory()
    alarms.says('a', signs('mes'))
    const said = Array.from({ length: 10 }, () => {
      alarms.ended('a')
      return alarms.says('a', signs('mes'))
    })
    expect(said).toEqual([
      ...Array.from({ length: MOST_SAME }, () => 'again'),
      ...Array.from({ length: 10 - MOST_SAME }, () => 'tooOften'),
    ])
    // Something new is new still.
    expect(alarms.says('a', signs('slaat'))).toBe('new')
  })

  test('of a chat of which nothing is known is nothing', () => {
    const { alarms } = memory()
    alarms.ended('a')
    expect(alarms.says('a', signs('mes'))).toBe('new')
    expect(alarms.left('b')).toBe(0)
  })
})

test('with no record behind it: once for the same words, also when a record rang before', () => {
  const { alarms, pass } = memory()
  alarms.says('a', signs('mes'))
  expect(alarms.ringsDirectly('a', signs('mes'))).toBe(true)
  expect(alarms.ringsDirectly('a', signs('mes'))).toBe(false)
  expect(alarms.ringsDirectly('a', signs('slaat'))).toBe(true)
  expect(alarms.ringsDirectly('b', signs('mes'))).toBe(true)
  pass(STANDS_MINUTES)
  expect(alarms.ringsDirectly('a', signs('mes'))).toBe(true)
})
