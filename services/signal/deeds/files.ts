/** What is done with photos and documents: added by the reporter, looked at and taken out by an officer. */
import { type Attachment, LOOK_MINUTES, MOST_LOOKS, MOST_WITH_SIGNAL } from '../../files/attachment.ts'
import { type OfficerId, plus } from '../../words.ts'
import { CHANGED, type Change, momentOf, note, type RuleResult, set, tellHolder, visible } from '../change.ts'
import { noReason } from './blank.ts'
import type { OfficerDeed, ReporterDeed } from './data.ts'

/** The reporter adds them. What was added already is not there twice. */
export function attach(change: Change, deed: ReporterDeed<'attach'>): RuleResult {
  const { attachments = [] } = change.record
  const known = new Set(attachments.map(({ id }) => id))
  const fresh = deed.files.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return { refused: 'already' }
  if (attachments.length + fresh.length > MOST_WITH_SIGNAL) return { refused: 'tooMuch' }
  const at = momentOf(change)
  set(change, { attachments: [...attachments, ...fresh.map((file): Attachment => ({ ...file, at }))] })
  note(change, 'attach')
  tellHolder(change, 'added')
  visible(change)
  return CHANGED
}

/** An officer asks to see one: that stands in the trail before anything is shown. The press is the name of the look. */
export function lookFile(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'lookFile'> & { id: string },
): RuleResult {
  const { attachments = [], fileLooks = [] } = change.record
  if (!attachments.some(({ id }) => id === deed.file)) return { refused: 'notNow' }
  const until = plus(change.setting.now, { minutes: LOOK_MINUTES })
  const look = { id: deed.id, file: deed.file, by, until }
  set(change, { fileLooks: [...fileLooks, look].slice(-MOST_LOOKS) })
  note(change, 'lookFile')
  return CHANGED
}

/** It is shown, once, to whoever asked, while they may still see it. */
export function showFile(change: Change, by: OfficerId, deed: OfficerDeed<'showFile'>): RuleResult {
  const { attachments = [], fileLooks = [] } = change.record
  const look = fileLooks.find(({ id }) => id === deed.look)
  if (!look || look.by !== by || look.until <= change.setting.now) return { refused: 'notNow' }
  if (look.shown) return { refused: 'already' }
  if (!attachments.some(({ id }) => id === look.file)) return { refused: 'notNow' }
  set(change, { fileLooks: fileLooks.map((each) => (each === look ? { ...each, shown: true } : each)) })
  note(change, 'showFile')
  return CHANGED
}

/** Takes one out for good: who did, and that it was done, stays. */
export function dropFile(change: Change, by: OfficerId, deed: OfficerDeed<'dropFile'>): RuleResult {
  const { attachments = [], fileLooks = [], notes } = change.record
  if (!attachments.some(({ id }) => id === deed.file)) return { refused: 'needs', field: 'file' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  set(change, {
    attachments: attachments.filter(({ id }) => id !== deed.file),
    fileLooks: fileLooks.filter(({ file }) => file !== deed.file),
    notes: [...notes, { at: change.setting.now, by, text: deed.reason }],
  })
  note(change, 'dropFile')
  visible(change)
  return CHANGED
}
