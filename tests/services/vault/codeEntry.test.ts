import { describe, expect, test } from '@jest/globals'
import { ChatId } from '../../../services/draft/chat.ts'
import { codeId, readCode } from '../../../services/vault/code.ts'
import { anonymousOf, codeDocument, markCodeSaved, readCodeEntry } from '../../../services/vault/codeEntry.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { ShortMemory } from '../../../services/vault/shortMemory.ts'
import { SignalId } from '../../../services/words.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import { ids } from '../../kit/signals.ts'
import { HERE, THERE } from '../store/subject.ts'

const keys = drawKeys(Buffer.alloc(32, 3))
const chat = ChatId.parse('a'.repeat(64))
const other = ChatId.parse('b'.repeat(64))
const newId = ids(7)
const draft = SignalId.parse(newId())
const it = anonymousOf(keys, HERE, chat, draft)

describe('privacy: what an anonymous send becomes', () => {
  test('the same for the same press, so that it is one signal with one code', () => {
    expect(anonymousOf(keys, HERE, chat, draft)).toEqual(it)
    expect(readCode(it.code)).toEqual({ code: it.code })
    expect(it.codeId).toBe(codeId(keys, HERE, it.code))
  })

  test('another from another chat, another draft, another municipality, or without our key', () => {
    const others = [
      anonymousOf(keys, HERE, other, draft),
      anonymousOf(keys, HERE, chat, SignalId.parse(newId())),
      anonymousOf(keys, THERE, chat, draft),
      anonymousOf(drawKeys(Buffer.alloc(32, 4)), HERE, chat, draft),
    ]
    for (const field of ['signal', 'code', 'codeId', 'command'] as const)
      expect(new Set([it, ...others].map((one) => one[field])).size).toBe(5)
  })

  test('says nothing of the draft or the chat', () => {
    expect(JSON.stringify(it)).not.toContain(draft)
    expect(JSON.stringify(it)).not.toContain(chat)
    expect(new Set([it.signal, it.command, draft]).size).toBe(3)
  })
})

describe('what is kept for a code', () => {
  test('leads to its signal, until now and after it was saved', async () => {
    const store = new MemoryStore()
    await store.save([{ op: 'create', document: codeDocument(HERE, it.codeId, it.signal) }])
    expect(await readCodeEntry(store, HERE, it.codeId)).toMatchObject({ signal: it.signal, saved: false })
    expect(JSON.stringify(store.disk.all('code'))).not.toContain(it.code)
    await markCodeSaved(store, HERE, it.codeId)
    await markCodeSaved(store, HERE, it.codeId)
    expect(await readCodeEntry(store, HERE, it.codeId)).toMatchObject({ signal: it.signal, saved: true })
    expect(await readCodeEntry(store, THERE, it.codeId)).toBeUndefined()
  })

  test('nothing, or something that is none, leads nowhere', async () => {
    const store = new MemoryStore()
    expect(await readCodeEntry(store, HERE, it.codeId)).toBeUndefined()
    await markCodeSaved(store, HERE, it.codeId)
    const document = { ...codeDocument(HERE, it.codeId, it.signal), body: { schema: 1, signal: 'x' } }
    await store.save([{ op: 'create', document }])
    expect(await readCodeEntry(store, HERE, it.codeId)).toBeUndefined()
  })
})

describe('a short memory', () => {
  test('forgets after its time, by the clock it was given', () => {
    let now = 0
    const memory = new ShortMemory<string>(2, 100, () => now)
    memory.set('a', 'een')
    now = 99
    expect(memory.get('a')).toBe('een')
    now = 100
    expect(memory.get('a')).toBeUndefined()
  })

  test('forgets what was not used longest', () => {
    const memory = new ShortMemory<string>(2, 100, () => 0)
    memory.set('a', 'een')
    memory.set('b', 'twee')
    memory.get('a')
    memory.set('c', 'drie')
    expect(['a', 'b', 'c'].map((name) => memory.get(name))).toEqual(['een', undefined, 'drie'])
  })
})
