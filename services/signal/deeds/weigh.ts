/** What an officer makes of a signal as a whole: its kinds (C3), the weighing (A070), who helps (A071), look-ups elsewhere (A063). */
import { sourcesIn } from '../../facts/sources.ts'
import { MOST_LINES, type Weighed, WeighPoint } from '../../facts/weighed.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, visible } from '../change.ts'
import { blank, noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'

const MOST_LINE = 2_000

const weighed = (change: Change, fresh: Partial<Weighed>): void =>
  set(change, { weighed: { ...change.record.weighed, ...fresh } })

const now = ({ setting }: Change, by: OfficerId) => ({ at: setting.now, by })

/** Several at once; none is a choice too. */
export function setKinds(change: Change, by: OfficerId, deed: OfficerDeed<'setKinds'>): RuleResult {
  const kinds = [...new Set(deed.kinds)].sort()
  const before = change.record.weighed?.kinds
  if (before && before.kinds.join() === kinds.join()) return { refused: 'already' }
  weighed(change, { kinds: { ...now(change, by), kinds } })
  note(change, 'setKinds')
  visible(change)
  return CHANGED
}

/** The five points, each yes, no or unknown with a line; what was left open stays open. */
export function weigh(change: Change, by: OfficerId, deed: OfficerDeed<'weigh'>): RuleResult {
  const points = Object.fromEntries(
    WeighPoint.options.flatMap((point) => {
      const answer = deed[point]
      const line = deed[`${point}Line`]
      if (!answer) return []
      return [[point, { answer, ...(blank(line ?? '') ? {} : { line: line?.trim().slice(0, MOST_LINE) }) }]]
    }),
  )
  if (Object.keys(points).length === 0) return { refused: 'needs', field: 'weighing' }
  if (JSON.stringify(points) === JSON.stringify(change.record.weighed?.weighing?.points)) {
    return { refused: 'already' }
  }
  weighed(change, { weighing: { ...now(change, by), points } })
  note(change, 'weigh')
  visible(change)
  return CHANGED
}

/** Who helps already. That it is not known is said, and not left out (A071). */
export function setHelpers(change: Change, by: OfficerId, deed: OfficerDeed<'setHelpers'>): RuleResult {
  if (!deed.helpers) return { refused: 'needs', field: 'helpers' }
  if (deed.helpers === 'known' && blank(deed.text)) return { refused: 'needs', field: 'text' }
  const known = deed.helpers === 'unknown' ? 'unknown' : deed.text.trim().slice(0, MOST_LINE)
  if (change.record.weighed?.helpers?.known === known) return { refused: 'already' }
  weighed(change, { helpers: { ...now(change, by), known } })
  note(change, 'setHelpers')
  visible(change)
  return CHANGED
}

/** Special data (AVG 9, 10): only where it cannot be left out, with why. */
export function addSpecial(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'addSpecial'> & { id: string },
): RuleResult {
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'needed' }
  const before = change.record.weighed?.special ?? []
  if (before.length >= MOST_LINES) return { refused: 'tooMany', most: MOST_LINES }
  const fresh = {
    id: deed.id,
    ...now(change, by),
    text: deed.text.slice(0, MOST_LINE),
    needed: deed.reason.slice(0, MOST_LINE),
  }
  weighed(change, { special: [...before, fresh] })
  note(change, 'addSpecial')
  visible(change)
  return CHANGED
}

/** It is not needed any more: it goes, and that it went is in the trail. */
export function dropSpecial(change: Change, _by: OfficerId, deed: OfficerDeed<'dropSpecial'>): RuleResult {
  const before = change.record.weighed?.special ?? []
  const special = before.filter(({ id }) => id !== deed.line)
  if (special.length === before.length) return { refused: 'already' }
  weighed(change, { special })
  note(change, 'dropSpecial')
  visible(change)
  return CHANGED
}

/**
 * That somebody looked in another system, for what, on which ground, and whether there was a hit; never what stood there. A
 * closed source is not looked in, and so not noted, until the jurist opened it. Advice is not looked up (A008).
 */
export function lookElsewhere(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'lookElsewhere'> & { id: string },
): RuleResult {
  const { record, setting } = change
  const { municipality } = setting
  if (record.kind === 'consultation') return { refused: 'stillConsultation' }
  const source = sourcesIn(municipality, municipality.language).find(({ id }) => id === deed.source)
  if (!source) return { refused: 'needs', field: 'source' }
  if (!source.open) return { refused: 'sourceClosed' }
  if (!deed.on || deed.on > dayOf(setting.now, municipality)) return { refused: 'needs', field: 'on' }
  if (noReason(deed.text)) return { refused: 'needs', field: 'purpose' }
  if (!deed.basis) return { refused: 'needs', field: 'basis' }
  if (!deed.found) return { refused: 'needs', field: 'found' }
  const before = record.weighed?.elsewhere ?? []
  if (before.length >= MOST_LINES) return { refused: 'tooMany', most: MOST_LINES }
  const fresh = {
    id: deed.id,
    ...now(change, by),
    source: source.id,
    on: deed.on,
    why: deed.text.slice(0, MOST_LINE),
    basis: deed.basis,
    hit: deed.found === 'hit',
  }
  weighed(change, { elsewhere: [...before, fresh] })
  note(change, 'lookElsewhere')
  visible(change)
  return CHANGED
}
