/**
 * Why something is done with a signal, and on which ground (AVG 5, 6 and 30; domain.md E2, 1 and 2). The definition of each
 * deed names one of these. For the jurist and the FG to confirm; the words are for the register entry of the municipality.
 */

/** The purposes, and no others: a use that fits none of them is another register, with its own decision. */
export const PURPOSES = {
  assess: 'receive and assess signals of human trafficking, exploitation, care fraud and undermining crime',
  recognise: 'see whether a person, an organisation or an address stands in another signal of the register',
  protect: 'avert acute danger to somebody',
  handOver: 'bring a signal, by a person, to who is competent for it',
  feedBack: 'keep the reporter informed, and protect who reported',
  account: 'account for who looked, who decided and why',
  rights: 'meet the rights of the people in a signal',
  retain: 'keep no longer than needed, and destroy with a declaration',
} as const
export type Purpose = keyof typeof PURPOSES

/** AVG 6(1). Consent is none of them: neither an employee nor a citizen is free to refuse a municipality. */
export const BASES = {
  publicTask: 'AVG 6(1)(e), a task in the public interest (Gemeentewet 172, Wmo, Jeugdwet)',
  vitalInterest: 'AVG 6(1)(d), the vital interest of somebody',
  legalDuty: 'AVG 6(1)(c), a legal duty (AVG 5(2), 12 to 19, 32; Archiefwet)',
} as const
export type Basis = keyof typeof BASES

export type Processing = { purpose: Purpose; basis: Basis }

export const assess: Processing = { purpose: 'assess', basis: 'publicTask' }
/** Apart from an access request, and from assessing: its own purpose, with a log of its own (domain.md E2, 1 and 9). */
export const recognise: Processing = { purpose: 'recognise', basis: 'publicTask' }
export const protect: Processing = { purpose: 'protect', basis: 'vitalInterest' }
export const handOver: Processing = { purpose: 'handOver', basis: 'publicTask' }
export const feedBack: Processing = { purpose: 'feedBack', basis: 'publicTask' }
export const account: Processing = { purpose: 'account', basis: 'legalDuty' }
export const rights: Processing = { purpose: 'rights', basis: 'legalDuty' }
export const retain: Processing = { purpose: 'retain', basis: 'legalDuty' }
