/**
 * What each kind of partner gets (C4, C5.4): what its task needs and no more. A proposal: the officer chooses. Where the
 * reason for asking may warn somebody, the kind of signal and what was noticed are left out altogether, and cannot be chosen.
 */
import type { FactDetails } from '../facts/fact.ts'
import type { SignalKind } from '../facts/weighed.ts'
import type { Partner, PartnerKind } from '../municipality/partner.ts'

/** What was noticed and is no fact of its own (`signs.ts`). */
export const SIGNS = [
  'papers',
  'threat',
  'confined',
  'leavesSoon',
  'dependent',
  'injuries',
  'debts',
  'hours',
  'pay',
  'people',
  'languages',
  'transport',
  'housing',
] as const
export type SignName = (typeof SIGNS)[number]

type FactKindName = FactDetails['kind']

/**
 * `persons`: by name, only as an age and a role, or not at all. `subjects`: of which kinds of signal it may hear that this may
 * be one. `more`: what we did already and who else has it.
 */
export type Profile = {
  facts: readonly FactKindName[]
  persons: 'named' | 'unnamed' | 'none'
  subjects: 'all' | readonly SignalKind[]
  signs: readonly SignName[]
  more: boolean
  /** Who may have done it is left out: it helps who may be a victim. */
  victimsOnly?: true
}

const EVERY: readonly FactKindName[] = [
  'person',
  'organisation',
  'address',
  'vehicle',
  'telephone',
  'account',
  'mail',
  'time',
]
const NOT_MONEY = EVERY.filter((kind) => kind !== 'account')

/** Investigates what happened, and by whom it was done. */
const INVESTIGATES: Profile = { facts: EVERY, persons: 'named', subjects: 'all', signs: SIGNS, more: true }
/** Advice, or help that needs consent: nobody can be told from it. */
const WITHOUT_NAMES: Profile = { facts: [], persons: 'unnamed', subjects: 'all', signs: SIGNS, more: false }
/** Helps somebody: who that is and where, and nothing that is for an investigation. */
const HELPS: Profile = {
  facts: ['person', 'address'],
  persons: 'named',
  subjects: 'all',
  signs: ['papers', 'threat', 'confined', 'leavesSoon', 'dependent', 'injuries', 'debts', 'languages'],
  more: false,
  victimsOnly: true,
}
/** An own task of the municipality or of another authority that must not learn why it is asked. */
const WITHOUT_MOTIVE: Profile = {
  facts: ['address', 'organisation'],
  persons: 'none',
  subjects: [],
  signs: [],
  more: false,
}

const PROFILES: { readonly [kind in PartnerKind]: Profile } = {
  police: INVESTIGATES,
  avim: INVESTIGATES,
  borderPolice: INVESTIGATES,
  labourInspectorate: { ...INVESTIGATES, facts: NOT_MONEY },
  riec: INVESTIGATES,
  chainDirector: { ...WITHOUT_NAMES, facts: ['organisation', 'address'], signs: ['leavesSoon', 'people'] },
  safeHome: WITHOUT_NAMES,
  comensha: WITHOUT_NAMES,
  careCoordinator: WITHOUT_NAMES,
  fairwork: WITHOUT_NAMES,
  straatwaarden: WITHOUT_NAMES,
  districtTeam: HELPS,
  caseTable: { ...INVESTIGATES, facts: NOT_MONEY },
  civilRegistry: { ...WITHOUT_MOTIVE, facts: ['address'] },
  careSupervision: {
    facts: ['organisation', 'person', 'address', 'account', 'time'],
    persons: 'named',
    subjects: ['careFraud'],
    signs: [],
    more: false,
  },
  ikz: {
    facts: ['organisation', 'person', 'address', 'account', 'time'],
    persons: 'named',
    subjects: ['careFraud'],
    signs: [],
    more: false,
  },
  taxAuthority: {
    facts: ['organisation', 'person', 'address', 'account', 'vehicle'],
    persons: 'named',
    subjects: ['underminingCrime', 'benefitFraud', 'careFraud'],
    signs: [],
    more: false,
  },
  socialInvestigation: {
    facts: ['person', 'address', 'organisation'],
    persons: 'named',
    subjects: ['benefitFraud', 'addressFraud'],
    signs: [],
    more: false,
  },
  permits: { ...WITHOUT_MOTIVE, subjects: ['addressFraud'], signs: ['people', 'housing'] },
  fireService: { ...WITHOUT_MOTIVE, facts: ['address'], signs: ['people', 'housing'] },
  education: { ...WITHOUT_MOTIVE, facts: ['person'], persons: 'named' },
  health: { ...WITHOUT_NAMES, signs: ['dependent', 'injuries', 'languages', 'housing'] },
  debtHelp: { ...WITHOUT_MOTIVE, facts: ['person'], persons: 'named' },
  integrity: { ...WITHOUT_MOTIVE, facts: [] },
  otherMunicipality: INVESTIGATES,
  other: WITHOUT_MOTIVE,
}

/** What this kind of partner gets. `consent`: the person it is about agreed to be helped by name (C4, care coordinator). */
export function profileOf(kind: PartnerKind, consent = false): Profile {
  const profile = PROFILES[kind]
  const helpsByName = kind === 'careCoordinator' || kind === 'comensha'
  return consent && helpsByName ? { ...HELPS, signs: SIGNS } : profile
}

/** Does it hear what the signal may be about? If not, nothing in its text may say so, nor why there is haste. */
export const knowsMotive = ({ subjects }: Profile): boolean => subjects === 'all'

/** The kind of this partner; of one without a kind what its track says, which is never more than it may need. */
export function kindOf({ kind, track, inside }: Pick<Partner, 'kind' | 'track' | 'inside'>): PartnerKind {
  if (kind) return kind
  switch (track) {
    case 'enforcement':
      return inside ? 'other' : 'police'
    case 'care':
      return inside ? 'districtTeam' : 'safeHome'
    case 'consult':
      return 'straatwaarden'
    case 'administrative':
      return 'other'
    default:
      return track satisfies never
  }
}
