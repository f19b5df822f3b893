/** Reporters who write, for tests of drafts and of sending: a chat, a store, and what stands in it afterwards. */
import { randomUUID } from 'node:crypto'
import type { Chat } from '../../services/draft/chat.ts'
import { chatDue, type Words, write } from '../../services/draft/drafting.ts'
import { References } from '../../services/draft/referenceNumbers.ts'
import { type Choices, type Sent, sendDraft } from '../../services/draft/send.ts'
import { chatOp, type Handling, type KeptChat, readChat } from '../../services/signal/handle.ts'
import { SignalRecord } from '../../services/signal/record.ts'
import type { Store } from '../../services/store/port.ts'
import { drawKeys } from '../../services/vault/seal.ts'
import { Reporter, vaultDocument } from '../../services/vault/vault.ts'
import { SignalId, VaultKey } from '../../services/words.ts'
import type { MemoryDisk } from './memoryStore.ts'
import { setting, town } from './signals.ts'

export const keys = drawKeys(Buffer.alloc(32, 7))

/** Names that must not be found anywhere but sealed. */
export const NAME = 'Sanne-de-Wit'
export const PERSON = '29:sanne-in-teams'

export const someone = (user = PERSON): Reporter =>
  new Reporter(
    { serviceUrl: 'https://teams.example/v3', conversation: `a:${user}`, user, entra: `entra-of-${user}` },
    NAME,
  )

export const chatOf = (who: Reporter) => who.chat(town.id, keys)

/** One running bot on a store. */
export function instance(store: Store): Handling & { keys: typeof keys; references: References } {
  const { now } = setting()
  return {
    store,
    municipality: town,
    now: () => now,
    newId: randomUUID,
    auditKey: keys.audit,
    keys,
    references: new References(store),
  }
}

export const words = (text: string, more: Partial<Words> = {}): Words => ({
  text,
  attachmentsRefused: 0,
  danger: false,
  ...more,
})

export const emptyChat = (who: Reporter = someone()): Chat => ({
  schema: 1,
  municipality: town.id,
  id: chatOf(who),
  greeted: false,
  sent: [],
  effects: [],
})

/** A chat in which these messages were typed; the draft's identity is sealed with the first of them. */
export async function typed(
  store: Store,
  who: Reporter,
  messages: readonly Words[],
  about: Chat['about'] = undefined,
): Promise<KeptChat> {
  const vaultKey = VaultKey.parse(randomUUID())
  const fresh = { id: SignalId.parse(randomUUID()), vaultKey, unplaced: false }
  const begun: Chat = { ...emptyChat(who), ...(about ? { about } : {}) }
  const chat = messages.reduce((so, message) => write(so, message, fresh, setting()), begun)
  const document = vaultDocument(keys, town.id, vaultKey, who, 'confidential')
  const saved = await store.save([{ op: 'create', document }, chatOp(chat, undefined, chatDue(chat))])
  if (!saved.saved) throw new Error('This chat was there already.')
  return { chat, etag: saved.etags[1] ?? undefined }
}

export const DEFAULTS: Choices = { certainty: 'suspicion', urgency: 'normal', degree: 'confidential' }

/** Presses *Verstuur* on what stands now. */
export async function pressSend(
  it: ReturnType<typeof instance>,
  who: Reporter,
  choices: Partial<Choices> = {},
): Promise<Sent> {
  const read = await readChat(it.store, town.id, chatOf(who))
  return sendDraft(it, who, read, { ...DEFAULTS, ...choices }, 'nl')
}

/** Every record that stands. */
export const records = (disk: MemoryDisk): SignalRecord[] =>
  disk.all('signal').map(({ body }) => SignalRecord.parse(body))
