/** Rules applied to what is there: what comes first, what beside it, what not first. Pure; time grows with the rules. */
import type { Rule, RuleCondition, When } from './rule.ts'
import type { Situation } from './situation.ts'
import type { Matter, NotFirstAs, RouteKind } from './words.ts'

/** A kind that rules propose, with the rules that do. */
export type Proposed = {
  kind: RouteKind
  place: 'first' | 'also'
  adviceFirst: boolean
  conditions: readonly RuleCondition[]
  rules: readonly Rule[]
  ifConfigured: boolean
}
export type Kept = { kind: RouteKind | undefined; as: NotFirstAs; rule: Rule; why: Rule['why'] }
export type Applied = { routes: readonly Proposed[]; notFirst: readonly Kept[]; rules: readonly Rule[] }

const inArea = (postcode: string, area: string): boolean => {
  const [from = '', until = from] = area.split('-')
  return from <= postcode && postcode <= until
}

/** Does it hold? Only matters that are sure count, unless none is. */
export function holds(when: When, it: Situation): boolean {
  const has = (circumstance: Parameters<typeof it.circumstances.has>[0]) => it.circumstances.has(circumstance)
  return (
    (when.kinds === undefined || when.kinds.some((kind) => countsAs(it, kind))) &&
    (when.age === undefined || when.age.includes(it.age.band)) &&
    (when.fork === undefined || when.fork.includes(it.fork.side)) &&
    (when.urgency === undefined || when.urgency.includes(it.urgency.value)) &&
    (when.regions === undefined || when.regions.some((region) => it.regions.includes(region))) &&
    (when.postcodes === undefined ||
      when.postcodes.some((area) => it.postcodes.some((postcode) => inArea(postcode, area)))) &&
    (when.facts ?? []).every(has) &&
    (when.anyFacts === undefined || when.anyFacts.some(has)) &&
    !(when.without ?? []).some(has) &&
    (when.confirmedMatch === undefined || when.confirmedMatch === it.confirmedMatches > 0)
  )
}

function countsAs(it: Situation, kind: Matter): boolean {
  const stands = it.matters.get(kind)
  if (!stands) return false
  return stands.sure || ![...it.matters.values()].some(({ sure }) => sure)
}

/** The order of the rows of C3, in which what comes first is told. */
const rowOf = (rule: Rule, it: Situation): number => {
  const kinds = rule.when.kinds ?? []
  const order = [...it.matters.keys()]
  const at = order.findIndex((kind) => kinds.includes(kind))
  return at < 0 ? order.length : at
}

export function applied(rules: readonly Rule[], it: Situation): Applied {
  const all = rules.filter(({ when }) => holds(when, it))
  const alone = Math.min(...all.filter((rule) => rule.alone).map(({ rank }) => rank))
  const counting = all
    .filter(({ rank }) => rank <= alone)
    .sort((one, other) => one.rank - other.rank || rowOf(one, it) - rowOf(other, it))
  const leading = counting.find((rule) => rule.first.length > 0 || rule.alone)?.rank
  const found = new Map<RouteKind, { place: 'first' | 'also'; rules: Rule[]; ifConfigured: boolean }>()
  const add = (rule: Rule, target: Rule['first'][number], place: 'first' | 'also') => {
    if (target.when && !holds(target.when, it)) return
    const known = found.get(target.kind)
    if (known) {
      if (!known.rules.includes(rule)) known.rules.push(rule)
      known.ifConfigured &&= target.ifConfigured === true
      return
    }
    found.set(target.kind, { place, rules: [rule], ifConfigured: target.ifConfigured === true })
  }
  for (const rule of counting)
    if (rule.rank === leading) for (const target of rule.first) add(rule, target, 'first')
  for (const rule of counting)
    if (rule.rank !== leading) for (const target of rule.first) add(rule, target, 'also')
  for (const rule of counting) for (const target of rule.also) add(rule, target, 'also')
  const routes = [...found].map(
    ([kind, { place, rules: by, ifConfigured }]): Proposed => ({
      kind,
      place,
      ifConfigured,
      rules: by,
      adviceFirst: it.urgency.value !== 'acute' && by.some(({ adviceFirst }) => adviceFirst.includes(kind)),
      conditions: conditionsOf(kind, place, counting, by, it),
    }),
  )
  return { routes, notFirst: notFirstOf(counting, it), rules: counting }
}

/** Of a rule that names places: on those, whoever proposed them. Of one that names none: on what it puts first itself. */
function conditionsOf(
  kind: RouteKind,
  place: 'first' | 'also',
  rules: readonly Rule[],
  by: readonly Rule[],
  it: Situation,
): RuleCondition[] {
  const found = new Map<string, RuleCondition>()
  for (const rule of rules) {
    for (const condition of rule.conditions) {
      const on =
        condition.of?.includes(kind) ??
        (place === 'first' && by.includes(rule) && rule.first.some((target) => target.kind === kind))
      if (on && (!condition.when || holds(condition.when, it)) && !found.has(condition.what))
        found.set(condition.what, condition)
    }
  }
  return [...found.values()]
}

function notFirstOf(rules: readonly Rule[], it: Situation): Kept[] {
  const found = new Map<string, Kept>()
  for (const rule of rules) {
    for (const { kind, as, when, why } of rule.notFirst) {
      if (when && !holds(when, it)) continue
      const key = `${kind} ${as}`
      if (!found.has(key)) found.set(key, { kind, as, rule, why })
    }
  }
  return [...found.values()]
}
