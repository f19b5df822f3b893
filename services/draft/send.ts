import { lineOps, withListing } from '../agenda/entry.ts'
import { dayOf } from '../municipality/workingTime.ts'
import { takeFresh } from '../outbox/lease.ts'
import type { Setting } from '../signal/change.ts'
import { receive } from '../signal/decide.ts'
import {
  type Handling,
  type KeptChat,
  readChat,
  readSignal,
  settingOf,
  storedSignal,
} from '../signal/handle.ts'
import type { Danger } from '../signal/record.ts'
import type { Certainty, Degree, Urgency } from '../signal/words.ts'
import { type Op, StoreUnavailable } from '../store/port.ts'
import type { Keys } from '../vault/seal.ts'
import { type Reporter, vaultDocument, vaultKeyOf } from '../vault/vault.ts'
import { impossible, type Language, type VaultKey } from '../words.ts'
import { freshKeyOf, leftOp, markSending, namesOf } from './anonymousSend.ts'
import type { Chat, Draft } from './chat.ts'
import { afterSending, everybody, inDanger, unrung } from './drafting.ts'
import { foundEarlier, halfSent, type Sent } from './interruptedSend.ts'
import type { References } from './referenceNumbers.ts'

export type Choices = { certainty: Certainty; urgency: Urgency; degree: Degree }

const MOST_TRIES = 8

type Sending = Handling & { keys: Keys; references: References }

/** What the vault needs: before the record, so that a record never points at nothing, and after it. */
function vaultOps(
  it: Sending,
  draft: Draft,
  reporter: Reporter,
  degree: Degree,
  anonymous: Op[],
): { key?: VaultKey; before: Op[]; after: Op[] } {
  const municipality = it.municipality.id
  const after: Op[] = [{ op: 'delete', key: vaultKeyOf(municipality, draft.vaultKey) }]
  switch (degree) {
    case 'confidential':
    case 'unknown': {
      // Sealed with the identity since the first word.
      if (degree === 'confidential' && !draft.addressOnly)
        return { key: draft.vaultKey, before: [], after: [] }
      const key = freshKeyOf(it, draft, degree)
      const document = vaultDocument(it.keys, municipality, key, reporter, degree)
      return { key, before: [{ op: 'create', document }], after }
    }
    case 'anonymous': {
      // What an earlier press made, in another degree, that broke off: of this one nothing stays.
      const degrees = draft.addressOnly ? (['unknown', 'confidential'] as const) : (['unknown'] as const)
      const earlier = degrees.map((other) => vaultKeyOf(municipality, freshKeyOf(it, draft, other)))
      return {
        before: anonymous,
        after: [...after, ...earlier.map((key) => ({ op: 'delete' as const, key }))],
      }
    }
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

/**
 * Sends the draft of this chat.
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
  const whose = async () => reporter
  let sealed = false
  let { chat, etag } = choices.degree === 'anonymous' ? await markSending(it, read) : read
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { draft } = chat
    if (!draft || draft.id !== wanted) {
      const sent = chat.sent.find((s) => s.draft === wanted)
      const kept = sent && (await readSignal(it.store, municipality, sent.signal))
      return kept && 'record' in kept ? { done: 'already', kept } : { done: 'noDraft' }
    }
    // Pressed before, maybe in another degree, and half-way since.
    const half = draft.sending && (await halfSent(it, chat, draft))
    if (half) return foundEarlier(it, { chat, etag }, draft, half, 'already', whose)
    const setting = settingOf(it)
    const year = dayOf(setting.now, it.municipality).slice(0, 4)
    const { reference, ops: claim, name } = await it.references.next(municipality, year)
    const names = namesOf(it, chat, draft, choices.degree)
    const vault = vaultOps(it, draft, reporter, choices.degree, names.before)
    const before = sealed ? [] : vault.before
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
        form: draft.form,
        attachmentsRefused: draft.attachmentsRefused,
        alarms: draft.alarms,
        replaces: draft.card?.activity,
      },
      setting,
    )
    const fresh = takeFresh(received, [], it.holder, setting.now)
    const record = withListing(fresh, it.municipality, setting.now)
    const after = afterSending(chat, reference, choices.degree !== 'anonymous')
    const ops: Op[] = [
      ...before,
      ...claim,
      { op: 'create', document: storedSignal(record, it.municipality) },
      // Who it was must be gone before the chat forgets where it was kept.
      ...vault.after,
      leftOp(after, etag),
      ...lineOps(undefined, record),
    ]
    const at = { counter: before.length, number: before.length + 1, record: before.length + 2 }
    const result = await it.store.save(ops)
    if (result.saved) {
      it.references.claimed(name, reference, result.etags[at.counter] ?? '')
      return { done: 'sent', kept: { record, etag: result.etags[at.record] ?? '' } }
    }
    if (result.at === at.number) it.references.taken(name, reference)
    else it.references.forget(name)
    // A store without transactions kept it from the try before.
    if (result.at < before.length) sealed = true
    // The record stands: this press, or an earlier one, got that far. Its chat is mended, its receipt is the answer.
    const earlier =
      result.at >= at.record ? await readSignal(it.store, municipality, names.signal) : undefined
    ;({ chat, etag } = await readChat(it.store, municipality, chat.id))
    const how = result.at > at.record ? 'sent' : 'already'
    if (earlier) return foundEarlier(it, { chat, etag }, draft, earlier, how, whose)
  }
  throw new StoreUnavailable('busy')
}
