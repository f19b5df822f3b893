/**
 * The guards of a decision that want a recorded answer: when each is asked, on what that stands, and what the form shows as
 * the answer until an officer says otherwise (the careful one). One without such an answer is asked. Pure.
 *
 * Help for a possible victim is a guard too (A099): it is a task with an owner and a day (`help.ts`).
 */

import { sourcesOf } from '../../facts/propose.ts'
import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import type { Partner, PartnerKind } from '../../municipality/partner.ts'
import { addWorkingDays, dayOf } from '../../municipality/workingTime.ts'
import type { SubjectKind } from '../../understanding/reading.ts'
import { understand } from '../../understanding/understand.ts'
import type { Day, Instant, PartnerId, Reference } from '../../words.ts'
import type { Guarded, GuardName, Proposed } from '../guards.ts'
import type { SignalRecord } from '../record.ts'
import type { Minor, Outcome, VictimHelp } from '../words.ts'
import { mayWarn, wantsConsent } from './careful.ts'
import { dayAfter } from './retentionTerm.ts'
import { type Stands, youngIn } from './young.ts'

/** On what a guard stands. `harm`: telling it now may harm an investigation or somebody's safety. */
export type Because =
  | Stands
  | { on: 'partner'; partner: PartnerId }
  | { on: 'kind'; kind: SubjectKind }
  | { on: 'facts'; count: number }
  | { on: 'harm' }
  | { on: 'minorUnknown' }
  /** It stands in another signal of its case. */
  | { on: 'case'; reference: Reference }

export type AskedGuard = {
  guard: GuardName
  because: Because[]
  /** What is shown as its answer; undefined: an officer has to give one. */
  shown: Guarded | undefined
}

/** What is about to be decided. */
export type GuardLook = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  outcome: Outcome
  partners: readonly PartnerId[]
  minor: Minor | undefined
  victimHelp: VictimHelp
  proposal?: Proposed | undefined
  /** The others of its case: what one of them says of somebody young counts for all (A038, A103). */
  beside?: readonly SignalRecord[] | undefined
}

/** First agree: until so many working days from now, after which it is asked again. */
const AGREE_WORKING_DAYS = 5
/** AVG 14(3)(a): within a month at the latest. */
const INFORM_DAYS = 30

/** Whoever investigates: knowing of it can harm what they do. */
const INVESTIGATES: ReadonlySet<PartnerKind> = new Set([
  'police',
  'avim',
  'labourInspectorate',
  'riec',
  'borderPolice',
  'socialInvestigation',
  'taxAuthority',
])

const EXPLOITATION: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  'sexualExploitation',
  'labourExploitation',
  'criminalExploitation',
  'forcedServices',
  'organRemoval',
  'otherExploitation',
])

/** May it be exploitation: as an officer said it, else as its words say? A person who may be a victim says so too. */
export function exploitationIn(record: SignalRecord, municipality: Municipality): Because[] {
  const kinds =
    record.weighed?.kinds?.kinds ??
    understand(sourcesOf(record, municipality).map(({ text }) => text)).subjects.map(({ kind }) => kind)
  const named = [...new Set(kinds)].filter((kind) => EXPLOITATION.has(kind))
  return [...named.map((kind): Because => ({ on: 'kind', kind })), ...youngIn(record, municipality).victim]
}

/** The facts by which somebody can be known: of people, and of where they live or what they have. */
const personal = ({ facts = [] }: SignalRecord): number =>
  facts.filter(
    ({ details, standing, lost }) =>
      standing !== 'refuted' && !lost && details.kind !== 'time' && details.kind !== 'organisation',
  ).length

/** Every guard that is asked of this decision, in the order in which it is shown. */
export function guardsAsked(look: GuardLook): AskedGuard[] {
  const { record, municipality, now, proposal } = look
  const today = dayOf(now, municipality)
  const partners = look.partners.flatMap((id) => partnerOf(municipality, id) ?? [])
  const named = (which: (partner: Partner) => boolean): Because[] =>
    partners.filter(which).map(({ id }) => ({ on: 'partner', partner: id }))
  const exploitation: Because[] = [
    ...exploitationIn(record, municipality),
    ...others(look)
      .filter((other) => exploitationIn(other, municipality).length > 0)
      .map(({ reference }): Because => ({ on: 'case', reference })),
  ]
  const warns = exploitation.length > 0 ? named(mayWarn) : []
  const asked: AskedGuard[] = [...youngVictim(look, partners)]
  if (warns.length > 0) {
    const until = addWorkingDays(today, AGREE_WORKING_DAYS)
    const because = [...warns, ...exploitation]
    asked.push({
      guard: 'agreeFirst',
      because,
      shown: { guard: 'agreeFirst', answer: 'agreeFirst', until },
    })
    asked.push({ guard: 'supervision', because, shown: { guard: 'supervision', answer: 'stops' } })
  }
  const consent = named(wantsConsent)
  if (consent.length > 0)
    asked.push({ guard: 'consent', because: consent, shown: { guard: 'consent', answer: 'withoutNames' } })
  asked.push(...notFirst(partners, proposal, warns))
  const count = personal(record)
  if (count > 0) {
    const harm = mayHarm(look, partners, exploitation)
    asked.push({
      guard: 'informSubject',
      because: [{ on: 'facts', count }, ...(harm ? [{ on: 'harm' } as const] : [])],
      shown: { guard: 'informSubject', answer: 'later', until: informDay(today) },
    })
  }
  if (partners.length > 0) asked.push(basis(partners, municipality))
  const outside = named(({ inside }) => !inside)
  if (outside.length > 0)
    asked.push({
      guard: 'onBehalf',
      because: outside,
      shown: { guard: 'onBehalf', answer: municipality.reportsOutsideAs },
    })
  return asked
}

/** The day on which it is weighed again whether the persons concerned are told. */
export const informDay = (today: Day): Day => dayAfter(today, { days: INFORM_DAYS })

/** A038: enforcement alone while somebody (young) may be a victim, or nobody at all while a child may be. */
function youngVictim(look: GuardLook, partners: readonly Partner[]): AskedGuard[] {
  const { record, municipality, minor, victimHelp } = look
  const alone = partners.length > 0 && partners.every(({ track }) => track === 'enforcement')
  const nobody = partners.length === 0 && victimHelp === 'notApplicable'
  if (!alone && !nobody) return []
  const found = youngIn(record, municipality)
  const said: Because[] =
    minor === 'yes' && record.minor !== 'yes'
      ? [{ on: 'mark' }]
      : minor === 'no'
        ? []
        : record.minor === 'yes'
          ? []
          : [{ on: 'minorUnknown' }]
  const elsewhere = others(look).filter((other) => {
    const there = youngIn(other, municipality)
    const found = alone ? [...there.young, ...there.victim] : there.minor
    return found.length > 0
  })
  const because = [
    ...said,
    ...(alone ? [...found.young, ...found.victim] : found.minor),
    ...elsewhere.map(({ reference }): Because => ({ on: 'case', reference })),
  ]
  return because.length === 0 ? [] : [{ guard: 'youngVictim', because, shown: undefined }]
}

const others = ({ record, beside = [] }: GuardLook): SignalRecord[] =>
  beside.filter(({ id }) => id !== record.id)

/** Where the rules say not to go first. What is first agreed does not go first. */
function notFirst(
  partners: readonly Partner[],
  proposal: Proposed | undefined,
  warns: readonly Because[],
): AskedGuard[] {
  const kinds = new Set(proposal?.notFirst ?? [])
  const agreed = new Set(warns.flatMap((each) => (each.on === 'partner' ? [each.partner] : [])))
  const proposed = new Set(proposal?.routes.map(({ kind }) => kind) ?? [])
  const because = partners
    .filter(({ id, kind }) => kind !== undefined && kinds.has(kind) && !proposed.has(kind) && !agreed.has(id))
    .map(({ id }): Because => ({ on: 'partner', partner: id }))
  return because.length === 0 ? [] : [{ guard: 'notFirst', because, shown: undefined }]
}

/** UAVG 41, AVG 14(5)(b): may telling it now harm an investigation, or somebody's safety? */
const mayHarm = (
  { record, outcome }: GuardLook,
  partners: readonly Partner[],
  exploitation: readonly Because[],
): boolean =>
  exploitation.length > 0 ||
  record.danger !== undefined ||
  record.urgency === 'acute' ||
  record.urgency === 'high' ||
  outcome === 'police' ||
  partners.some(
    ({ kind, track }) => track === 'enforcement' || (kind !== undefined && INVESTIGATES.has(kind)),
  )

/** AVG 6: whether the ground of each is known; of which it is not, the hand-over asks it and does not go without. */
function basis(partners: readonly Partner[], { language }: Municipality): AskedGuard {
  const without = partners.filter((partner) => !partner.basis?.[language])
  const known = partners.flatMap((partner) =>
    partner.basis?.[language] ? [`${partner.name[language]}: ${partner.basis[language]}`] : [],
  )
  return {
    guard: 'basis',
    because: partners.map(({ id }) => ({ on: 'partner', partner: id })),
    shown: {
      guard: 'basis',
      answer: without.length > 0 ? 'atHandOver' : 'configured',
      text: known.join('\n'),
    },
  }
}
