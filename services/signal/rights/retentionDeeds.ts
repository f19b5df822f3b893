/** What the round does by itself when a term passes: list, remind, forget who reported. It destroys no signal. */

import { onDuty } from '../../municipality/municipality.ts'
import { dayOf, daysBetween } from '../../municipality/workingTime.ts'
import { isToReporter } from '../../outbox/kinds.ts'
import { type Change, cause, type Deed, note, set, visible } from '../change.ts'
import { reporterIsOver, standingOf } from '../reading/retentionTerm.ts'
import { SYSTEM_DEEDS, type SystemDeed } from './command.ts'

const NAMES: ReadonlySet<string> = new Set(SYSTEM_DEEDS)
export const isSystemDeed = (deed: { do: string }): deed is SystemDeed => NAMES.has(deed.do)

/** A list that waits longer is told to everybody of the reporting point. */
const MOST_WAIT_DAYS = 30

/** Carries out one deed of the system; asked for without reason, it refuses. */
export function systemDeed(change: Change, deed: SystemDeed): Deed {
  const { record, setting } = change
  const { municipality, now } = setting
  const due = standingOf(record, municipality, now) === 'due'
  const { listed, ...marks } = record.retention ?? {}
  switch (deed.do) {
    case 'listForDestruction': {
      if (!due || listed) return { refused: 'already' }
      set(change, { retention: { ...marks, listed: now } })
      note(change, 'listForDestruction')
      return
    }
    case 'takeOffList': {
      if (due || !listed) return { refused: 'already' }
      set(change, { retention: marks })
      note(change, 'takeOffList')
      return
    }
    case 'remindOfList': {
      if (!listed) return { refused: 'notNow' }
      set(change, { retention: { ...marks, listed, told: now } })
      const today = dayOf(now, municipality)
      const { accountable, behind } = onDuty(municipality, today)
      // Nobody decides: then the others hear of it too, for a list that waits is a term that is not kept.
      const waits = daysBetween(dayOf(listed, municipality), today) > MOST_WAIT_DAYS
      for (const { id } of waits ? [accountable, ...behind] : [accountable]) {
        cause(change, { kind: 'tellOfficer', officer: id, notice: 'toDestroy' })
      }
      note(change, 'remindOfList')
      return
    }
    case 'forgetReporter': {
      if (!reporterIsOver(record, municipality, now)) return { refused: 'notNow' }
      const { vaultKey: _gone, ...rest } = record
      // What could still have been told to them can be told no more.
      const effects = record.effects.filter((e) => !isToReporter(e))
      change.record = { ...rest, effects }
      set(change, { retention: { ...record.retention, reporterForgotten: now } })
      note(change, 'forgetReporter')
      visible(change)
      return
    }
  }
}
