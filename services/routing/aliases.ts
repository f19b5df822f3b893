/** Names under which a partner is still known: whoever looks for ISZW finds the Labour Authority. EMM is no route (C4). */
import type { Municipality } from '../municipality/municipality.ts'
import type { Partner } from '../municipality/partner.ts'
import { normalForm } from '../privacy/flatten.ts'
import { regionIds, regionOf, sheetOf } from './ruleSet.ts'
import { RouteKind } from './words.ts'

const bare = (text: string): string => normalForm(text).replace(/[^\p{L}\p{N}]+/gu, '')

let byName: ReadonlyMap<string, RouteKind> | undefined
const names = (): ReadonlyMap<string, RouteKind> => {
  byName ??= new Map(
    RouteKind.options.flatMap((kind) => {
      const { name, aliases } = sheetOf(kind)
      return [kind, name.nl, name.en, ...aliases].map((each) => [bare(each), kind] as const)
    }),
  )
  return byName
}

/** The kind that somebody means by a name; `noRoute` for EMM, which takes nothing in any more. */
export function kindNamed(text: string): RouteKind | 'noRoute' | undefined {
  const said = bare(text.slice(0, 80))
  return said === 'emm' || said === 'expertisecentrummensenhandelenmensensmokkel'
    ? 'noRoute'
    : names().get(said)
}

/** The partners of a municipality that somebody may mean: by name, by kind, or by a name of before. */
export function partnersNamed({ partners }: Pick<Municipality, 'partners'>, text: string): Partner[] {
  const said = bare(text.slice(0, 80))
  if (said === '') return []
  const kind = names().get(said)
  return partners.filter(
    (partner) =>
      (kind !== undefined && partner.kind === kind) ||
      [partner.id, partner.name.nl, partner.name.en].some((name) => bare(name).includes(said)),
  )
}

let regionNames: ReadonlyMap<string, string> | undefined

/** The region that is meant by a name. */
export function regionNamed(text: string): string | undefined {
  regionNames ??= new Map(
    regionIds().flatMap((id) => {
      const region = regionOf(id)
      return [id, region?.name.nl ?? id, region?.name.en ?? id, ...(region?.aliases ?? [])].map(
        (each) => [bare(each), id] as const,
      )
    }),
  )
  return regionNames.get(bare(text.slice(0, 80)))
}
