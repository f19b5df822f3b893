import { lineOps, withListing } from '../agenda/entry.ts'
import { keptOps } from '../files/kept.ts'
import { dayOf } from '../municipality/workingTime.ts'
import { takeFresh } from '../outbox/lease.ts'
import type { Setting } from '../signal/change.ts'
import { receive } from '../signal/decide.ts'
import {
  type Handling,
  type KeptChat,
  type KeptSignal,
  readChat,
  readSignal,
  settingOf,
  storedSignal,
} from '../signal/handle.ts'
import type { Danger } from '../signal/record.ts'
import type { Certainty, Degree, Minor, Urgency } from '../signal/words.ts'
import { type Op, StoreUnavailable } from '../store/port.ts'
import { anonymousOf } from '../vault/codeEntry.ts'
import type { Keys } from '../vault/seal.ts'
import { type Reporter, vaultDocument, vaultKeyOf } from '../vault/vault.ts'
import { impossible, type Language, type SignalId, VaultKey } from '../words.ts'
import { leftOp, namesOf, readThatNothingTies } from './anonymousSend.ts'
import type { Chat, Draft } from './chat.ts'
import { afterSending, everybody, inDanger, unrung } from './drafting.ts'
import type { References } from './referenceNumbers.ts'

export type Choices = {
  certainty: Certainty
  urgency: Urgency
  degree: Degree
  /** Chosen on the card of the draft; the form may say it too. */
  minor?: Minor | undefined
  /** In which language it was written, where the bot does not speak it. */
  writtenIn?: string | undefined
  /** One of the municipality's list, when that was said. */
  department?: string | undefined
}

export type Sent =
  | { done: 'sent'; kept: KeptSignal }
  /** This draft was sent before: the same press twice, or an answer that did not arrive. */
  | { done: 'already'; kept: KeptSignal }
  | { done: 'noDraft' }

const MOST_TRIES = 8

type Sending = Handling & { keys: Keys; references: References }

/** What this degree keeps of the reporter, and what the vault needs for it. */
function vaultOps(
  it: Sending,
  draft: Draft,
  reporter: Reporter,
  degree: Degree,
): { key?: VaultKey; ops: Op[] } {
  const municipality = it.municipality.id
  const forgotten: Op = { op: 'delete', key: vaultKeyOf(municipality, draft.vaultKey) }
  switch (degree) {
    case 'confidential':
    case 'unknown': {
      // Sealed with the identity since the first word.
      if (degree === 'confidential' && !draft.addressOnly) return { key: draft.vaultKey, ops: [] }
      const key = VaultKey.parse(it.newId())
      const document = vaultDocument(it.keys, municipality, key, reporter, degree)
      return { key, ops: [{ op: 'create', document }, forgotten] }
    }
    case 'anonymous':
      return { ops: [forgotten] }
    default:
      return impossible(degree)
  }
}

/** Danger that was chosen on the card, without a word of it in the text, is danger all the same; and whom it rings. */
function dangerOf(chat: Chat, draft: Draft, { urgency }: Choices, setting: Setting) {
  if (inDanger(draft)) return { danger: draft.danger, unrung: unrung(chat) }
  if (urgency !== 'acute') return { danger: draft.danger, unrung: undefined }
  const danger: Danger = { at: setting.now, called112: 'unknown' }
  return { danger, unrung: everybody(setting) }
}

/** What stands of an earlier send of a draft that its chat does not have any more. @throws StoreUnavailable */
async function sentBefore(it: Sending, chat: Chat, draft: SignalId): Promise<Sent> {
  const municipality = it.municipality.id
  const own = chat.sent.find((sent) => sent.draft === draft)?.signal ?? draft
  for (const id of [own, anonymousOf(it.keys, municipality, chat.id, draft).signal]) {
    const kept = await readSignal(it.store, municipality, id)
    if (kept && 'record' in kept) return { done: 'already', kept }
  }
  return { done: 'noDraft' }
}

/**
 * The signal of this draft stands, and the draft too: words that were delivered again after it was sent, or a chat that
 * was put back from a backup. What stands is the answer, and the draft goes. Undefined: it is to be tried again.
 * @throws StoreUnavailable
 */
async function standsAlready(
  it: Sending,
  { chat, etag }: KeptChat,
  draft: Draft,
  signal: SignalId,
): Promise<Sent | undefined> {
  const kept = await readSignal(it.store, it.municipality.id, signal)
  if (!kept || !('record' in kept)) return undefined
  const { reference, vaultKey, degree } = kept.record
  const forgotten: Op = { op: 'delete', key: vaultKeyOf(it.municipality.id, draft.vaultKey) }
  const left = leftOp(afterSending(chat, reference, degree !== 'anonymous'), etag)
  const saved = await it.store.save([...(vaultKey === draft.vaultKey ? [] : [forgotten]), left])
  if (!saved.saved) return undefined
  if (degree === 'anonymous') await readThatNothingTies(it, chat, draft)
  return { done: 'already', kept }
}

/**
 * Sends the draft of this chat: its number, its signal, what the vault and the code need and the chat without it, in one
 * save.
 * @throws StoreUnavailable: it may or may not have been sent; sending again finds what stands.
 */
export function sendDraft(
  it: Sending,
  reporter: Reporter,
  read: KeptChat,
  choices: Choices,
  language: Language,
): Promise<Sent> {
  const send = () => claimAndSave(it, reporter, read, choices, language)
  return it.references.inTurn(it.municipality.id, send)
}

async function claimAndSave(
  it: Sending,
  reporter: Reporter,
  read: KeptChat,
  choices: Choices,
  language: Language,
): Promise<Sent> {
  const municipality = it.municipality.id
  const wanted = read.chat.draft?.id
  let { chat, etag } = read
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { draft } = chat
    if (!draft || draft.id !== wanted) return wanted ? sentBefore(it, chat, wanted) : { done: 'noDraft' }
    const setting = settingOf(it)
    const year = dayOf(setting.now, it.municipality).slice(0, 4)
    const { reference, ops: claim, name } = await it.references.next(municipality, year)
    const names = namesOf(it, chat, draft, choices.degree)
    const vault = vaultOps(it, draft, reporter, choices.degree)
    const received = receive(
      {
        do: 'report',
        id: names.command,
        actor: { role: 'reporter' },
        municipality,
        signal: names.signal,
        reference,
        kind: draft.kind,
        language,
        degree: choices.degree,
        vaultKey: vault.key,
        code: names.code,
        certainty: choices.certainty,
        urgency: choices.urgency,
        ...dangerOf(chat, draft, choices, setting),
        story: draft.parts,
        form: choices.minor ? { ...draft.form, minor: choices.minor } : draft.form,
        writtenIn: choices.writtenIn,
        sentFrom: choices.department === undefined ? undefined : { department: choices.department },
        attachmentsRefused: draft.attachmentsRefused,
        attachments: draft.attachments,
        alarms: draft.alarms,
        replaces: draft.card?.activity,
      },
      setting,
    )
    const fresh = takeFresh(received, [], it.holder, setting.now)
    const record = withListing(fresh, it.municipality, setting.now)
    const after = afterSending(chat, reference, choices.degree !== 'anonymous')
    const [counter, number] = claim
    const create: Op = { op: 'create', document: storedSignal(record, it.municipality) }
    const ops = [
      counter,
      number,
      create,
      ...names.ops,
      ...vault.ops,
      ...keptOps(
        municipality,
        (draft.attachments ?? []).map(({ id }) => id),
      ),
      leftOp(after, etag),
      ...lineOps(undefined, record),
    ]
    const result = await it.store.save(ops)
    if (result.saved) {
      it.references.claimed(name, reference, result.etags[ops.indexOf(counter)] ?? '')
      if (choices.degree === 'anonymous') await readThatNothingTies(it, chat, draft)
      return { done: 'sent', kept: { record, etag: result.etags[ops.indexOf(create)] ?? '' } }
    }
    if (ops[result.at] === create) {
      const stood = await standsAlready(it, { chat, etag }, draft, names.signal)
      if (stood) return stood
    }
    if (ops[result.at] === number) it.references.taken(name, reference)
    else it.references.forget(name)
    ;({ chat, etag } = await readChat(it.store, municipality, chat.id))
  }
  throw new StoreUnavailable('busy')
}
