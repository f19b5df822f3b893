/** What the rules propose (A078), on the form of a decision: to be read, never ticked beforehand. */
import type { CardElement } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language } from '../../../services/words.ts'

/** What the block is made from. */
export type ProposalLook = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  language: Language
}

/** Nothing where no rules are. */
export const proposalBlock = (_look: ProposalLook): CardElement[] => []
