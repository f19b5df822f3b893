/**
 * Words of which only the way back was sealed, sent confidentially after all: then it is known who wrote them, in one
 * entry, whatever fails.
 */
import { describe, expect, test } from '@jest/globals'
import { chatDue } from '../../../services/draft/drafting.ts'
import { chatOp } from '../../../services/signal/handle.ts'
import { Degree } from '../../../services/signal/words.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { deliver } from '../../../services/vault/deliver.ts'
import { VaultBody, vaultDocument, vaultKeyOf } from '../../../services/vault/vault.ts'
import { instance, keys, PERSON, pressSend, records, someone, typed, words } from '../../kit/chats.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import { town } from '../../kit/signals.ts'

const who = someone()

/** A draft whose entry in the vault holds no name. */
async function nameless() {
  const store = new MemoryStore()
  const { chat, etag } = await typed(store, who, [words('Er klopt iets niet.')])
  const { draft } = chat
  if (!draft) throw new Error('There is no draft.')
  const marked = { ...chat, draft: { ...draft, addressOnly: true as const } }
  await store.save([
    { op: 'delete', key: vaultKeyOf(town.id, draft.vaultKey) },
    { op: 'create', document: vaultDocument(keys, town.id, draft.vaultKey, who, 'unknown') },
    chatOp(marked, etag, chatDue(marked)),
  ])
  return { store, it: instance(store) }
}

const entries = (store: MemoryStore) =>
  store.disk.all('vault').map(({ id, body }) => ({ id, named: VaultBody.parse(body).identity !== undefined }))

test.each(['unknown', 'confidential'] as const)(
  '%s, which failed, and then anonymous: nothing of the reporter stays',
  async (first) => {
    const { store, it } = await nameless()
    store.fail('save', 'before')
    await expect(pressSend(it, who, { degree: first })).rejects.toBeInstanceOf(StoreUnavailable)
    expect(entries(store)).toHaveLength(1)
    expect((await pressSend(it, who, { degree: 'anonymous' })).done).toBe('sent')
    expect(entries(store)).toEqual([])
  },
)

describe('sealed anew', () => {
  test.each(Degree.options)('%s: what that degree has, and nothing else', async (degree) => {
    const { store, it } = await nameless()
    expect((await pressSend(it, who, { degree })).done).toBe('sent')
    const [record] = records(store.disk)
    const { vaultKey } = record ?? {}
    expect(record?.degree).toBe(degree)
    expect(entries(store)).toEqual(vaultKey ? [{ id: vaultKey, named: degree === 'confidential' }] : [])
    expect(vaultKey === undefined).toBe(degree === 'anonymous')
  })

  test.each(['before', 'after'] as const)(
    'confidential, a save that fails (%s) and pressed again: one signal, and it is known whose',
    async (fault) => {
      const { store, it } = await nameless()
      store.fail('save', fault)
      await expect(pressSend(it, who)).rejects.toBeInstanceOf(StoreUnavailable)
      await pressSend(it, who)
      const [record, ...others] = records(store.disk)
      const key = record?.vaultKey
      if (!key) throw new Error('It is not known whose it is.')
      expect(others).toEqual([])
      expect(entries(store)).toEqual([{ id: key, named: true }])
      expect((await deliver(store, keys, town.id, key))?.forSending().user).toBe(PERSON)
    },
  )
})
