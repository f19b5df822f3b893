/** The words of the routing matrix (C3): what a signal is about, who may be a victim, and what else a rule may ask. */
import { z } from 'zod'
import { SignalKind } from '../facts/weighed.ts'
import { PartnerKind } from '../municipality/partner.ts'

/** What a signal may be about, as the rows of C3 have it: the kinds of signal, and what goes another way. */
export const Matter = z.enum([
  ...SignalKind.options,
  /** Underpaid or badly treated, and free to leave. */
  'badEmployment',
  /** Smuggling of people, a border, an airport. */
  'borderCrossing',
  'ofColleague',
  'threatToReporter',
  'otherMunicipality',
  'falseAlarm',
])
export type Matter = z.infer<typeof Matter>

/** Somebody is used by somebody else, in whatever way. */
export const EXPLOITATION = [
  'sexualExploitation',
  'labourExploitation',
  'criminalExploitation',
  'forcedServices',
  'organRemoval',
  'otherExploitation',
] as const satisfies readonly Matter[]

/** A038, A155: how old a possible victim may be; the youngest counts. */
export const AgeBand = z.enum(['under18', 'from18to22', 'from23', 'unknown'])
export type AgeBand = z.infer<typeof AgeBand>

/** C1, the first fork: is a possible victim known, or only a place? */
export const ForkSide = z.enum(['victim', 'place', 'unclear'])
export type ForkSide = z.infer<typeof ForkSide>

/** What else is there. Never where somebody comes from, and nothing that says it (E2). */
export const Circumstance = z.enum([
  /** Under twenty-three, or perhaps so. */
  'young',
  /** Exploitation of some kind is among what it is about. */
  'exploitation',
  /** Cannot leave, is threatened, pays a debt off, has no papers in hand. */
  'coercion',
  'organisation',
  'location',
  /** People sleep where they work, or too many in one place. */
  'housing',
  'severalWorkers',
  'border',
  /** A household with diplomatic immunity. */
  'diplomat',
  /** Several people or places that work together. */
  'network',
  /** A company, account or address in somebody's name who does not run it. */
  'frontCompany',
  'debts',
  'school',
  /** Somebody who gets care may be harmed, neglected or used. */
  'clientHarmed',
  'personalBudget',
  'sexVenue',
  'drugs',
  'forcedMarriage',
  /** The same address, person or company came up before. */
  'repeat',
])
export type Circumstance = z.infer<typeof Circumstance>

/** Where a signal can go: to a kind of partner; or it is 112, which the reporter rings (C1). */
export const RouteKind = z.enum(['emergency112', ...PartnerKind.options])
export type RouteKind = z.infer<typeof RouteKind>

/** What comes not first, and in which form. */
export const NotFirstAs = z.enum(['visit', 'alone', 'meetingOrMail', 'enforcementAlone', 'report'])
export type NotFirstAs = z.infer<typeof NotFirstAs>

/** On what condition something is given, or asked. */
export const ConditionName = z.enum([
  /** Agreed with others first, with a day on which that ends. */
  'coordinateFirst',
  /** A person's own agreement, written down. */
  'consent',
  /** Awb 3:3: a power of supervision is not used for a criminal investigation. */
  'awb33',
  'phoneFirst',
  'logNameAndTime',
  'safeContact',
  'viaRiec',
  'onlyThroughVictim',
  'discreet',
  'meldcode',
  'victimCheck',
  'fourSteps',
  'purposeLimits',
  'askEnforcementOrSupervision',
  'dutyToReport',
  'privateChannel',
  'extraConfidential',
  'referred',
])
export type ConditionName = z.infer<typeof ConditionName>
