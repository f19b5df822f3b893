/** Whatever happens between and during the looks: what is counted on stays, and in the end nothing else is left. */
import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { forgetSignal } from '../../../bot/courier/erase.ts'
import { type Rounding, unreferencedRound } from '../../../bot/jobs/unreferenced.ts'
import { unmarkSending } from '../../../services/draft/anonymousSend.ts'
import { Chat } from '../../../services/draft/chat.ts'
import { chatDue, write } from '../../../services/draft/drafting.ts'
import { sentAlready } from '../../../services/draft/interruptedSend.ts'
import { chatOp, handle, parseStored, readChat } from '../../../services/signal/handle.ts'
import { Degree } from '../../../services/signal/words.ts'
import type { Op } from '../../../services/store/port.ts'
import { type Reporter, vaultDocument } from '../../../services/vault/vault.ts'
import { SignalId, VaultKey } from '../../../services/words.ts'
import { chatOf, keys, pressSend, records, someone, words } from '../../kit/chats.ts'
import { press, reporter, setting, town } from '../../kit/signals.ts'
import { broken, codesOf, days, discard, vaultsOf, type World, world } from './unreferencedWorld.ts'

/** One thing that happens, in any order, with a save that may break off. */
type Deed =
  | { do: 'write' | 'discard' | 'tidy'; who: number; breaks?: number | undefined }
  | { do: 'send'; who: number; degree: Degree; breaks?: number | undefined }
  | { do: 'destroy'; which: number; breaks?: number | undefined }
  | { do: 'round'; instance: number; page: number; breaks?: number | undefined }
  | { do: 'pass'; hours: number }

const breaks = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined, freq: 2 })
const who = fc.integer({ min: 0, max: 2 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constantFrom('write', 'discard', 'tidy'), who, breaks }),
  fc.record({ do: fc.constant('write'), who }),
  fc.record({ do: fc.constant('send'), who, degree: fc.constantFrom(...Degree.options), breaks }),
  fc.record({ do: fc.constant('destroy'), which: fc.nat(5), breaks }),
  fc.record({
    do: fc.constant('round'),
    instance: fc.nat(1),
    page: fc.integer({ min: 1, max: 4 }),
    breaks: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined, freq: 5 }),
  }),
  fc.record({ do: fc.constant('pass'), hours: fc.constantFrom(1, 9, 21) }),
)

async function writes(it: World, person: Reporter): Promise<void> {
  const { store } = it
  const { chat, etag } = await readChat(store, town.id, chatOf(person))
  const vaultKey = VaultKey.parse(randomUUID())
  const fresh = { id: SignalId.parse(randomUUID()), vaultKey, unplaced: false }
  const next = write(chat, words('Er klopt iets niet.'), fresh, setting())
  const document = vaultDocument(keys, town.id, vaultKey, person, 'confidential')
  const before: Op[] = chat.draft ? [] : [{ op: 'create', document }]
  await store.save([...before, chatOp(next, etag, chatDue(next))])
}

/** What the sweep does with a send that broke off. */
async function tidy({ store, it }: World, person: Reporter): Promise<void> {
  const read = await readChat(store, town.id, chatOf(person))
  if (read.chat.draft?.sending && !(await sentAlready(it, read))) await unmarkSending(store, read)
}

/** Its reporter withdraws it and nothing of it is kept, as at the end of a term. */
async function destroy({ disk, store, it }: World, which: number): Promise<void> {
  const record = records(disk)[which]
  if (record) {
    const command = {
      do: 'destroy' as const,
      id: press(),
      actor: { role: 'officer' as const, id: record.accountable },
    }
    await handle(it, record.id, { do: 'withdraw', id: press(), actor: reporter })
    await handle(it, record.id, command)
  }
  for (const { body } of disk.all('signal')) {
    const stored = parseStored(body, '')
    if ('tombstone' in stored) await forgetSignal({ store, keys }, town, stored.tombstone)
  }
}

const NOBODY = '29:niemand'

async function happen(it: World, rounds: readonly Rounding[], deed: Deed): Promise<void> {
  if (deed.do === 'pass') return it.pass(deed.hours)
  if (deed.breaks !== undefined) it.store.fail('save', deed.breaks)
  const person = someone('who' in deed ? `29:${deed.who}` : NOBODY)
  switch (deed.do) {
    case 'write':
      return writes(it, person)
    case 'send':
      return void (await pressSend(it.it, person, { degree: deed.degree }))
    case 'discard':
      return discard(it, person)
    case 'tidy':
      return tidy(it, person)
    case 'destroy':
      return destroy(it, deed.which)
    case 'round': {
      const parts = rounds[deed.instance]
      if (parts) await unreferencedRound(parts, deed.page)
    }
  }
}

/** What somebody counts on now: drafts that were not sent, and signals. */
function countedOn({ disk }: World): { vault: string[]; code: string[] } {
  const all = records(disk)
  const drafts = disk.all('chat').flatMap(({ body }) => {
    const { draft } = Chat.parse(body)
    // What a send that broke off has taken away already is in the signal.
    return draft && !all.some(({ id }) => id === draft.id) && !draft.sending ? [draft.vaultKey] : []
  })
  return {
    vault: [...drafts, ...all.flatMap(({ vaultKey }) => vaultKey ?? [])],
    code: all.flatMap(({ code }) => code?.id ?? []),
  }
}

test('whatever happens between and during the looks: nothing that is counted on goes, and in the end nothing else is left', async () => {
  let ended = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 10, maxLength: 60 }), async (deeds) => {
      const it = world()
      const rounds = [it.rounding(), it.rounding()]
      for (const each of deeds) {
        await broken(happen(it, rounds, each))
        const { vault, code } = countedOn(it)
        expect(vaultsOf(it)).toEqual(expect.arrayContaining(vault))
        expect(codesOf(it)).toEqual(expect.arrayContaining(code))
      }
      // Faults that nobody met are over.
      for (let request = 0; request < 70; request += 1) await broken(it.store.save([]))
      for (let number = 0; number < 3; number += 1) {
        // A draft that stands counts on what a half send of it made.
        await tidy(it, someone(`29:${number}`))
        await discard(it, someone(`29:${number}`))
      }
      await broken(destroy(it, 99))
      it.pass(24)
      const parts = it.rounding()
      await days(it, 3, parts)
      const { vault, code } = countedOn(it)
      expect(vaultsOf(it)).toEqual([...vault].sort())
      expect(codesOf(it).sort()).toEqual([...code].sort())
      ended += it.said.reduce(
        (sum, [event, fields]) => sum + (event === 'vault.unreferred' ? (fields?.count ?? 0) : 0),
        0,
      )
    }),
    { numRuns: 300 },
  )
  // It had something to do.
  expect(ended).toBeGreaterThan(50)
})
