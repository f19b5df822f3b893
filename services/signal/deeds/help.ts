/** Help for a possible victim that is still to be arranged: it gets an owner and a last day, and asks until it ended (A099). */
import type { Municipality } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import { type Day, impossible, type OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, visible } from '../change.ts'
import type { Refusal } from '../command.ts'
import type { HelpOwner, HelpTask } from '../help.ts'
import { helpDay, openHelp } from '../reading/help.ts'
import { ownersOf } from '../reading/helpOwners.ts'
import type { HelpDone } from '../words.ts'
import { ahead } from './ahead.ts'
import { noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'

/** Help is arranged within this many days. */
export const MOST_HELP_DAYS = 60

type Asked = { helpOwner?: string | undefined; helpBy?: Day | undefined }

/** What was chosen as owner, when it is one that can be chosen. */
const ownerOf = (name: string | undefined, municipality: Municipality): HelpOwner | undefined =>
  name === undefined ? undefined : ownersOf(municipality).find(({ id }) => id === name)?.owner

function wrong({ setting }: Change, { helpOwner, helpBy }: Asked): Refusal | undefined {
  const { municipality, now } = setting
  if (helpOwner !== undefined && !ownerOf(helpOwner, municipality))
    return { refused: 'needs', field: 'helpOwner' }
  if (helpBy !== undefined && !ahead(helpBy, dayOf(now, municipality), MOST_HELP_DAYS))
    return { refused: 'dayOutOfRange', field: 'helpBy', most: MOST_HELP_DAYS }
  return undefined
}

/** What is wrong with what a decision says of help that is still to be arranged. */
export const wrongWithHelp = (change: Change, deed: OfficerDeed<'decide'>): Refusal | undefined =>
  deed.victimHelp === 'notYet' ? wrong(change, deed) : undefined

/** Puts this in the place of the help that is open, or behind what ended. */
function keep(change: Change, task: HelpTask): void {
  const { help = [] } = change.record
  const others = help.filter(({ id }) => id !== task.id)
  set(change, { help: [...others, task] })
}

/** What a decision says of help: still to be arranged, it has an owner and a day; else what was open has ended. */
export function helpAfterDecision(change: Change, by: OfficerId, deed: OfficerDeed<'decide'>): void {
  const last = change.record.help?.at(-1)
  const task = taskAfter(change, by, deed, last?.done === undefined ? last : undefined)
  if (task) keep(change, task)
}

function taskAfter(
  { record, setting }: Change,
  by: OfficerId,
  { victimHelp, helpOwner, helpBy }: OfficerDeed<'decide'>,
  open: HelpTask | undefined,
): HelpTask | undefined {
  const { municipality, now, newId } = setting
  const ended = (how: HelpDone): HelpTask | undefined =>
    open && { ...open, done: { at: now, by, how, text: '' } }
  switch (victimHelp) {
    case 'notYet':
      return {
        ...(open ?? { id: newId(), at: now, by }),
        owner: ownerOf(helpOwner, municipality) ?? open?.owner ?? { who: 'officer', officer: by },
        until: helpBy ?? open?.until ?? helpDay(now, record, municipality),
      }
    case 'arranged':
      return ended('arranged')
    case 'notApplicable':
      return ended('notNeeded')
    default:
      return impossible(victimHelp)
  }
}

/** It is arranged; or not needed, or put off, and why. */
export function help(change: Change, by: OfficerId, deed: OfficerDeed<'help'>): RuleResult {
  const { record, setting } = change
  const { municipality, now } = setting
  const open = openHelp(record, municipality)
  if (!open || open.id !== deed.task) return { refused: 'notNow' }
  switch (deed.how) {
    case 'arranged':
    case 'notNeeded':
      if (deed.how === 'notNeeded' && noReason(deed.text)) return { refused: 'needs', field: 'reason' }
      keep(change, { ...open, done: { at: now, by, how: deed.how, text: deed.text } })
      break
    case 'later': {
      const bad = wrong(change, deed)
      if (bad) return bad
      if (deed.helpBy === undefined) return { refused: 'needs', field: 'helpBy' }
      if (noReason(deed.text)) return { refused: 'needs', field: 'reason' }
      keep(change, {
        ...open,
        owner: ownerOf(deed.helpOwner, municipality) ?? open.owner,
        until: deed.helpBy,
        notes: [...(open.notes ?? []), { at: now, by, text: deed.text }],
      })
      break
    }
    default:
      return impossible(deed.how)
  }
  note(change, 'help')
  visible(change)
  return CHANGED
}
