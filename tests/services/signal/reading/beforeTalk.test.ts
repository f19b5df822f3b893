/** What was stored before a chat knew several stories, and a record what was asked after sending, still opens and goes on. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Chat } from '../../../../services/draft/chat.ts'
import { chatDue } from '../../../../services/draft/drafting.ts'
import { splitOff } from '../../../../services/draft/parked.ts'
import { eraseDraft, putBack } from '../../../../services/draft/undo.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { SignalId, VaultKey } from '../../../../services/words.ts'
import { setting } from '../../../kit/signals.ts'

const stored: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../fixtures/stores/before-talk.json', import.meta.url), 'utf8'),
)
const fresh = {
  id: SignalId.parse('00000000-0000-4000-8000-000000000091'),
  vaultKey: VaultKey.parse('00000000-0000-4000-8000-000000000092'),
}

test('a chat: its draft is thrown away and put back, and split', () => {
  const chat = Chat.parse(stored.chat)
  expect(chatDue(chat)).toBe('2026-11-24T08:00:00.000Z')
  const back = putBack(eraseDraft(chat, setting()), fresh.vaultKey, setting())
  expect(back?.draft?.parts).toEqual(chat.draft?.parts)
  const split = splitOff(chat, fresh)
  expect(split?.draft?.parts.map(({ text }) => text)).toEqual(['Toen.'])
  expect(split?.parked?.map(({ parts }) => parts.map(({ text }) => text))).toEqual([['Eerst.']])
})

test('a record: no part of it is a correction, and nothing was asked after sending', () => {
  const record = SignalRecord.parse(stored.record)
  expect(record.writtenIn).toBeUndefined()
  expect(record.story.map(({ asked, correction }) => [asked, correction])).toEqual(
    record.story.map(() => [undefined, undefined]),
  )
})
