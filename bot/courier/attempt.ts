/** One attempt to deliver one effect: which card, to where, and what came of it. */
import { alarmCard } from '../../cards/officer/alarm.ts'
import { doorbellCard, doorbellGoneCard, doorbellText } from '../../cards/officer/doorbell.ts'
import { noticeCard } from '../../cards/officer/notice.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import type { Municipality } from '../../services/routing/municipality.ts'
import type { Effect, Posted, SignalRecord } from '../../services/signal/signal.ts'
import type { OfficerId, Reference } from '../../services/signal/words.ts'
import type { Outside } from '../outside.ts'
import type { Message, Place, PostedActivity } from '../teams.ts'
import { fault, type Result, type Sent, type Standing } from './result.ts'
import { type Addressed, nudge, tellAndNudge } from './toReporter.ts'

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
