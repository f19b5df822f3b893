/** What is known in memory of a person who came back with a code: for minutes, and with a limit on trying. */
import { expect, test } from '@jest/globals'
import { CodeSessions } from '../../../bot/reporter/codeSession.ts'
import { ChatId } from '../../../services/draft/chat.ts'
import { Reference, SignalId } from '../../../services/words.ts'
import { keys } from '../../kit/chats.ts'
import { ids } from '../../kit/signals.ts'

const newId = ids(8)
const chat = (n: number) => ChatId.parse(n.toString(16).padStart(64, '0'))
const signal = SignalId.parse(newId())
const it = { signal, reference: Reference.parse('S-2026-0001'), language: 'nl' } as const
const MINUTE = 60_000

function desk() {
  let now = 0
  const pass = (minutes: number) => {
    now += minutes * MINUTE
  }
  return { desk: new CodeSessions(keys, () => now), pass }
}

test('what was opened is known to this chat only, for ten minutes from the last time it was used', () => {
  const { desk: it1, pass } = desk()
  it1.open(chat(1), it)
  expect(it1.opened(chat(2))).toBeUndefined()
  pass(9)
  expect(it1.opened(chat(1))?.signal).toBe(signal)
  it1.used(chat(1))
  pass(9)
  expect(it1.opened(chat(1))?.signal).toBe(signal)
  pass(10)
  expect(it1.opened(chat(1))).toBeUndefined()
})

test('asking what is open does not keep it open, nor does using it when it is over', () => {
  const { desk: it1, pass } = desk()
  it1.open(chat(1), it)
  pass(9)
  expect(it1.opened(chat(1))?.signal).toBe(signal)
  pass(1)
  it1.used(chat(1))
  expect(it1.opened(chat(1))).toBeUndefined()
})

test('what is over is given out once, to be taken away', () => {
  const { desk: it1, pass } = desk()
  it1.open(chat(1), it)
  it1.open(chat(2), it)
  it1.close(chat(2))
  expect(it1.over()).toEqual([])
  pass(10)
  // Asked for before the round: it is over all the same, and stands on a screen.
  expect(it1.opened(chat(1))).toBeUndefined()
  expect(it1.over()).toHaveLength(1)
  expect(it1.over()).toEqual([])
})

test('a second code in one chat gives back what the first showed', () => {
  const { desk: it1 } = desk()
  const first = it1.open(chat(1), it)
  expect(first.before).toBeUndefined()
  expect(it1.open(chat(1), it).before).toBe(first.opened)
})

test('a command has another name at every opening, and the same within one', () => {
  const { desk: it1 } = desk()
  const one = it1.open(chat(1), it).opened
  const other = it1.open(chat(1), it).opened
  expect(one.commandOf('a')).toBe(one.commandOf('a'))
  expect(new Set([one.commandOf('a'), one.commandOf('b'), other.commandOf('a')]).size).toBe(3)
})

test('six tries in a row, then one a minute; another person does not wait for it', () => {
  const { desk: it1, pass } = desk()
  const tries = Array.from({ length: 8 }, () => it1.wait(chat(1)))
  expect(tries).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
  expect(it1.wait(chat(2))).toBe(0)
  pass(1)
  expect([it1.wait(chat(1)), it1.wait(chat(1))]).toEqual([0, 1])
})

test('all together have a limit too', () => {
  const { desk: it1, pass } = desk()
  const tries = Array.from({ length: 200 }, (_, n) => it1.wait(chat(n)))
  expect(tries.filter((minutes) => minutes === 0)).toHaveLength(120)
  pass(1)
  expect(it1.wait(chat(999))).toBe(0)
})

test('a code that did not arrive is known to its chat for a while, one that did is not shown twice', () => {
  const { desk: it1, pass } = desk()
  it1.given(chat(1), signal, false)
  expect([it1.missed(chat(1)), it1.wasGiven(chat(1), signal)]).toEqual([signal, false])
  it1.given(chat(1), signal, true)
  expect([it1.missed(chat(1)), it1.wasGiven(chat(1), signal)]).toEqual([undefined, true])
  expect(it1.wasGiven(chat(2), signal)).toBe(false)
  pass(15)
  expect(it1.wasGiven(chat(1), signal)).toBe(false)
})
