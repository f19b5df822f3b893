/** The rules that hold for a municipality: the preset of the Netherlands, its region, and what it changed itself (A079). */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { PartnerKind, Text } from '../municipality/partner.ts'
import preset from './data/netherlands.json' with { type: 'json' }
import sheets from './data/partners.json' with { type: 'json' }
import { REGION_DATA } from './data/regions/index.ts'
import { PartnerSheet, RegionFile, type Routing, type Rule, RuleFile } from './rule.ts'
import type { RouteKind } from './words.ts'

type Words = z.infer<typeof Text>

/** The rules with a mistake in them: which file or municipality, which rule, which field. */
export class RulesRefused extends Error {}

/**
 * Parses a file of rules. @throws RulesRefused with one line that names the rule by its id, and the field
 */
export function readRules<T>(schema: z.ZodType<T>, data: unknown, of: string): T {
  const read = schema.safeParse(data)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new RulesRefused(`${of}: ${fieldOf(data, issue?.path ?? [])} ${issue?.message ?? 'is not right'}`)
}

/** A path as somebody finds it: of a rule by its id, as in `rules.labour.first[0].kind`. */
export function fieldOf(data: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = data
  let said = ''
  for (const part of path) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined
    const id = typeof here === 'object' && here !== null ? Reflect.get(here, 'id') : undefined
    const named = typeof part === 'number' && typeof id === 'string' && /^[a-z0-9-]{1,41}$/.test(id)
    if (named) said += `.${id}`
    else said += typeof part === 'number' ? `[${part}]` : `${said === '' ? '' : '.'}${String(part)}`
  }
  return said === '' ? 'the file' : said
}

const PRESET = readRules(RuleFile, preset, 'services/routing/data/netherlands.json')
const REGIONS: ReadonlyMap<string, RegionFile> = new Map(
  REGION_DATA.map((data) => {
    const region = readRules(RegionFile, data, 'services/routing/data/regions')
    return [region.id, region]
  }),
)
const SHEETS: ReadonlyMap<RouteKind, PartnerSheet> = new Map(
  sheets.map((data) => {
    const sheet = readRules(PartnerSheet, data, 'services/routing/data/partners.json')
    return [sheet.kind, sheet]
  }),
)

/** The regions that are known, by id. */
export const regionIds = (): string[] => [...REGIONS.keys()]
export const regionOf = (id: string): RegionFile | undefined => REGIONS.get(id)

/** The region and those that it lies in, itself first. */
export function regionsFrom(id: string | undefined): RegionFile[] {
  const found: RegionFile[] = []
  const open = id === undefined ? [] : [id]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const region = REGIONS.get(next)
    if (!region || found.includes(region)) continue
    found.push(region)
    open.push(...region.within)
  }
  return found
}

/** What is known everywhere of a kind of place (C4). */
export function sheetOf(kind: RouteKind): PartnerSheet {
  const sheet = SHEETS.get(kind)
  if (!sheet) throw new RulesRefused(`services/routing/data/partners.json: names no ${kind}`)
  return sheet
}

/** The name of a kind in a region, and its public number where there is one. */
export function publicName(kind: RouteKind, region: string | undefined): { name: Words; phone?: string } {
  const { name, phone } = sheetOf(kind)
  const own =
    kind === 'emergency112'
      ? undefined
      : regionsFrom(region).flatMap(({ names }) => names?.[kind satisfies PartnerKind] ?? [])[0]
  const number = own?.phone ?? phone
  return { name: own?.name ?? name, ...(number === undefined ? {} : { phone: number }) }
}

/** Rules with the name and number of what they are, so that a decision can say by which it was made (A078). */
export type RuleSet = { version: string; name: Words; region: string | undefined; rules: readonly Rule[] }

const sets = new WeakMap<object, RuleSet>()
let usual: RuleSet | undefined

/** The rules of a municipality. The same configuration gives the same set. */
export function ruleSetOf(routing: Routing | undefined): RuleSet {
  if (routing === undefined) {
    usual ??= made({})
    return usual
  }
  const known = sets.get(routing) ?? made(routing)
  sets.set(routing, known)
  return known
}

function made({ region, rules: own = [], off = [] }: Routing): RuleSet {
  const regions = regionsFrom(region)
  const rules = new Map<string, Rule>()
  for (const rule of [...PRESET.rules, ...regions.flatMap((each) => each.rules), ...own])
    rules.set(rule.id, rule)
  for (const id of off) rules.delete(id)
  const effective = [...rules.values()]
  const hash = createHash('sha256').update(JSON.stringify(effective)).digest('hex').slice(0, 8)
  const [mine] = regions
  const named = (language: 'nl' | 'en', changed: string) =>
    [
      PRESET.name[language],
      ...(mine ? [mine.name[language]] : []),
      ...(own.length + off.length > 0 ? [changed] : []),
    ].join(' + ')
  const name = { nl: named('nl', 'eigen regels'), en: named('en', 'own rules') }
  return { version: `${hash}`, name, region, rules: effective }
}

/** What is wrong with the routing of a municipality that its form does not show: with the path, for its own error. */
export function wrongRouting({
  region,
  rules = [],
  off = [],
}: Routing): { path: (string | number)[]; message: string }[] {
  const wrong: { path: (string | number)[]; message: string }[] = []
  if (region !== undefined && !REGIONS.has(region))
    wrong.push({ path: ['region'], message: `is no region that is known: ${[...REGIONS.keys()].join(', ')}` })
  const known = new Set([
    ...PRESET.rules.map(({ id }) => id),
    ...regionsFrom(region).flatMap((each) => each.rules.map(({ id }) => id)),
  ])
  for (const [at, id] of off.entries())
    if (!known.has(id)) wrong.push({ path: ['off', at], message: `there is no rule ${id} to leave out` })
  for (const [at, rule] of rules.entries()) {
    if (rules.findIndex(({ id }) => id === rule.id) !== at)
      wrong.push({ path: ['rules', at, 'id'], message: `rule ${rule.id} is there twice` })
    for (const [nth, id] of (rule.when.regions ?? []).entries())
      if (!REGIONS.has(id))
        wrong.push({
          path: ['rules', at, 'when', 'regions', nth],
          message: `in rule ${rule.id}: is no region that is known`,
        })
  }
  return wrong
}
