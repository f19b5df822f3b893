/**
 * Where a signal may go, with reasons (A078): proposed, never ticked and never sent by itself. Pure: the same record, the same
 * rules and the same moment give the same proposal. No score of a person, and nothing of where somebody comes from (E2).
 */
import { type Municipality, partnersNow } from '../municipality/municipality.ts'
import type { Partner } from '../municipality/partner.ts'
import { addWorkingDays, dayOf } from '../municipality/workingTime.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Day, Instant } from '../words.ts'
import { type Applied, applied, type Proposed } from './apply.ts'
import { situationTogether } from './ofCase.ts'
import type {
  Because,
  NotFirst,
  Proposal,
  ProposedCondition,
  ProposedRoute,
  SettlingQuestion,
  StandsOn,
} from './proposal.ts'
import type { Rule, RuleCondition, When } from './rule.ts'
import { publicName, type RuleSet, ruleSetOf, sheetOf } from './ruleSet.ts'
import type { Situation, Stands } from './situation.ts'
import { EXPLOITATION, type Matter, type RouteKind } from './words.ts'

/**
 * The proposal for a signal, with the others of its case `beside` it. `now`: from which conditions with an end are counted.
 */
export function proposalFor(
  record: SignalRecord,
  municipality: Municipality,
  now: Instant,
  beside: readonly SignalRecord[] = [],
): Proposal {
  return proposalIn(situationTogether(record, beside, municipality, now), municipality, now)
}

/** The proposal in a situation that was read. */
export function proposalIn(it: Situation, municipality: Municipality, now: Instant): Proposal {
  const set = ruleSetOf(municipality.routing)
  const result = applied(set.rules, it)
  const today = dayOf(now, municipality)
  const routes = result.routes
    .flatMap((route) => routeOf(route, { it, set, municipality, today }))
    .map((route, at): ProposedRoute => ({ ...route, order: at + 1 }))
  const { side, stands } = it.fork
  return {
    rules: set.version,
    rulesName: set.name,
    fork: { side, by: stands.by, sure: stands.sure },
    matters: [...it.matters].map(([matter, said]) => ({ matter, by: said.by, sure: said.sure })),
    age: it.age.band,
    routes,
    notFirst: notFirstIn(result, municipality),
    notes: result.rules.flatMap(({ note }) => note ?? []).slice(0, 10),
    questions: questionsOf(it),
  }
}

type In = { it: Situation; set: RuleSet; municipality: Municipality; today: Day }

/** A kind has one partner of the municipality, the first; or that of a kind that stands in for it. */
function partnerFor(municipality: Municipality, kind: RouteKind): Partner | undefined {
  const of = (wanted: RouteKind) => partnersNow(municipality).find((partner) => partner.kind === wanted)
  const { standsIn } = sheetOf(kind)
  return of(kind) ?? (standsIn && of(standsIn))
}

function routeOf(route: Proposed, { it, set, municipality, today }: In): Omit<ProposedRoute, 'order'>[] {
  const partner = partnerFor(municipality, route.kind)
  if (!partner && route.ifConfigured) return []
  return [
    {
      kind: route.kind,
      ...(partner ? { partner: partner.id } : { notConfigured: publicName(route.kind, set.region) }),
      place: route.place,
      ...(route.adviceFirst ? { adviceFirst: true as const } : {}),
      conditions: route.conditions.map((condition) => conditionOf(condition, today)),
      why: route.rules.map((rule) => becauseOf(rule, it)),
    },
  ]
}

function conditionOf({ what, workingDays }: RuleCondition, today: Day): ProposedCondition {
  return workingDays === undefined ? { what } : { what, until: addWorkingDays(today, workingDays) }
}

const said = ({ by, sure }: Stands) => ({ by, sure })

/** What a rule says, with what made it hold. */
function becauseOf(rule: Rule, it: Situation): Because {
  return { rule: rule.id, text: rule.why, standsOn: standsOf(rule.when, it) }
}

function standsOf(when: When, it: Situation): StandsOn[] {
  const matters = (when.kinds ?? []).flatMap((matter): StandsOn[] => {
    const stands = it.matters.get(matter)
    return stands ? [{ on: 'matter', matter, ...said(stands) }] : []
  })
  const facts = [...(when.facts ?? []), ...(when.anyFacts ?? [])].flatMap((circumstance): StandsOn[] => {
    const stands = it.circumstances.get(circumstance)
    return stands ? [{ on: 'circumstance', circumstance, ...said(stands) }] : []
  })
  return [
    ...matters,
    ...facts,
    ...(when.age ? [{ on: 'age' as const, band: it.age.band, ...said(it.age.stands) }] : []),
    ...(when.fork ? [{ on: 'fork' as const, side: it.fork.side, ...said(it.fork.stands) }] : []),
    ...(when.urgency ? [{ on: 'urgency' as const, ...said(it.urgency.stands) }] : []),
    ...(when.regions || when.postcodes ? [{ on: 'region' as const }] : []),
    ...(when.confirmedMatch ? [{ on: 'match' as const }] : []),
  ]
}

/** What comes not first; never a kind that is proposed first. */
function notFirstIn({ notFirst, routes }: Applied, municipality: Municipality): NotFirst[] {
  const first = new Set(routes.flatMap(({ kind, place }) => (place === 'first' ? [kind] : [])))
  return notFirst.flatMap(({ kind, as, rule, why }): NotFirst[] => {
    if (kind !== undefined && first.has(kind)) return []
    const partner =
      kind === undefined ? undefined : partnersNow(municipality).find((each) => each.kind === kind)
    return [
      {
        ...(kind === undefined ? {} : { kind }),
        ...(partner ? { partner: partner.id } : {}),
        as,
        rule: rule.id,
        why,
      },
    ]
  })
}

const isUse = (matter: Matter): boolean => EXPLOITATION.some((each) => each === matter)

/** What would settle what is not sure, the most telling first. */
function questionsOf(it: Situation): SettlingQuestion[] {
  const sure = [...it.matters].filter(([, stands]) => stands.sure).map(([matter]) => matter)
  const used = sure.some(isUse) || [...it.matters.keys()].some(isUse)
  const asked: SettlingQuestion[] = []
  if (sure.length === 0) asked.push('whatKind')
  if (it.matters.get('otherMunicipality')?.sure === false) asked.push('whichTown')
  if (it.matters.has('badEmployment') && !it.circumstances.has('coercion')) asked.push('isAnybodyForced')
  const young = it.circumstances.get('young')
  if (used && (young ? !young.sure : it.age.band === 'unknown')) asked.push('howOld')
  if (used && it.fork.side !== 'victim') asked.push('whoIsIt')
  return asked.slice(0, 2)
}
