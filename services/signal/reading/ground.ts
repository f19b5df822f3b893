/** On which ground a partner may be given something of this signal, as it stands now (AVG 6, A100). */
import type { Partner } from '../../municipality/partner.ts'
import type { Language } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import { wantsConsent } from './careful.ts'
import { mayNameVictim } from './guarded.ts'

/** What is said where consent is asked and was not given, or is not known: then it is no ground. */
const WITHOUT_NAMES: Record<Language, string> = {
  nl: 'Advies zonder namen. Voor namen is toestemming nodig, en die is er niet of is niet bekend.',
  en: 'Advice without names. Names need consent, and there is none, or it is not known.',
}

/** `consent`: not there where it is not asked of this partner. `basis`: not there where none is configured. */
export function groundFor(
  record: Pick<SignalRecord, 'decisions' | 'guarded'>,
  partner: Partner | undefined,
  language: Language,
): { basis?: string; consent?: boolean } {
  const configured = partner?.basis?.[language]
  const asIs = configured === undefined ? {} : { basis: configured }
  if (partner === undefined || !wantsConsent(partner)) return asIs
  const consent = mayNameVictim(record, partner)
  return consent ? { ...asIs, consent } : { basis: WITHOUT_NAMES[language], consent }
}
