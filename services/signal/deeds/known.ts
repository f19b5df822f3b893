/**
 * What was found in the register, in the record (A063): a proposal to a person, and never more. Both signals of a pair say
 * the same; nothing is joined by itself, and no value of the one stands in the other.
 */
import { entryOf, stepOf } from '../../facts/entryOf.ts'
import type { Known, KnownMatch } from '../../facts/fact.ts'
import type { OfficerId, SignalId } from '../../words.ts'
import { CHANGED, type Change, cause, NOTED, note, type RuleResult, set, tellHolder } from '../change.ts'
import { dayOnly } from '../reading/anonymousTimes.ts'
import type { SignalRecord } from '../record.ts'
import type { OfficerDeed } from './data.ts'
import type { KnownDeed, Likeness, MatchSide, SaidThere } from './knownCommand.ts'

type Deed<D extends KnownDeed['do']> = Extract<KnownDeed, { do: D }>

/** As many matches as one signal holds: with more, what they have in common says nothing. */
export const MOST_KNOWN = 200

/** What is one and the same thing when it is equal: a number. A name or an address can be of somebody else too. */
const EXACT: ReadonlySet<string> = new Set(['companyNumber', 'telephone', 'account', 'vehicle', 'mail'])

const DAY_MS = 86_400_000

/** Causes the look-up where what is looked up changed; `before` undefined: the signal is new. One for each change of it. */
export function causeLookUp(change: Change, before: SignalRecord | undefined): void {
  const was = before ? stepOf(before) : 'out'
  if (stepOf(change.record) !== was) cause(change, { kind: 'recognise' })
}

const today = ({ setting }: Change) => dayOnly(setting.now, setting.municipality)

/** The exact numbers that are the same in both. */
const exactIn = ({ reasons }: Pick<Likeness, 'reasons'>): string[] =>
  reasons.flatMap(({ field, agrees }) => (agrees === 'same' && EXACT.has(field) ? [field] : []))

/** The same dwelling, whoever is named there: a house that comes back is what an officer waits for (A063, A065). */
const isSameDwelling = ({ field, agrees }: Likeness['reasons'][number]): boolean =>
  field === 'address' && agrees === 'same'

const isSerious = ({
  strength,
  reasons,
  other,
}: Pick<KnownMatch, 'strength' | 'reasons' | 'other'>): boolean =>
  other === undefined && (strength !== 'possible' || reasons.some(isSameDwelling))

const isNear = (record: SignalRecord, side: MatchSide): boolean =>
  Math.abs(Date.parse(record.receivedAt) - Date.parse(side.receivedAt)) <= DAY_MS

/** What of it a person would see: bits differ a little each time, and mean nothing new. */
const seenOf = ({ strength, reasons, open, near, reference, other }: KnownMatch): string =>
  JSON.stringify([
    strength,
    reasons.map(({ field, agrees }) => [field, agrees]),
    open,
    near,
    reference,
    other !== undefined,
  ])

/**
 * The match as it is now. What a person called somebody else stays so, unless a number turned up that is the same in both
 * and was not when it was said.
 */
function matchOf(
  change: Change,
  here: KnownMatch | undefined,
  side: MatchSide,
  like: Likeness,
  said: SaidThere | undefined,
): KnownMatch {
  const { signal, reference, open } = side
  const near = isNear(change.record, side)
  // What was said on the other side counts where this side does not know of the pair yet.
  const before = here ?? (said?.other ? { ...like, ...said, ...side, foundAt: today(change) } : undefined)
  const isNew = before?.other && exactIn(like).some((field) => !exactIn(before).includes(field))
  if (before?.other && !isNew) {
    const { strength, score, reasons, foundAt, other } = before
    return { signal, reference, strength, score, reasons, foundAt, open, near, other }
  }
  const { strength, score, reasons } = like
  return {
    signal,
    reference,
    strength,
    score,
    reasons: reasons.map(({ field, agrees, bits }) => ({ field, agrees, bits })),
    foundAt: before?.foundAt ?? today(change),
    open,
    near,
  }
}

const knownOf = (change: Change): Known => change.record.known ?? { at: today(change), matches: [] }

const startsToMatter = (before: KnownMatch | undefined, now: KnownMatch): boolean =>
  isSerious(now) && !(before && isSerious(before))

/** An officer should see it before deciding. The doorbell says nothing of it, and is not drawn again for it. */
const raise = (change: Change): void => set(change, { revision: change.record.revision + 1 })

/** It was looked up. What others told of themselves meanwhile stays. */
export function recognised(change: Change, { of, found, dropped, common }: Deed<'recognised'>): RuleResult {
  if (stepOf(change.record) !== of) return { refused: 'stale' }
  const known = knownOf(change)
  const fresh = found.map(({ side, like, said: there }) => {
    const before = known.matches.find(({ signal }) => signal === side.signal)
    return { before, now: matchOf(change, before, side, like, there) }
  })
  const names = new Set<string>([...fresh.map(({ now }) => now.signal), ...dropped])
  const kept = known.matches.filter((match) => !names.has(match.signal))
  // What was called somebody else is remembered, also while it is not found.
  const said = known.matches.filter(
    (match) =>
      match.other && dropped.includes(match.signal) && !fresh.some(({ now }) => now.signal === match.signal),
  )
  const matches = [...fresh.map(({ now }) => now), ...kept, ...said]
  set(change, {
    known: { at: today(change), of, matches, ...(common.length > 0 ? { common: [...common] } : {}) },
  })
  if (fresh.some(({ before, now }) => startsToMatter(before, now))) raise(change)
  note(change, 'recognised')
  return NOTED
}

/** Another one was looked up, and may be about the same: whoever has this one is told, once. */
export function recognisedBy(change: Change, { of, side, like, said }: Deed<'recognisedBy'>): RuleResult {
  if (!entryOf(change.record)) return { refused: 'notNow' }
  if (stepOf(change.record) !== of) return { refused: 'stale' }
  const known = knownOf(change)
  const before = known.matches.find(({ signal }) => signal === side.signal)
  if (!before && known.matches.length >= MOST_KNOWN) return { refused: 'tooMuch' }
  const now = matchOf(change, before, side, like, said)
  if (before && seenOf(before) === seenOf(now)) return { refused: 'already' }
  const others = known.matches.filter((match) => match !== before)
  set(change, { known: { ...known, matches: [...others, now] } })
  if (startsToMatter(before, now)) {
    // In whichever state: what is monitored, or was closed, is looked at again because of it.
    tellHolder(change, 'knownAgain')
    raise(change)
  }
  return NOTED
}

/** The other one is not about the same any more; of one that is gone nothing stays. */
export function unrecognised(change: Change, { signal, why }: Deed<'unrecognised'>): RuleResult {
  const { known } = change.record
  const before = known?.matches.find((match) => match.signal === signal)
  if (!known || !before || (why === 'differs' && before.other)) return { refused: 'already' }
  set(change, { known: { ...known, matches: known.matches.filter((match) => match !== before) } })
  return NOTED
}

/** What an officer said of the pair, on the other one of it: also where that one does not know of the pair yet. */
export function saidOfPair(change: Change, { side, like, by, what }: Deed<'saidOfPair'>): RuleResult {
  const known = knownOf(change)
  const before = known.matches.find(({ signal }) => signal === side.signal)
  if (!before && known.matches.length >= MOST_KNOWN) return { refused: 'tooMuch' }
  const match = before ?? matchOf(change, undefined, side, like, undefined)
  const all = before ? known : { ...known, matches: [...known.matches, match] }
  setSaid(change, all, match, what === 'other' ? by : undefined)
  return NOTED
}

function setSaid(change: Change, known: Known, before: KnownMatch, by: OfficerId | undefined): void {
  const { other: _said, ...match } = before
  const now: KnownMatch = by ? { ...match, other: { at: today(change), by } } : match
  set(change, { known: { ...known, matches: known.matches.map((each) => (each === before ? now : each)) } })
}

/** Values of this signal were shown beside another's: written down, as looking is. */
export function seenAsMatch(change: Change): RuleResult {
  note(change, 'seenAsMatch')
  return NOTED
}

const matchWith = ({ record }: Change, other: SignalId): KnownMatch | undefined =>
  record.known?.matches.find(({ signal }) => signal === other)

/** It is somebody else. */
export function notSame(change: Change, by: OfficerId, { other }: OfficerDeed<'notSame'>): RuleResult {
  const { known } = change.record
  const match = matchWith(change, other)
  if (!known || !match) return { refused: 'stale' }
  if (match.other) return { refused: 'already' }
  setSaid(change, known, match, by)
  note(change, 'notSame')
  return CHANGED
}

/** It may be the same after all. */
export function sameAgain(change: Change, _by: OfficerId, { other }: OfficerDeed<'sameAgain'>): RuleResult {
  const { known } = change.record
  const match = matchWith(change, other)
  if (!known || !match) return { refused: 'stale' }
  if (!match.other) return { refused: 'already' }
  setSaid(change, known, match, undefined)
  // What was remembered is as old as what was said.
  cause(change, { kind: 'recognise' })
  note(change, 'sameAgain')
  return CHANGED
}

/** A value of this fact says nothing. The list of them stands apart; here it is written down, and looked up anew. */
export function mute(change: Change, _by: OfficerId, { fact }: OfficerDeed<'mute'>): RuleResult {
  if (!change.record.facts?.some(({ id }) => id === fact)) return { refused: 'stale' }
  cause(change, { kind: 'recognise' })
  note(change, 'mute')
  return CHANGED
}
