/** The end of a signal whose term is over: what stays until its card is mended, and nothing of what was written. */

import { SELECTION } from '../../municipality/terms.ts'
import { type Change, effect } from '../change.ts'
import { termOf } from '../reading/retentionTerm.ts'
import type { Tombstone } from '../record.ts'
import { remainsOf } from '../tombstone.ts'

/**
 * The tombstone of a destroyed signal. Everything that was pending goes with it: only its card is still mended.
 * @throws Error when it has no term, or nobody approved: that was checked before.
 */
export function destroyedOf({ record, setting, actor }: Change): Tombstone {
  const term = termOf(record, setting.municipality)
  if (!term || actor.role !== 'officer') throw new Error('A signal was to be destroyed that may not be.')
  return {
    ...remainsOf(record),
    destroyed: {
      class: term.class,
      selection: SELECTION[term.class],
      from: term.from,
      until: term.until,
      why: term.why,
      at: setting.now,
      by: actor.id,
    },
    effects: [
      effect({ kind: 'doorbell' }, setting),
      // Nothing of it may stay in the index, nor with a signal that knows of it.
      ...(record.facts?.length || record.known ? [effect({ kind: 'recognise' }, setting)] : []),
    ],
  }
}
