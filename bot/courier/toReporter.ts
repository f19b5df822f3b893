/** What goes to a reporter: the receipt, the messages at their moments, and the line in the activity feed. */

import { draftNudgeCard } from '../../cards/reporter/draft/draft.ts'
import { nowNudgeCard } from '../../cards/reporter/draft/now.ts'
import type { Told } from '../../cards/reporter/news/input.ts'
import { enoughCard, messageCard, waitingText } from '../../cards/reporter/news/message.ts'
import type { ShownCode } from '../../cards/reporter/receipt/code.ts'
import { receiptCard, receiptFrom } from '../../cards/reporter/receipt/receipt.ts'
import { texts } from '../../cards/texts/index.ts'
import { questionsFor } from '../../services/content/questions.ts'
import { degreeNow } from '../../services/draft/degreeNow.ts'
import { inDanger } from '../../services/draft/drafting.ts'
import { PersonId } from '../../services/graph/port.ts'
import { type Municipality, onDuty } from '../../services/municipality/municipality.ts'
import type { Way } from '../../services/municipality/ways.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { type Effect, type EffectOf, pendingEffect } from '../../services/outbox/effect.ts'
import { type DeliveryResult, fault, type Standing } from '../../services/outbox/result.ts'
import { after, isBelieved, missingOnceMore } from '../../services/outbox/retry.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import { readsNow } from '../../services/signal/reading/happened.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { askAfter } from '../../services/understanding/askAfter.ts'
import { understand } from '../../services/understanding/understand.ts'
import { deliver } from '../../services/vault/deliver.ts'
import type { Address } from '../../services/vault/vault.ts'
import type { Instant, VaultKey } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import type { Message } from '../teams/client.ts'
import { updated } from './updating.ts'

/** Finds the reporter's address; asked for once, whatever goes there now. */
export type Addressed = (key: VaultKey | undefined) => Promise<Address | undefined>

/** The reporter's address: from the turn where there is one, else from the vault, which gives senders nothing else. */
export async function addressOf(
  outside: Pick<Outside, 'store' | 'keys'>,
  municipality: Municipality,
  key: VaultKey | undefined,
  here: Address | undefined,
): Promise<Address | undefined> {
  if (here) return here
  return key && (await deliver(outside.store, outside.keys, municipality.id, key))
}

/**
 * `left`: the account is not there, as Graph says. `way`: which way did not work, where that is not this chat alone.
 */
type Reached = PostedActivity | (SendFailure & { way?: Way }) | 'left'

/** Seconds over which Graph must have said so, before it is believed that somebody left. */
const LEFT_SECONDS = 600

const came = (effect: Effect, sent: Reached, now: Instant): DeliveryResult => {
  if (sent === 'left') {
    const final = isBelieved(missingOnceMore(effect.missing, now), now, LEFT_SECONDS)
    return { effect, ok: false, failed: 'gone', final, missing: true }
  }
  if (!('failed' in sent)) return { effect, ok: true }
  const { way, ...failure } = sent
  return { ...fault(effect, failure, 'chats'), ...(way ? { way } : {}) }
}

/**
 * Sends to a reporter; where the bot is blocked or was never installed, or the chat is another by now, Graph installs it
 * and finds the chat.
 */
async function sendToReporter(
  outside: Outside,
  municipality: Municipality,
  address: Address,
  message: Message,
): Promise<Reached> {
  const parts = address.forSending()
  const first = await outside.teams.post(parts, message)
  if (!('failed' in first) || first.failed === 'away' || first.failed === 'unknown' || first.tooBig)
    return first
  if (!parts.entra) return first
  const found = await outside.graph.makeReachable(municipality.tenant, new PersonId(parts.entra))
  if ('failed' in found) {
    if (found.failed === 'gone') return 'left'
    const way = found.ofPerson ? {} : { way: 'graph' as const }
    return { failed: found.failed === 'refused' ? first.failed : 'away', ...way, ...retryOf(found) }
  }
  return outside.teams.post({ serviceUrl: parts.serviceUrl, conversation: found.chatId }, message)
}

const unknownOf = (it: { unsure?: true }) => (it.unsure ? { outcomeUnknown: true as const } : {})
const retryOf = (it: { retryAfter?: number }) => (it.retryAfter ? { retryAfter: it.retryAfter } : {})

/** What a card to this reporter is made from, at this moment. */
function toldOf(record: SignalRecord, municipality: Municipality, now: Instant): Told {
  const accountable = readsNow(record, municipality, dayOf(now, municipality))
  return { record, municipality, accountable, now, language: record.language }
}

/**
 * What is asked after a first sending: not with danger, which has other things to do, not of whoever nobody may know, and
 * not once something was added.
 */
function afterOf(record: SignalRecord, municipality: Municipality) {
  const { story, form, degree, urgency, danger, language, kind } = record
  const first = story.every(({ via }) => via === 'chat' || via === 'form')
  if (!first || degree === 'anonymous' || urgency === 'acute' || danger || kind !== 'signal') return undefined
  const said = [...story.map(({ text }) => text), ...Object.values(form ?? {})]
  const reading = understand(said, { municipality: municipality.name })
  const minor = record.minor === 'yes' || reading.age.minor?.is === 'yes'
  const subjects = reading.subjects.map(({ kind: subject }) => subject)
  const harmless = questionsFor({ minor, subjects, text: said.join('\n') }, language)
  return { asked: askAfter(reading, degree), harmless }
}

/** The receipt's card, for the receipt itself and for pressing again. */
export const receiptOf = (
  { now, pagesAt }: Pick<Outside, 'now' | 'pagesAt'>,
  record: SignalRecord,
  municipality: Municipality,
  code?: ShownCode,
) =>
  receiptCard({
    ...receiptFrom(toldOf(record, municipality, now())),
    files: pagesAt !== undefined && record.state !== 'closed',
    signal: record.id,
    after: afterOf(record, municipality),
    ...(code ? { code } : {}),
  })

/** Milliseconds in which a receipt is the answer to the press that sent it. */
const ANSWERED_WITHIN = 120_000

async function tellReporter(
  outside: Outside,
  municipality: Municipality,
  standing: Exclude<Standing, { what: 'chat' }>,
  effect: EffectOf<'tellReporter'>,
  addressed: Addressed,
): Promise<DeliveryResult> {
  const it = standing.what === 'signal' ? standing.record : standing.tombstone
  const address = await addressed(it.vaultKey)
  if (!address) return { effect, ok: false, failed: 'unreachable', final: true }
  const notify = waitingText(it.language)
  if (standing.what === 'tombstone') {
    const card = enoughCard(standing.tombstone)
    return came(effect, await sendToReporter(outside, municipality, address, { card, notify }), outside.now())
  }
  const { record } = standing
  const { message } = effect
  if (message.about === 'received' && message.replaces) {
    // The card with what was typed is replaced by the receipt, so that it does not stay on a screen at the counter.
    const { serviceUrl, conversation } = address.forSending()
    const echo = { serviceUrl, conversation, activity: message.replaces }
    const done = await updated(outside, effect, echo, {
      card: receiptOf(outside, record, municipality),
      notify,
    })
    if (done === 'updated') {
      // Not in answer to the press any more: nobody looks at that card, and what is changed there notifies nobody.
      if (Date.parse(outside.now()) - Date.parse(effect.at) > ANSWERED_WITHIN) {
        const text = texts(record.language).reporter.chat.sentAbove(record.reference)
        await outside.teams.post({ serviceUrl, conversation }, { text, notify })
      }
      return { effect, ok: true }
    }
    // A person waits for it: a card that is not there, or not allowed, is not waited for.
    const failed = typeof done === 'object' && 'failed' in done ? done.failed : undefined
    if (failed?.failed === 'away' || failed?.failed === 'unknown') return fault(effect, failed, 'chats')
  }
  const card = messageCard({ ...toldOf(record, municipality, outside.now()), message })
  return came(effect, await sendToReporter(outside, municipality, address, { card, notify }), outside.now())
}

/** A line in the activity feed, once the message itself arrived: it says only that something is waiting. */
export async function nudge(
  outside: Outside,
  municipality: Municipality,
  standing: Standing,
  effect: Effect,
  addressed: Addressed,
): Promise<DeliveryResult> {
  const record = standing.what === 'signal' ? standing.record : undefined
  const parts = record && (await addressed(record.vaultKey))?.forSending()
  // Without an Entra id there is no activity feed to nudge in: the message itself is all there is.
  if (!record || !parts?.entra) return { effect, ok: true }
  const text = waitingText(record.language)
  const person = new PersonId(parts.entra)
  // The feed takes lines of installed apps only, and opens the chat by Graph's id for it.
  const found = await outside.graph.makeReachable(municipality.tenant, person)
  const done =
    'failed' in found ? found : await outside.graph.nudge(municipality.tenant, person, found.chatId, text)
  if (!('failed' in done)) return { effect, ok: true }
  const passes = done.failed === 'away' || done.token === true
  const way = passes ? { way: 'graph' as const } : {}
  // Whether somebody left is asked for the message, never for a nudge.
  const failed = passes ? 'away' : 'refused'
  return { effect, ok: false, failed, final: !passes, ...way, ...retryOf(done), ...unknownOf(done) }
}

/** A004: reminds somebody of a draft that is left. A reminder is not worth going to Graph for. */
export async function nudgeDraft(
  outside: Outside,
  municipality: Municipality,
  standing: Standing,
  effect: EffectOf<'nudgeDraft'>,
  addressed: Addressed,
): Promise<DeliveryResult> {
  const draft = standing.what === 'chat' ? standing.draft : undefined
  // Sent or thrown away meanwhile.
  if (standing.what !== 'chat' || draft?.id !== effect.draft) return { effect, ok: true }
  const address = await addressed(draft.vaultKey)
  if (!address) return { effect, ok: false, failed: 'unreachable', final: true }
  const { language } = standing
  const { accountable, behind } = onDuty(municipality, dayOf(outside.now(), municipality))
  const readers = { accountable, deputy: behind[0] }
  const card = inDanger(draft)
    ? nowNudgeCard({ language, municipality, draft, degree: degreeNow(draft), ...readers })
    : draftNudgeCard({ language, draft })
  const sent = await outside.teams.post(address.forSending(), { card, notify: waitingText(language) })
  if (!('failed' in sent)) return { effect, ok: true }
  const failed = fault(effect, sent, 'chats')
  return { ...failed, final: failed.failed !== 'away' }
}

/** Tells the reporter, then nudges. A nudge that fails is left to be tried again; the message stands. */
export async function tellAndNudge(
  outside: Outside,
  municipality: Municipality,
  standing: Exclude<Standing, { what: 'chat' }>,
  effect: EffectOf<'tellReporter'>,
  addressed: Addressed,
): Promise<DeliveryResult> {
  const told = await tellReporter(outside, municipality, standing, effect, addressed)
  // The receipt is the answer to a press that was made just now: nobody has to be nudged to it.
  if (!told.ok || effect.message.about === 'received') return told
  const fresh = pendingEffect({ kind: 'nudgeReporter' }, outside.newId(), effect.at)
  const nudged = await nudge(outside, municipality, standing, fresh, addressed)
  const left = after(fresh, nudged, outside.now(), (outside.random ?? Math.random)())
  return left ? { ...told, follows: left } : told
}
