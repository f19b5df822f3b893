/**
 * Whatever happens, in whatever order, and whichever save fails or loses its answer: at no moment is there an entry that
 * says who reported, or leads from a code, which nothing refers to; and none is missing that something refers to.
 */
import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { forgetReporter, forgetSignal } from '../../../bot/courier/erase.ts'
import { Chat } from '../../../services/draft/chat.ts'
import { chatDue, dropDraft, write } from '../../../services/draft/drafting.ts'
import { chatOp, handle, parseStored, readChat } from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Degree } from '../../../services/signal/words.ts'
import { type Op, StoreUnavailable } from '../../../services/store/port.ts'
import { type Reporter, vaultDocument, vaultKeyOf } from '../../../services/vault/vault.ts'
import { SignalId, VaultKey } from '../../../services/words.ts'
import { chatOf, instance, keys, pressSend, someone, words } from '../../kit/chats.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { press, reporter, setting, town } from '../../kit/signals.ts'

/** One thing that happens, in one of two instances, with a save that may fail. */
type Deed = { on: 0 | 1; fails: 'before' | 'after' | undefined; late: number } & (
  | { do: 'write' | 'discard'; who: number }
  | { do: 'send'; who: number; degree: Degree }
  | { do: 'destroy' | 'forget'; which: number }
)

const common = {
  on: fc.constantFrom(0 as const, 1 as const),
  fails: fc.option(fc.constantFrom('before' as const, 'after' as const), { nil: undefined, freq: 2 }),
  /** Which of its saves fails. */
  late: fc.nat(2),
}
const who = fc.nat(2)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ ...common, do: fc.constantFrom('write' as const, 'write' as const, 'discard' as const), who }),
  fc.record({ ...common, do: fc.constant('send' as const), who, degree: fc.constantFrom(...Degree.options) }),
  fc.record({
    ...common,
    do: fc.constantFrom('destroy' as const, 'forget' as const),
    which: fc.nat(5),
  }),
)

class World {
  readonly disk = new MemoryDisk()
  readonly stores = [0, 1].map(() => new MemoryStore({ disk: this.disk }))
  readonly its = this.stores.map(instance)

  /** The entries of reporters of whom somebody began to forget who they are. */
  readonly forgotten = new Set<string>()

  /** What the chats and the signals refer to. */
  referred(): { vault: string[]; code: string[] } {
    const drafts = this.disk.all('chat').flatMap(({ body }) => Chat.parse(body).draft?.vaultKey ?? [])
    const signals = this.disk.all('signal').map(({ body }) => {
      const stored = parseStored(body, '')
      return 'record' in stored
        ? { vault: stored.record.vaultKey, code: stored.record.code?.id }
        : { vault: stored.tombstone.vaultKey, code: stored.tombstone.code }
    })
    return {
      vault: [...drafts, ...signals.flatMap(({ vault }) => vault ?? [])].sort(),
      code: signals.flatMap(({ code }) => code ?? []).sort(),
    }
  }

  stands(): { vault: string[]; code: string[] } {
    const ids = (kind: 'vault' | 'code') =>
      this.disk
        .all(kind)
        .map(({ id }) => id)
        .sort()
    return { vault: ids('vault'), code: ids('code') }
  }

  #standing(): SignalRecord[] {
    return this.disk.all('signal').flatMap(({ body }) => {
      const stored = parseStored(body, '')
      return 'record' in stored ? [stored.record] : []
    })
  }

  async #write(on: number, person: Reporter): Promise<void> {
    const store = this.stores[on] ?? new MemoryStore()
    const { chat, etag } = await readChat(store, town.id, chatOf(person))
    const vaultKey = VaultKey.parse(randomUUID())
    const fresh = { id: SignalId.parse(randomUUID()), vaultKey, unplaced: false }
    const next = write(chat, words('Er klopt iets niet.'), fresh, setting())
    const document = vaultDocument(keys, town.id, vaultKey, person, 'confidential')
    const sealed: Op[] = chat.draft ? [] : [{ op: 'create', document }]
    await store.save([chatOp(next, etag, chatDue(next)), ...sealed])
  }

  async #discard(on: number, person: Reporter): Promise<void> {
    const store = this.stores[on] ?? new MemoryStore()
    const { chat, etag } = await readChat(store, town.id, chatOf(person))
    if (!chat.draft) return
    const dropped = dropDraft(chat, 'discarded', setting())
    await store.save([
      chatOp(dropped, etag, chatDue(dropped)),
      { op: 'delete', key: vaultKeyOf(town.id, chat.draft.vaultKey) },
    ])
  }

  async #destroy(on: number, which: number): Promise<void> {
    const [it, store] = [this.its[on], this.stores[on]]
    const record = this.#standing()[which]
    if (!it || !store) return
    if (record) {
      await handle(it, record.id, { do: 'withdraw', id: press(), actor: reporter })
      const actor = { role: 'officer' as const, id: record.accountable }
      await handle(it, record.id, { do: 'destroy', id: press(), actor })
    }
    for (const { body } of this.disk.all('signal')) {
      const stored = parseStored(body, '')
      if ('tombstone' in stored) await forgetSignal({ store, keys }, town, stored.tombstone)
    }
  }

  /** As the round does it: where it stands, and then that it stood there. */
  async #forget(on: number, which: number): Promise<void> {
    const [it, store] = [this.its[on], this.stores[on]]
    const record = this.#standing()[which]
    if (!it || !store || !record) return
    await handle(it, record.id, { do: 'withdraw', id: press(), actor: reporter })
    if (record.vaultKey) this.forgotten.add(record.vaultKey)
    await forgetReporter({ store, keys }, town, record)
    await handle(it, record.id, { do: 'forgetReporter', id: press(), actor: { role: 'system' } })
  }

  async happen(deed: Deed): Promise<void> {
    const { on, fails, late } = deed
    if (fails) this.stores[on]?.fail('save', ...Array.from({ length: late }, () => undefined), fails)
    const person = someone(`29:${'who' in deed ? deed.who : 'niemand'}`)
    switch (deed.do) {
      case 'write':
        return this.#write(on, person)
      case 'discard':
        return this.#discard(on, person)
      case 'send': {
        const it = this.its[on]
        return it && void (await pressSend(it, person, { degree: deed.degree }))
      }
      case 'destroy':
        return this.#destroy(on, deed.which)
      case 'forget':
        return this.#forget(on, deed.which)
    }
  }
}

test('whatever happens: what says who it was stands for something, at every moment', async () => {
  const seen = { failures: 0, signals: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60 }), async (deeds) => {
      const world = new World()
      for (const each of deeds) {
        await world.happen(each).catch((error: unknown) => {
          if (!(error instanceof StoreUnavailable)) throw error
          seen.failures += 1
        })
        const { vault, code } = world.referred()
        const stands = world.stands()
        // Forgotten first where it stands; that it stood there is said until the next save.
        const over = (key: string) => world.forgotten.has(key) && !stands.vault.includes(key)
        expect(stands).toEqual({ vault: vault.filter((key) => !over(key)), code })
      }
      seen.signals += world.disk.all('signal').length
    }),
    { numRuns: 300 },
  )
  // It had something to do.
  expect(seen.failures).toBeGreaterThan(300)
  expect(seen.signals).toBeGreaterThan(100)
})
