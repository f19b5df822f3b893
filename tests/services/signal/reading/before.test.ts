/** What was stored before it was kept when words of danger were written, and until when a press is meant, still opens. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Chat } from '../../../../services/draft/chat.ts'
import {
  aboutNow,
  asksDanger,
  goneAt,
  inDanger,
  remindAt,
  ringsAgainAt,
} from '../../../../services/draft/drafting.ts'
import { openQuestions } from '../../../../services/signal/reading/arrival.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { NOW } from '../../../kit/signals.ts'

const stored: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../fixtures/stores/before-arrival.json', import.meta.url), 'utf8'),
)

test('a chat: what was pressed at a moment that nobody knows is asked again, its alarms stand', () => {
  const chat = Chat.parse(stored.chat)
  expect(chat.about).toMatchObject({ what: 'addition' })
  expect(aboutNow(chat, NOW)).toBeUndefined()
  expect(chat.draft?.alarms).toHaveLength(1)
  expect(chat.effects.map(({ kind }) => kind)).toEqual(['mendAlarm', 'alarm'])
})

test('a draft in danger, of before it could be asked or seen: it is danger, nothing is asked, and it goes after a day', () => {
  const { draft, askedOf } = Chat.parse(stored.chat)
  if (!draft) throw new Error('There is a draft.')
  expect([inDanger(draft), asksDanger(draft), askedOf]).toEqual([true, false, undefined])
  expect(Date.parse(goneAt(draft) ?? '') - Date.parse(draft.lastAt)).toBe(24 * 3_600_000)
  expect(ringsAgainAt(draft)).toBeUndefined()
  expect(remindAt(draft)).toBeDefined()
})

test('a signal: its question arrived, for nothing says that it did not', () => {
  const record = SignalRecord.parse(stored.signal)
  expect(openQuestions(record)).toHaveLength(1)
  expect(record.alarms).toEqual([{ serviceUrl: 'https://teams.example/', conversation: 'a', activity: '1' }])
})
