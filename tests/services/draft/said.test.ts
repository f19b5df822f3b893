/** K3: which words came with which message: put where they belong, changed there, and never sent along. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Chat, type Draft } from '../../../services/draft/chat.ts'
import { partsOf, rewrite, write } from '../../../services/draft/drafting.ts'
import { changeIn, isEmpty, marksOf, placeOf, putIn, saidIn, wentTo } from '../../../services/draft/said.ts'
import { Instant, SignalId, VaultKey } from '../../../services/words.ts'
import { emptyChat, words } from '../../kit/chats.ts'
import { setting } from '../../kit/signals.ts'

const ID = '3f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e01'
const fresh = { id: SignalId.parse(ID), vaultKey: VaultKey.parse(ID), unplaced: false }
const at = (second: number) => Instant.parse(`2026-11-24T09:00:${String(second).padStart(2, '0')}.000Z`)
const typed = (text: string, mark: string, second?: number) =>
  words(text, { said: { mark, at: second === undefined ? undefined : at(second) } })
const chatWith = (...all: ReturnType<typeof typed>[]): Chat =>
  all.reduce((chat, each) => write(chat, each, fresh, setting()), emptyChat())
const textsIn = ({ draft }: Chat) => draft?.parts.map(({ text }) => text)
function draftOf({ draft }: Chat): Draft {
  if (!draft) throw new Error('There is no draft.')
  return draft
}

describe('K3: messages', () => {
  test('stand in the order of typing; one of which nobody knows when stands last', () => {
    const chat = chatWith(
      typed('twee', 'b', 2),
      typed('een', 'a', 1),
      typed('laatst', 'x'),
      typed('drie', 'c', 3),
    )
    expect(textsIn(chat)).toEqual(['een', 'twee', 'laatst', 'drie'])
  })

  test('that are long are several parts, which stay together', () => {
    const chat = chatWith(typed('x'.repeat(50_000), 'b', 2), typed('een', 'a', 1))
    expect(draftOf(chat).parts.map(({ text }) => text.length)).toEqual([3, 40_000, 10_000])
    expect(placeOf(draftOf(chat), 'b')).toEqual({ from: 1, to: 3 })
    const shorter = rewrite(chat, 'b', words('kort'), { changed: at(9), gone: false }, setting())
    expect(shorter && textsIn(shorter)).toEqual(['een', 'kort'])
  })

  test('that are not here are not changed', () => {
    expect(
      rewrite(chatWith(typed('een', 'a')), 'z', words('x'), { changed: undefined, gone: false }, setting()),
    ).toBeUndefined()
    expect(saidIn(draftOf(chatWith(typed('een', ''))), '')).toBeUndefined()
  })

  test('that were taken back leave nothing, and are not known as sent', () => {
    const chat = chatWith(typed('een', 'a', 1), typed('twee', 'b', 2))
    const left = rewrite(chat, 'a', words(''), { changed: at(5), gone: true }, setting())
    expect(left && textsIn(left)).toEqual(['twee'])
    expect(left?.draft && marksOf(left.draft)).toEqual(['b'])
    const none = left && rewrite(left, 'b', words(''), { changed: at(6), gone: true }, setting())
    expect(none?.draft && isEmpty(none.draft)).toBe(true)
  })

  test('with a form or a photo left the draft is not empty', () => {
    const draft = draftOf(chatWith(typed('een', 'a')))
    expect(isEmpty({ ...draft, parts: [], form: { what: 'iets' } })).toBe(false)
    expect(isEmpty({ ...draft, parts: [], attachmentsRefused: 1 })).toBe(false)
    expect(isEmpty({ ...draft, parts: [], form: {} })).toBe(true)
  })
})

const SEED = 20_261_130
test(`K3: whatever comes in whatever order, each message has its own words (seed ${SEED})`, () => {
  const step = fc.record({
    mark: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    second: fc.option(fc.integer({ min: 0, max: 59 }), { nil: undefined }),
    parts: fc.integer({ min: 0, max: 3 }),
    files: fc.integer({ min: 0, max: 2 }),
    gone: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let draft: Draft = { ...draftOf(chatWith(typed('voor', ''))), said: undefined }
      const expected = new Map<string, string[]>()
      let files = 0
      const filesOf = new Map<string, number>()
      for (const [n, { mark, second, parts: count, files: many, gone }] of steps.entries()) {
        const texts = Array.from({ length: count }, (_, i) => `${mark}${n}.${i}`)
        const parts = texts.flatMap((text) => partsOf(text, setting().now, 'chat'))
        const known = expected.has(mark)
        if (known) {
          const next = changeIn(draft, mark, gone ? [] : parts, {
            files: gone ? 0 : many,
            changed: undefined,
            gone,
          })
          if (!next) throw new Error('It is there.')
          draft = next
        } else draft = putIn(draft, { mark, at: second === undefined ? undefined : at(second) }, parts, many)
        const left = known && gone
        files += (left ? 0 : many) - (filesOf.get(mark) ?? 0)
        filesOf.set(mark, left ? 0 : many)
        expected.set(mark, left ? [] : texts)
      }
      expect(draft.attachmentsRefused).toBe(files)
      expect(draft.parts[0]?.text).toBe('voor')
      expect(draft.parts).toHaveLength(1 + [...expected.values()].flat().length)
      for (const [mark, texts] of expected) {
        const place = placeOf(draft, mark)
        expect(place && draft.parts.slice(place.from, place.to).map(({ text }) => text)).toEqual(texts)
      }
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('K3: a chat knows of its newest signals which messages went there, of the others not', () => {
  const sent = Array.from({ length: 30 }, (_, at) => ({ signal: `s${at}`, messages: [`m${at}`] }))
  const next = wentTo(
    sent,
    's29',
    Array.from({ length: 60 }, (_, at) => `x${at}`),
  )
  expect(next.at(-1)?.messages).toHaveLength(40)
  expect(next.slice(0, 10).every(({ messages }) => messages?.length === 0)).toBe(true)
  expect(next[10]?.messages).toEqual(['m10'])
})

test('a chat of before this was known opens, and goes on', () => {
  const chat = Chat.parse(JSON.parse(readFileSync('tests/fixtures/stores/chat-before-messages.json', 'utf8')))
  const next = write(chat, typed('Nieuw.', 'a', 1), fresh, setting())
  expect(textsIn(next)).toEqual(['Eerst.', 'Toen.', 'Nieuw.'])
  const changed = rewrite(next, 'a', words('Anders.'), { changed: at(3), gone: false }, setting())
  expect(changed && textsIn(changed)).toEqual(['Eerst.', 'Toen.', 'Anders.'])
  expect(changed?.draft?.attachmentsRefused).toBe(1)
})
