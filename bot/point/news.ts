/**
 * News of a reporting point, told to its people in their own chats; to whoever answers now, where one of them is gone
 * meanwhile.
 */

import { pointNewsCard } from '../../cards/officer/channel/pointNews.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { type Municipality, onDuty } from '../../services/municipality/municipality.ts'
import { hearerOf, type Notice } from '../../services/municipality/reportingPoint.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { pauseAfter } from '../../services/outbox/retry.ts'
import { type Instant, type OfficerId, plus } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import type { OfficerChats, OfficerGone } from '../teams/officerChats.ts'

/** Days. News that is older tells nobody anything new; what stands in /readyz and the log says the same. */
const MOST_DAYS = 7
/** Pieces of news that wait at most: the newest. */
const MOST_WAITING = 40
/** Seconds in which a piece of news is told; an instance that took longer has died. */
export const TELLING = 60

/** Tells one piece of news once. `gone`: somebody turned out not to be reached any more. */
export async function tellNews(
  outside: Outside,
  chats: OfficerChats,
  municipality: Municipality,
  { to, news, about }: Notice,
): Promise<{ done: boolean; gone?: { officer: OfficerId; why: OfficerGone['why'] } }> {
  const { language } = municipality
  const today = dayOf(outside.now(), municipality)
  const accountable = onDuty(municipality, today).accountable.id
  const officer = hearerOf(municipality, to, today)
  const card = pointNewsCard({ news, about, accountable, municipality, surface: outside.surface, language })
  const sent = await chats.post(municipality, officer, { card, notify: waitingText(language) })
  if (!('failed' in sent)) return { done: true }
  return { done: false, ...(sent.failed === 'officerGone' ? { gone: { officer, why: sent.why } } : {}) }
}

/** What is still to be told after this. */
export function afterTelling(all: readonly Notice[], told: Notice, done: boolean, now: Instant): Notice[] {
  const left = all.flatMap((notice) => {
    if (notice.id !== told.id) return [notice]
    if (done || plus(notice.at, { hours: MOST_DAYS * 24 }) <= now) return []
    const tries = notice.tries + 1
    return [{ ...notice, tries, notBefore: plus(now, { seconds: pauseAfter(notice.tries, undefined) }) }]
  })
  return left.slice(-MOST_WAITING)
}
