/** One attempt to deliver one effect: which card, to where, and what came of it. */
import { alarmCard } from '../../cards/officer/channel/alarm.ts'
import { doorbellCard, doorbellGoneCard, doorbellText } from '../../cards/officer/channel/doorbell.ts'
import { noticeCard } from '../../cards/officer/channel/notice.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { bellsOf, fault, type Result, type Standing } from '../../services/outbox/result.ts'
import type { Effect, SignalRecord } from '../../services/signal/record.ts'
import type { Reference } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import { overdueShown } from './overdueNotice.ts'
import { mendOwn, type Reach, ringDoorbell, sendAlarm, tellOfficer } from './toOfficers.ts'
import { type Addressed, nudge, nudgeDraft, tellAndNudge } from './toReporter.ts'

/** Attempts one effect. Expected failures are results; what throws is a defect or the store being away. */
export async function attempt(
  outside: Outside,
  reach: Reach,
  given: Municipality,
  standing: Standing,
  effect: Effect,
  addressed: Addressed,
): Promise<Result> {
  const municipality = reach.point.now(given)
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
        const { reference, destroyed } = tombstone
        const card = doorbellGoneCard({ language, reference, destroyed: destroyed !== undefined })
        const message = { card, notify: waitingText(language) }
        await mendOwn(outside, tombstone, message)
        const mended = bellsOf(tombstone)
        if (!tombstone.doorbell) return { effect, ok: true, mended }
        const updated = await outside.teams.update(tombstone.doorbell, message)
        return 'failed' in updated && updated.failed !== 'missing'
          ? fault(effect, updated)
          : { effect, ok: true, mended }
      }
      const { record } = standing
      const card = doorbellCard({ language, record, municipality, now, surface })
      const notify = doorbellText({
        language,
        reference: record.reference,
        kind: record.kind,
        urgency: record.urgency,
      })
      return ringDoorbell(outside, reach, municipality, record, effect, { card, notify })
    }
    case 'tellReporter':
      if (standing.what === 'chat') return { effect, ok: true }
      return tellAndNudge(outside, municipality, standing, effect, addressed)
    case 'nudgeReporter':
      return nudge(outside, municipality, standing, effect, addressed)
    case 'nudgeDraft':
      return nudgeDraft(outside, standing, effect, addressed)
    case 'tellOfficer': {
      if (!about) return { effect, ok: true }
      const late =
        effect.late && standing.what === 'signal'
          ? overdueShown(standing.record, effect.late, municipality, now)
          : undefined
      if (late === 'over') return { effect, ok: true }
      const card = noticeCard({ language, ...about, notice: effect.notice, late, surface })
      return tellOfficer(outside, reach, municipality, effect, { card, notify: waitingText(language) })
    }
    case 'alarm': {
      const state = about ? ('sent' as const) : ('writing' as const)
      const card = alarmCard({ language, municipality, now, at: effect.at, state, surface, ...(about ?? {}) })
      return sendAlarm(outside, reach, municipality, effect, { card, notify: waitingText(language) })
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
