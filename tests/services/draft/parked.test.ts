/** Several stories in one chat, and putting back what was thrown away: nothing is lost, and nothing of one joins another. */
import { describe, expect, test } from '@jest/globals'
import { Chat, type Draft, MOST_PARKED } from '../../../services/draft/chat.ts'
import { afterSending, alarmDraft, dropDraft, write } from '../../../services/draft/drafting.ts'
import {
  joinParked,
  mayPark,
  splitOff,
  splits,
  swapTo,
  withoutParked,
} from '../../../services/draft/parked.ts'
import { canPutBack, eraseDraft, erasedIsOver, putBack, withoutErased } from '../../../services/draft/undo.ts'
import { plus, Reference, SignalId, VaultKey } from '../../../services/words.ts'
import { NOW, setting } from '../../kit/signals.ts'

const id = (n: number) => SignalId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const key = (n: number) => VaultKey.parse(`00000000-0000-4000-8000-${String(1000 + n).padStart(12, '0')}`)
const fresh = (n: number, apart = false) => ({ id: id(n), vaultKey: key(n), unplaced: false, apart })
const words = (text: string) => ({ text, attachmentsRefused: 0, danger: false })
const empty: Chat = Chat.parse({
  schema: 1,
  municipality: 'voorbeeldstad',
  id: 'a'.repeat(64),
  greeted: true,
  sent: [],
  effects: [],
})
const texts = ({ draft, parked = [] }: Chat) => ({
  draft: draft?.parts.map(({ text }) => text),
  parked: parked.map(({ parts }) => parts.map(({ text }) => text)),
})
const two = (): Chat => {
  const one = write(empty, words('Een.'), fresh(1), setting())
  return write(one, words('Twee.'), fresh(2, true), setting())
}

describe('beside each other', () => {
  test('a second story stands apart; what is typed next joins the second', () => {
    expect(texts(write(two(), words('Meer.'), fresh(3), setting()))).toEqual({
      draft: ['Twee.', 'Meer.'],
      parked: [['Een.']],
    })
  })

  test('with danger, or with too many waiting, it joins what stands: nothing is refused', () => {
    const inDanger = alarmDraft(write(empty, words('Een.'), fresh(1), setting()), setting())
    expect(mayPark(inDanger)).toBe(false)
    expect(texts(write(inDanger, words('Twee.'), fresh(2, true), setting())).draft).toEqual(['Een.', 'Twee.'])
    const many = Array.from({ length: MOST_PARKED + 2 }, (_, at) => at).reduce(
      (chat, at) => write(chat, words(`${at}`), fresh(at, true), setting()),
      empty,
    )
    expect(many.parked).toHaveLength(MOST_PARKED)
    expect(texts(many).draft).toEqual([`${MOST_PARKED}`, `${MOST_PARKED + 1}`])
  })

  test('sent or gone, the other is the one that is written on', () => {
    expect(texts(dropDraft(two(), 'discarded', setting()))).toEqual({ draft: ['Een.'], parked: [] })
    expect(texts(afterSending(two(), Reference.parse('S-2026-0001'), true))).toEqual({
      draft: ['Een.'],
      parked: [],
    })
  })

  test('one that waits is taken by its card; one that does not is not', () => {
    expect(texts(swapTo(two(), id(1)) ?? empty)).toEqual({ draft: ['Een.'], parked: [['Twee.']] })
    expect(swapTo(two(), id(9))).toBeUndefined()
    expect(swapTo(alarmDraft(two(), setting()), id(1))).toBeUndefined()
  })

  test('joined again: every word, in the order of typing', () => {
    const joined = joinParked(two())
    expect(texts(joined ?? empty)).toEqual({ draft: ['Een.', 'Twee.'], parked: [] })
    expect(joined?.draft?.id).toBe(id(1))
    expect(joinParked(empty)).toBeUndefined()
  })

  test('split: the newest message and nothing else; of one message nothing', () => {
    const chat = write(write(empty, words('Een.'), fresh(1), setting()), words('Twee.'), fresh(1), setting())
    const split = splitOff(chat, { id: id(5), vaultKey: key(5) })
    expect(texts(split ?? empty)).toEqual({ draft: ['Twee.'], parked: [['Een.']] })
    expect(split?.draft?.vaultKey).toBe(key(5))
    const one = write(empty, words('Een.'), fresh(1), setting())
    expect(one.draft && splits(one.draft)).toBe(0)
    expect(splitOff(one, { id: id(5), vaultKey: key(5) })).toBeUndefined()
  })

  test('what waited too long goes, the rest stays', () => {
    expect(texts(withoutParked(two(), (draft: Draft) => draft.id === id(1)))).toEqual({
      draft: ['Twee.'],
      parked: [],
    })
  })
})

describe('put back', () => {
  const later = (minutes: number) => ({ ...setting(), now: plus(NOW, { minutes }) })

  test('within a minute, whole, under another key; after it no more', () => {
    const erased = eraseDraft(write(empty, words('Een.'), fresh(1), setting()), setting())
    expect(erased.draft).toBeUndefined()
    expect(canPutBack(erased, NOW)).toBe(true)
    expect(texts(putBack(erased, key(7), setting()) ?? empty).draft).toEqual(['Een.'])
    expect(putBack(erased, key(7), setting())?.draft?.vaultKey).toBe(key(7))
    expect(putBack(erased, key(7), later(1))).toBeUndefined()
    expect(canPutBack(erased, plus(NOW, { minutes: 1 }))).toBe(false)
    expect(erasedIsOver(erased, plus(NOW, { minutes: 1 }))).toBe(true)
    expect(withoutErased(erased).erased).toBeUndefined()
  })

  test('what was begun meanwhile waits beside it', () => {
    const erased = eraseDraft(write(empty, words('Een.'), fresh(1), setting()), setting())
    const chat = write(erased, words('Twee.'), fresh(2), setting())
    expect(texts(putBack(chat, key(7), setting()) ?? empty)).toEqual({ draft: ['Een.'], parked: [['Twee.']] })
  })

  test('danger rings anew: its alarms said that it was over', () => {
    const inDanger = alarmDraft(write(empty, words('Een.'), fresh(1), setting()), setting())
    const erased = { ...eraseDraft(inDanger, setting()), effects: [] }
    const back = putBack(erased, key(7), setting())
    expect(back?.draft?.danger).toBeDefined()
    expect(back?.effects.some(({ kind }) => kind === 'alarm')).toBe(true)
  })
})
