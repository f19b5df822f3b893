/**
 * Which facts a kind of partner gets, as a proposal, and of each of the others why not (C4, C5.4). The officer changes it: only
 * what was refuted can be given to nobody (AVG 5(1)(d)).
 */
import type { Fact, FactDetails } from '../facts/fact.ts'
import type { Municipality } from '../municipality/municipality.ts'
import { normalForm } from '../privacy/flatten.ts'
import { identifyingHints } from '../privacy/identifying/hints.ts'
import type { Language } from '../words.ts'
import type { Around } from './place.ts'
import type { Profile } from './profile.ts'

/**
 * Why a fact is not proposed. `notNeeded`: the task of this partner does not need it. `names`: advice, or help without
 * consent. `betrays`: it says who reported. `moment`: only the reporter was there then. `witness`: somebody who told it.
 */
export type WhyNot = 'refuted' | 'lost' | 'notNeeded' | 'names' | 'betrays' | 'moment' | 'witness' | 'tooMany'

/** People of the municipality and other sources: to name them is to name who told it. */
const COLLEAGUES = new Set(
  (
    'collega collegas leidinggevende teamleider teammanager afdelingshoofd manager stagiair stagiaire melder meldster ' +
    'consulent jeugdconsulent handhaver toezichthouder boa wijkagent casemanager regisseur receptionist receptioniste ' +
    'hulpverlener hulpverleenster tolk wethouder burgemeester raadslid colleague supervisor reporter interpreter'
  ).split(' '),
)
const OWN_COLLEAGUE =
  /(?:mijn|m'n|mn|onze|ons|een|de|my|our|a|the) (?:\p{L}{2,12} ){0,2}(?:collega|collega's|leidinggevende|teamleider|manager|stagiaire?|consulent|boa|colleague|supervisor|team leader) {0,2}$/u
const MUNICIPALITY = /(?<!\p{L})(?:gemeente|stadhuis|gemeentehuis|city hall|town hall|municipality)(?!\p{L})/u

function saysWho(details: FactDetails, around: Around, town: Pick<Municipality, 'name'>, language: Language) {
  switch (details.kind) {
    case 'person':
      return COLLEAGUES.has(normalForm(details.described ?? '')) || OWN_COLLEAGUE.test(around.before)
    case 'organisation': {
      const name = normalForm(details.name ?? '')
      const ours = MUNICIPALITY.test(name) || name === normalForm(town.name)
      return (
        ours ||
        around.over.length > 0 ||
        identifyingHints(details.name ?? '', { names: [], language }).length > 0
      )
    }
    case 'address':
    case 'vehicle':
    case 'telephone':
    case 'account':
      return around.over.length > 0
    case 'mail':
      return (
        around.over.length > 0 || normalForm(details.value).includes(normalForm(town.name).replace(/\W/g, ''))
      )
    case 'time':
      return false
    default:
      return details satisfies never
  }
}

/** Why this partner does not get this fact by itself; undefined: it is proposed. */
export function whyNot(
  fact: Fact,
  around: Around,
  profile: Profile,
  town: Pick<Municipality, 'name'>,
  language: Language,
): WhyNot | undefined {
  const { details, standing, lost } = fact
  if (standing === 'refuted') return 'refuted'
  if (lost) return 'lost'
  // An officer who looked at it and let it stand knows better than the words around it.
  if (fact.by === 'reading' && saysWho(details, around, town, language)) return 'betrays'
  if (details.kind === 'person' && details.roles.includes('witness')) return 'witness'
  if (details.kind === 'person' && profile.persons === 'unnamed') return 'names'
  if (details.kind === 'person' && profile.victimsOnly && details.roles.includes('possibleExploiter'))
    return 'notNeeded'
  if (!profile.facts.includes(details.kind)) return profile.persons === 'unnamed' ? 'names' : 'notNeeded'
  if (details.kind === 'time' && around.own) return 'moment'
  return undefined
}
