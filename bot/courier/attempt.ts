/** One attempt to deliver one effect: which card, to where, and what came of it. */
import { alarmCard } from '../../cards/officer/alarm.ts'
import { doorbellCard, doorbellGoneCard, doorbellText } from '../../cards/officer/doorbell.ts'
import { noticeCard } from '../../cards/officer/notice.ts'
import { messageCard, waitingText } from '../../cards/reporter/message.ts'
import { receiptCard } from '../../cards/reporter/receipt.ts'
import { texts } from '../../cards/texts/index.ts'
import { PersonId } from '../../services/graph/port.ts'
import { dayOf } from '../../services/routing/clocks.ts'
import { type Municipality, officerOf, onDuty } from '../../services/routing/municipality.ts'
import type { Effect, Posted, SignalRecord, Tombstone } from '../../services/signal/signal.ts'
import type { OfficerId, Reference, VaultKey } from '../../services/signal/words.ts'
import { deliver } from '../../services/vault/deliver.ts'
import type { Address } from '../../services/vault/vault.ts'
import type { Outside } from '../parts.ts'
import type { Message, Place, PostedActivity, SendFailure } from '../teams.ts'
import type { Result } from './result.ts'
import { after } from './retry.ts'

type Fault = Extract<Result, { ok: false }>
type Sent = PostedActivity | SendFailure

/** What an effect stands in: a signal, what a sparren left, or a chat in which somebody is still writing. */
export type Standing =
  | { what: 'signal'; record: SignalRecord }
  | { what: 'tombstone'; tombstone: Tombstone }
  | { what: 'chat'; language: SignalRecord['language'] }

const fault = (effect: Effect, failure: SendFailure): Fault => {
  const base = {
    effect,
    ok: false as const,
    ...(failure.retryAfter ? { retryAfter: failure.retryAfter } : {}),
  }
  switch (failure.failed) {
    case 'blocked':
    case 'refused':
      return { ...base, failed: 'refused', final: false }
    case 'missing':
      return { ...base, failed: 'gone', final: false }
    case 'away':
    case 'unknown':
      return { ...base, failed: 'away', final: false }
  }
}

const posted = (sent: PostedActivity): Posted => ({
  serviceUrl: sent.serviceUrl,
  conversation: sent.conversation,
  activity: sent.activity,
})

/** Posts to an officer's own chat, which is opened where it is not known yet. */
export class OfficerChats {
  readonly #known = new Map<string, Place>()
  readonly #outside: Outside
  constructor(outside: Outside) {
    this.#outside = outside
  }
  async post(municipality: Municipality, officer: OfficerId, message: Message): Promise<Sent> {
    const name = `${municipality.id}/${officer}`
    let place = this.#known.get(name)
    if (!place) {
      const { serviceUrl } = municipality.channel
      const member = this.#outside.memberIdOf(officer)
      const opened = await this.#outside.teams.openChat(serviceUrl, municipality.id, member)
      if ('failed' in opened) return opened
      place = opened
      this.#known.set(name, place)
    }
    const sent = await this.#outside.teams.post(place, message)
    if ('failed' in sent && sent.failed === 'missing') this.#known.delete(name)
    return sent
  }
}

/** Posts a card in the channel, or mends the one that stands there; one that is no longer known is posted anew. */
async function showDoorbell(
  outside: Outside,
  municipality: Municipality,
  effect: Effect,
  standing: Posted | undefined,
  message: Message,
  shown: number,
): Promise<Result> {
  if (standing) {
    const updated = await outside.teams.update(standing, message)
    if (!('failed' in updated)) return { effect, ok: true, doorbell: { ...standing, shown } }
    if (updated.failed !== 'missing') return fault(effect, updated)
  }
  const sent = await outside.teams.postInChannel(municipality.channel, municipality.id, message)
  return 'failed' in sent ? fault(effect, sent) : { effect, ok: true, doorbell: { ...posted(sent), shown } }
}

/** Finds the reporter's address, once for all that goes there now. */
export type Addressed = (key: VaultKey | undefined) => Promise<Address | undefined>

/** Where this reporter is: from the turn where there is one, else through the vault's sender's door. */
export async function addressOf(
  outside: Outside,
  municipality: Municipality,
  key: VaultKey | undefined,
  here: Address | undefined,
): Promise<Address | undefined> {
  if (here) return here
  return key && (await deliver(outside.store, outside.keys, municipality.id, key))
}

/** Sends to a reporter; where the bot is blocked or was never installed, Graph installs it and finds the chat. */
export async function sendToReporter(
  outside: Outside,
  municipality: Municipality,
  address: Address,
  message: Message,
): Promise<Sent> {
  const parts = address.forSending()
  const first = await outside.teams.post(parts, message)
  if (!('failed' in first) || (first.failed !== 'blocked' && first.failed !== 'missing')) return first
  if (!parts.entra) return first
  const found = await outside.graph.makeReachable(municipality.id, new PersonId(parts.entra))
  if ('failed' in found) {
    return found.failed === 'gone' ? { failed: 'missing' } : { failed: 'away', ...retryOf(found) }
  }
  return outside.teams.post({ serviceUrl: parts.serviceUrl, conversation: found.chatId }, message)
}

const retryOf = (it: { retryAfter?: number }) => (it.retryAfter ? { retryAfter: it.retryAfter } : {})

const accountableOf = (record: SignalRecord, municipality: Municipality) =>
  officerOf(municipality, record.accountable) ??
  onDuty(municipality, dayOf(record.receivedAt, municipality)).accountable

/** The receipt's card, for the receipt itself and for pressing again. */
export function receiptOf(record: SignalRecord, municipality: Municipality) {
  return receiptCard({
    language: record.language,
    reference: record.reference,
    kind: record.kind,
    degree: record.degree,
    signal: record.id,
    acute: record.urgency === 'acute',
    municipality,
    accountable: accountableOf(record, municipality),
    respondBy: record.due.respond,
    decideBy: record.due.decide,
    ...(record.danger ? { called112: record.danger.called112 } : {}),
  })
}

async function tellReporter(
  outside: Outside,
  municipality: Municipality,
  standing: Exclude<Standing, { what: 'chat' }>,
  effect: Extract<Effect, { kind: 'tellReporter' }>,
  addressed: Addressed,
): Promise<Result> {
  const it = standing.what === 'signal' ? standing.record : standing.tombstone
  const address = await addressed(it.vaultKey)
  if (!address) return { effect, ok: false, failed: 'unreachable', final: true }
  const notify = waitingText(it.language)
  if (standing.what === 'tombstone') {
    const text = texts(it.language).reporter.chat.enough
    const sent = await sendToReporter(outside, municipality, address, { text, notify })
    return 'failed' in sent ? fault(effect, sent) : { effect, ok: true }
  }
  const { record } = standing
  const { message } = effect
  if (message.about === 'received' && message.replaces) {
    // The echo of what was typed gives way to the receipt, so that it does not stay on a screen at the counter.
    const { serviceUrl, conversation } = address.forSending()
    const echo = { serviceUrl, conversation, activity: message.replaces }
    const updated = await outside.teams.update(echo, { card: receiptOf(record, municipality), notify })
    if (!('failed' in updated)) return { effect, ok: true }
    if (updated.failed !== 'missing') return fault(effect, updated)
  }
  const card = messageCard({
    language: record.language,
    record,
    message,
    municipality,
    accountable: accountableOf(record, municipality),
  })
  const sent = await sendToReporter(outside, municipality, address, { card, notify })
  return 'failed' in sent ? fault(effect, sent) : { effect, ok: true }
}

/** A line in the activity feed, once the message itself is there: it says only that something is waiting. */
async function nudge(
  outside: Outside,
  municipality: Municipality,
  standing: Standing,
  effect: Effect,
  addressed: Addressed,
): Promise<Result> {
  const record = standing.what === 'signal' ? standing.record : undefined
  const parts = record && (await addressed(record.vaultKey))?.forSending()
  // Without an Entra id there is no activity feed to nudge in: the message itself is all there is.
  if (!record || !parts?.entra) return { effect, ok: true }
  const text = waitingText(record.language)
  const done = await outside.graph.nudge(municipality.id, new PersonId(parts.entra), parts.conversation, text)
  if (!('failed' in done)) return { effect, ok: true }
  const final = done.failed !== 'away'
  return { effect, ok: false, failed: done.failed, final, ...retryOf(done) }
}

/** Tells the reporter, then nudges. A nudge that fails is left to be tried again; the message stands. */
async function tellAndNudge(
  outside: Outside,
  municipality: Municipality,
  standing: Exclude<Standing, { what: 'chat' }>,
  effect: Extract<Effect, { kind: 'tellReporter' }>,
  addressed: Addressed,
): Promise<Result> {
  const told = await tellReporter(outside, municipality, standing, effect, addressed)
  // The receipt is the answer to a press that was made just now: nobody has to be nudged to it.
  if (!told.ok || effect.message.about === 'received') return told
  const fresh: Effect = { id: outside.newId(), at: effect.at, tries: 0, kind: 'nudgeReporter' }
  const nudged = await nudge(outside, municipality, standing, fresh, addressed)
  const left = after(fresh, nudged, outside.now())
  return left ? { ...told, follows: left } : told
}

/** Attempts one effect. Expected failures are results; what throws is a defect or the store being away. */
export async function attempt(
  outside: Outside,
  chats: OfficerChats,
  municipality: Municipality,
  standing: Standing,
  effect: Effect,
  addressed: Addressed,
): Promise<Result> {
  const { language } = municipality
  const now = outside.now()
  const { surface } = outside
  const about: { signal: SignalRecord['id']; reference: Reference } | undefined =
    standing.what === 'signal'
      ? { signal: standing.record.id, reference: standing.record.reference }
      : undefined
  switch (effect.kind) {
    case 'doorbell': {
      if (standing.what === 'chat') return { effect, ok: true }
      if (standing.what === 'tombstone') {
        const { tombstone } = standing
        if (!tombstone.doorbell) return { effect, ok: true }
        const card = doorbellGoneCard({ language, reference: tombstone.reference })
        const updated = await outside.teams.update(tombstone.doorbell, {
          card,
          notify: waitingText(language),
        })
        return 'failed' in updated && updated.failed !== 'missing'
          ? fault(effect, updated)
          : { effect, ok: true }
      }
      const { record } = standing
      const card = doorbellCard({ language, record, municipality, now, surface })
      const notify = doorbellText({
        language,
        reference: record.reference,
        kind: record.kind,
        urgency: record.urgency,
      })
      return showDoorbell(outside, municipality, effect, record.doorbell, { card, notify }, record.revision)
    }
    case 'tellReporter':
      if (standing.what === 'chat') return { effect, ok: true }
      return tellAndNudge(outside, municipality, standing, effect, addressed)
    case 'nudgeReporter':
      return nudge(outside, municipality, standing, effect, addressed)
    case 'tellOfficer': {
      if (!about) return { effect, ok: true }
      const card = noticeCard({ language, ...about, notice: effect.notice, surface })
      const sent = await chats.post(municipality, effect.officer, { card, notify: waitingText(language) })
      return 'failed' in sent ? fault(effect, sent) : { effect, ok: true }
    }
    case 'alarm': {
      const state = about ? ('sent' as const) : ('writing' as const)
      const card = alarmCard({ language, municipality, now, at: effect.at, state, surface, ...(about ?? {}) })
      const message = { card, notify: waitingText(language) }
      const sent =
        effect.to === 'channel'
          ? await outside.teams.postInChannel(municipality.channel, municipality.id, message)
          : await chats.post(municipality, effect.to, message)
      return 'failed' in sent ? fault(effect, sent) : { effect, ok: true, alarm: posted(sent) }
    }
    case 'mendAlarm': {
      const card = alarmCard({
        language,
        municipality,
        now,
        at: effect.at,
        state: effect.state,
        surface,
        ...(about ?? {}),
      })
      const updated = await outside.teams.update(effect.posted, { card, notify: waitingText(language) })
      return 'failed' in updated && updated.failed !== 'missing'
        ? fault(effect, updated)
        : { effect, ok: true }
    }
  }
}
