/** The definitions of the deeds on facts (`definitions.ts` has all others, and says what each part means). */
import * as purposes from '../purposes.ts'
import type { OfficerDefinition } from './definition.ts'
import type { FACT_DATA } from './factData.ts'
import * as facts from './facts.ts'
import * as weigh from './weigh.ts'

type FactDeed = keyof typeof FACT_DATA

/** What is asked of each, where it is not another: while it is open, not while it is frozen. */
const usual = {
  may: 'onCase',
  olderCard: 'accepted',
  whileFrozen: 'refused',
  afterClosing: 'refused',
  formShows: 'content',
  processing: purposes.assess,
} as const
/** What is not right is made right also after the end (AVG 16). */
const right = { ...usual, afterClosing: 'accepted', processing: purposes.rights } as const

export const FACT_DEEDS: { [D in FactDeed]: OfficerDefinition<D> } = {
  /** Of one fact only; what another said of it since is seen in the answer. */
  confirmFact: { ...usual, rule: facts.confirmFact },
  refuteFact: { ...right, rule: facts.refuteFact },
  unverifyFact: { ...right, rule: facts.unverifyFact },
  correctFact: { ...right, olderCard: 'stale', rule: facts.correctFact },
  addFact: { ...usual, rule: facts.addFact },
  setRoles: { ...usual, olderCard: 'stale', rule: facts.setRoles },
  safeContact: { ...usual, olderCard: 'stale', processing: purposes.protect, rule: facts.safeContact },
  setKinds: { ...usual, olderCard: 'stale', rule: weigh.setKinds },
  weigh: { ...usual, olderCard: 'stale', rule: weigh.weigh },
  setHelpers: { ...usual, olderCard: 'stale', rule: weigh.setHelpers },
  addSpecial: { ...usual, rule: weigh.addSpecial },
  dropSpecial: { ...right, rule: weigh.dropSpecial },
  lookElsewhere: { ...usual, rule: weigh.lookElsewhere },
}
