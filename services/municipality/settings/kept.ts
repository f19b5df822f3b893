/**
 * What is kept of the settings of one municipality, and what becomes of it: a version that follows, a proposal that waits
 * for a second person, what must be told. Pure: the municipality and the moment go in, another one and the line for the
 * trail come out.
 */
import { z } from 'zod'
import { Day, Instant, OfficerId, PartnerId } from '../../words.ts'
import type { Municipality } from '../municipality.ts'
import { dayOf } from '../workingTime.ts'
import { isStale } from './ahead.ts'
import { applied, Change } from './change.ts'
import { Difference, differences, fieldOf } from './difference.ts'
import { type Problem, problemsIn, Settings, settingsOf, withSettings } from './fields.ts'
import { confirmersOf, escalatesOn, hearersOf, mayConfirm, verdictOf, type WhyTwo } from './rules.ts'

/** By whom: somebody, or what stood in the file at a start. */
export const ByWhom = z.union([OfficerId, z.literal('file')])
export type ByWhom = z.infer<typeof ByWhom>

const Why = z.enum(['newReader', 'raised', 'gains', 'removed', 'ofOther', 'offDuty'])

/** What somebody wants that takes two, until somebody says yes or no. */
export const Proposal = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  change: Change,
  why: z.array(Why).max(6),
  /** Who would get more by it. */
  about: z.array(OfficerId).max(40),
  /** The FG was asked as well. */
  escalated: z.literal(true).optional(),
})
export type Proposal = z.infer<typeof Proposal>

/** What is to be told to somebody in their own chat; it says nothing of any signal. */
export const SettingsNews = z.enum([
  'readers',
  'proposed',
  'escalated',
  'confirmed',
  'declined',
  'stale',
  'file',
])
export type SettingsNews = z.infer<typeof SettingsNews>

export const SettingsNotice = z.object({
  id: z.uuid(),
  at: Instant,
  to: OfficerId,
  news: SettingsNews,
  by: ByWhom.optional(),
  /** Which version it is about. */
  version: z.number().int().min(1).optional(),
  /** Partners that were not looked at for a year. */
  partners: z.array(PartnerId).max(60).optional(),
  tries: z.number().int().min(0),
  notBefore: Instant.optional(),
})
export type SettingsNotice = z.infer<typeof SettingsNotice>

/** The settings as they are, and what waits. One document. */
export const Kept = z.object({
  schema: z.literal(1),
  version: z.number().int().min(1),
  at: Instant,
  by: ByWhom,
  settings: Settings,
  /** What the file said when it was read last, and which of its ways back were taken. */
  file: z.object({ seen: Settings, taken: z.string().max(60).optional(), since: Instant.optional() }),
  proposals: z.array(Proposal).max(60),
  tell: z.array(SettingsNotice).max(400),
  /** Of which day of verification each partner was asked about. */
  asked: z.record(PartnerId, Day).optional(),
})
export type Kept = z.infer<typeof Kept>

/** A version that was, or is: kept for as long as something can have been decided on it. */
export const Version = z.object({
  schema: z.literal(1),
  number: z.number().int().min(1),
  at: Instant,
  by: ByWhom,
  /** Who confirmed it. */
  second: OfficerId.optional(),
  changed: z.array(Difference).max(2_000),
  settings: Settings,
})
export type Version = z.infer<typeof Version>

/** What the trail has of it. */
export const SettingsLine = z.object({
  id: z.uuid(),
  at: Instant,
  what: z.enum([
    ...(['changed', 'proposed', 'confirmed', 'declined', 'escalated', 'file', 'fileLeft'] as const),
    // Of the first run: who claimed the place, who confirmed or declined that, and what was begun.
    ...(['placeClaimed', 'placeConfirmed', 'placeDeclined', 'placeLooked'] as const),
    ...(['placeTested', 'placeBegun', 'placeOpened'] as const),
  ]),
  by: ByWhom,
  second: OfficerId.optional(),
  version: z.number().int().min(1),
  changed: z.array(Difference).max(2_000),
})
export type SettingsLine = z.infer<typeof SettingsLine>

/** As many proposals wait at most: more is a sign that nobody is there. */
export const MOST_PROPOSALS = 10
/** Notices that wait at most; the newest are kept. */
const MOST_NOTICES = 120

export type Setting = { file: Municipality; now: Instant; newId: () => string }

/** What came of it: what is kept from now on, with the versions and the lines of the trail that are saved with it. */
export type Step = { kept: Kept; versions: readonly Version[]; lines: readonly SettingsLine[] }

export type Refused =
  | { refused: 'nothing' }
  | { refused: 'unsound'; problems: readonly Problem[] }
  | { refused: 'tooMany' | 'gone' | 'notYours' | 'notThere' }

/** The first version: what the file says. */
export function firstOf({ file, now }: Setting): { kept: Kept; version: Version } {
  const settings = settingsOf(file)
  const kept: Kept = {
    schema: 1,
    version: 1,
    at: now,
    by: 'file',
    settings,
    file: { seen: settings, ...(file.settings ? { taken: file.settings.fromFile } : {}) },
    proposals: [],
    tell: [],
  }
  return { kept, version: { schema: 1, number: 1, at: now, by: 'file', changed: [], settings } }
}

/** The municipality as these settings have it; of the file alone where nothing is kept. */
export const municipalityOf = (file: Municipality, kept: Kept | undefined): Municipality =>
  kept ? withSettings(file, kept.settings, kept.version) : file

type Tell = Pick<SettingsNotice, 'to' | 'news'> & Partial<SettingsNotice>

function telling(kept: Kept, tell: readonly Tell[], { now, newId }: Setting): Kept {
  const fresh = tell.map((each): SettingsNotice => ({ ...each, id: newId(), at: now, tries: 0 }))
  return { ...kept, tell: [...kept.tell, ...fresh].slice(-MOST_NOTICES) }
}

type Next = { by: ByWhom; second?: OfficerId | undefined; what: SettingsLine['what'] }

/** The version that follows with these settings. */
function following(kept: Kept, settings: Settings, next: Next, setting: Setting): Step {
  const { now, newId, file } = setting
  const changed = differences(kept.settings, settings)
  const number = kept.version + 1
  const who = { by: next.by, ...(next.second ? { second: next.second } : {}) }
  const [before, after] = [municipalityOf(file, kept), withSettings(file, settings, number)]
  const told = hearersOf(before, after, next.second ?? (next.by === 'file' ? NOBODY : next.by), changed)
  const with_ = telling(
    { ...kept, version: number, at: now, by: next.by, settings },
    told.map((to) => ({ to, news: 'readers' as const, by: next.by, version: number })),
    setting,
  )
  return {
    kept: with_,
    versions: [{ schema: 1, number, at: now, ...who, changed, settings }],
    lines: [{ id: newId(), at: now, what: next.what, ...who, version: number, changed }],
  }
}

const NOBODY = OfficerId.parse('00000000-0000-0000-0000-000000000000')

/** What the change would make of it, or what is wrong with that. */
export function wouldBe(
  kept: Kept,
  change: Change,
  { file, now }: Pick<Setting, 'file' | 'now'>,
): { settings: Settings; changed: Difference[] } | Refused {
  const settings = applied(kept.settings, change, dayOf(now, file))
  const problems = problemsIn(file, settings)
  if (problems.length > 0) return { refused: 'unsound', problems }
  const changed = differences(kept.settings, settings)
  return changed.length === 0 ? { refused: 'nothing' } : { settings, changed }
}

export type Asked = Step & { proposed?: Proposal }

/**
 * Somebody of the reporting point wants this: it is so at once, or it waits for a second person (`verdictOf`). `press`:
 * of the button, so that pressed twice it is one proposal.
 */
export function asked(
  kept: Kept,
  change: Change,
  by: OfficerId,
  press: string,
  setting: Setting,
): Asked | Refused {
  const { file, now, newId } = setting
  const before = municipalityOf(file, kept)
  if (!before.officers.some(({ id }) => id === by)) return { refused: 'notYours' }
  const known = kept.proposals.find(({ id }) => id === press)
  if (known) return { kept, versions: [], lines: [], proposed: known }
  const then = wouldBe(kept, change, setting)
  if ('refused' in then) return then
  const after = withSettings(file, then.settings, kept.version + 1)
  const verdict = verdictOf(before, after, by, dayOf(now, file))
  if (verdict.may === 'alone') return following(kept, then.settings, { by, what: 'changed' }, setting)
  if (kept.proposals.length >= MOST_PROPOSALS) return { refused: 'tooMany' }
  const { why, about } = verdict
  const proposed: Proposal = { id: press, at: now, by, change, why: [...why], about: [...about] }
  const told = confirmersOf(before, proposed, now)
  const with_ = telling(
    { ...kept, proposals: [...kept.proposals, proposed] },
    told.map((to) => ({ to, news: 'proposed' as const, by })),
    setting,
  )
  const line = {
    id: newId(),
    at: now,
    what: 'proposed' as const,
    by,
    version: kept.version,
    changed: then.changed,
  }
  return { kept: with_, versions: [], lines: [line], proposed }
}

/**
 * Somebody says yes or no to a proposal. It is made anew on the settings as they are by then, and looked at by the same
 * rules: whoever would get more by it by now does not confirm it either. Who proposed it may take it back.
 */
export function answered(
  kept: Kept,
  id: string,
  yes: boolean,
  who: OfficerId,
  setting: Setting,
): Step | Refused {
  const { file, now, newId } = setting
  const proposal = kept.proposals.find((each) => each.id === id)
  if (!proposal) return { refused: 'gone' }
  const before = municipalityOf(file, kept)
  const proposals = kept.proposals.filter((each) => each !== proposal)
  const then = wouldBe(kept, proposal.change, setting)
  if (!yes) {
    if (who !== proposal.by && !mayConfirm(before, proposal, who, now)) return { refused: 'notYours' }
    const line: SettingsLine = {
      id: newId(),
      at: now,
      what: 'declined',
      by: proposal.by,
      second: who,
      version: kept.version,
      changed: 'refused' in then ? [] : then.changed,
    }
    const told = who === proposal.by ? [] : [{ to: proposal.by, news: 'declined' as const, by: who }]
    return { kept: telling({ ...kept, proposals }, told, setting), versions: [], lines: [line] }
  }
  // Somebody who is not of the reporting point any more proposes nothing.
  if (!before.officers.some(({ id: each }) => each === proposal.by)) return { refused: 'notThere' }
  if ('refused' in then) return then
  const after = withSettings(file, then.settings, kept.version + 1)
  const verdict = verdictOf(before, after, proposal.by, dayOf(now, file))
  const about = verdict.may === 'two' ? [...proposal.about, ...verdict.about] : proposal.about
  if (!mayConfirm(before, { ...proposal, about }, who, now)) return { refused: 'notYours' }
  const next = { by: proposal.by, second: who, what: 'confirmed' as const }
  const step = following({ ...kept, proposals }, then.settings, next, setting)
  const isTold = step.kept.tell.some(({ to, version }) => to === proposal.by && version === step.kept.version)
  const told = isTold ? [] : [{ to: proposal.by, news: 'confirmed' as const, by: who }]
  return { ...step, kept: telling(step.kept, told, setting) }
}

/**
 * What the file says at a start. While nothing was changed in Teams a file that changed is the next version. After that it
 * holds only with a way back (`settings.fromFile`) that was never taken; else what it says stays where it is, and its people
 * hear that it does. Undefined: nothing is new.
 */
export function fileRead(kept: Kept, setting: Setting): Step | undefined {
  const { file, now, newId } = setting
  const settings = settingsOf(file)
  const way = file.settings?.fromFile
  const changed = differences(kept.file.seen, settings)
  const isWayBack = way !== undefined && way !== kept.file.taken
  if (!isWayBack && changed.length === 0) return undefined
  const taken = way ?? kept.file.taken
  const seen = { seen: settings, ...(taken === undefined ? {} : { taken }) }
  // What was written out of the store and put in the file: it says what holds.
  if (differences(kept.settings, settings).length === 0)
    return { kept: { ...kept, file: seen }, versions: [], lines: [] }
  if (isWayBack || kept.by === 'file') {
    const step = following({ ...kept, file: seen }, settings, { by: 'file', what: 'file' }, setting)
    return step
  }
  const told = hearersOf(municipalityOf(file, kept), municipalityOf(file, kept), NOBODY, [
    { field: 'officers' },
  ])
  const line = {
    id: newId(),
    at: now,
    what: 'fileLeft' as const,
    by: 'file' as const,
    version: kept.version,
    changed,
  }
  const left = { ...kept, file: { ...seen, since: now } }
  return {
    kept: telling(
      left,
      told.map((to) => ({ to, news: 'file' as const })),
      setting,
    ),
    versions: [],
    lines: [line],
  }
}

/** The fields of which the file says something else than what holds, since it was changed after it. */
export const fileDiffers = ({ file, settings }: Kept): string[] =>
  file.since === undefined ? [] : [...new Set(differences(settings, file.seen).map(fieldOf))]

/** What time does: the FG is asked, and somebody is asked about a partner that was not looked at for a year. */
export function timePassed(
  kept: Kept,
  municipality: Municipality,
  accountable: OfficerId,
  setting: Setting,
): Step | undefined {
  const { now, newId } = setting
  const today = dayOf(now, municipality)
  // One in a round: each has its own line in the trail.
  const late = kept.proposals.find(
    ({ at, escalated }) => !escalated && escalatesOn(at, municipality) <= today,
  )
  const stale = municipality.partners.filter(
    (partner) => isStale(partner, today) && kept.asked?.[partner.id] !== partner.verified,
  )
  if (!late && stale.length === 0) return undefined
  const proposals = kept.proposals.map((each) =>
    each === late ? { ...each, escalated: true as const } : each,
  )
  const dpo = municipality.dpo?.id
  const hear = late ? [late.by, ...(dpo ? [dpo] : [])] : []
  const told: Tell[] = hear.map((to) => ({
    to,
    news: 'escalated' as const,
    ...(late ? { by: late.by } : {}),
  }))
  if (stale.length > 0)
    told.push({ to: accountable, news: 'stale', partners: stale.slice(0, 60).map(({ id }) => id) })
  const marks = Object.fromEntries(stale.map(({ id, verified }) => [id, verified]))
  const { version } = kept
  const lines: SettingsLine[] = late
    ? [{ id: newId(), at: now, what: 'escalated', by: late.by, version, changed: [] }]
    : []
  const next = { ...kept, proposals, asked: { ...kept.asked, ...marks } }
  return { kept: telling(next, told, setting), versions: [], lines }
}

export type { WhyTwo }
