/** What the pages of a hand-over share: what would be given, by which way, and what in it may betray the reporter. */
import { seenRecords, type Together } from '../../../services/cases/look.ts'
import { type Betrayal, betrayals } from '../../../services/handover/betrays.ts'
import { type Composed, composeFor } from '../../../services/handover/compose.ts'
import { kindOf } from '../../../services/handover/profile.ts'
import type { SentWay } from '../../../services/handover/sent.ts'
import { contactsOf, type OfferedWay, proposedWay, waysOf } from '../../../services/handover/ways.ts'
import { partnerOf } from '../../../services/municipality/municipality.ts'
import type { PartnerContact } from '../../../services/municipality/partner.ts'
import { groundFor } from '../../../services/signal/reading/ground.ts'
import type { Route, SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import type { PageOf } from '../forms/form.ts'

export type OfRoute<Values> = PageOf<Values> & {
  route: Route
  now: Instant
  viewer: OfficerId
  together?: Together | undefined
}

/** The signal, and the others of its case that this officer may see. */
function recordsIn({ record, together }: Pick<OfRoute<unknown>, 'record' | 'together'>) {
  const others = seenRecords(together).filter(({ id }) => id !== record.id)
  return [record, ...others] as const satisfies readonly [SignalRecord, ...SignalRecord[]]
}

export type Ready = {
  composed: Composed
  /** The part that may be edited, as it stands now. */
  body: string
  betrayed: readonly Betrayal[]
  /** A fact in what was written was put right since. */
  changed: boolean
  ways: readonly OfferedWay[]
  way: OfferedWay
  contacts: readonly PartnerContact[]
}

/** What would be given on this route now; `facts`: as they are chosen on the form. */
export function readyIn(
  it: OfRoute<unknown>,
  { way, facts }: { way?: SentWay | undefined; facts?: readonly string[] | undefined } = {},
): Ready {
  const { route, municipality, now, viewer } = it
  const partner = partnerOf(municipality, route.partner)
  const records = recordsIn(it)
  const chosen = facts ?? route.prepared?.facts
  const composed = composeFor(partner ? kindOf(partner) : 'other', {
    records,
    municipality,
    now,
    officer: viewer,
    partner,
    chosen,
    answerBy: route.answerBy,
    ...groundFor(it.record, partner, municipality.language),
  })
  const body = route.prepared?.words ?? composed.body
  const given = composed.facts.map(({ value }) => value)
  const now_ = new Set(composed.facts.map(({ id, value }) => `${id} ${value}`))
  const ways = waysOf(partner, municipality)
  return {
    composed,
    body,
    betrayed: betrayals(body, records, municipality.language, given),
    changed: route.prepared?.given?.some(({ id, value }) => !now_.has(`${id} ${value}`)) ?? false,
    ways,
    way: ways.find(({ by, not }) => by === way && not === undefined) ?? proposedWay(ways),
    contacts: contactsOf(partner),
  }
}
