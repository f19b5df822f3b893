/** Which indexes a container lacks, by its own definition: a query without its index walks along everything. Pure. */
import { z } from 'zod'

const Path = z.object({ path: z.string(), order: z.string().optional() })
const Policy = z.object({
  indexingMode: z.string().default('consistent'),
  automatic: z.boolean().default(true),
  includedPaths: z.array(Path).default([]),
  excludedPaths: z.array(Path).default([]),
  compositeIndexes: z.array(z.array(Path)).default([]),
})
const Definition = z.object({ indexingPolicy: Policy.optional() })

/** What an indexing policy of ours asks for. */
export type WantedIndexes = {
  readonly includedPaths: readonly { readonly path: string }[]
  readonly compositeIndexes?: readonly (readonly {
    readonly path: string
    readonly order?: string | undefined
  }[])[]
}

const nameOf = (paths: readonly { path: string; order?: string | undefined }[]): string =>
  paths.map(({ path, order }) => `${path} ${order ?? 'ascending'}`).join(', ')

/** The paths and the composite indexes that are asked for and are not there; all of them where nothing is indexed. */
export function lackingIndexes(wanted: WantedIndexes, definition: unknown): string[] {
  const paths = wanted.includedPaths.map(({ path }) => path)
  const composites = (wanted.compositeIndexes ?? []).map(nameOf)
  const policy = Definition.safeParse(definition).data?.indexingPolicy
  const isOff = policy === undefined || policy.indexingMode.toLowerCase() === 'none' || !policy.automatic
  if (isOff) return [...paths, ...composites]
  const has = new Set(policy.includedPaths.map(({ path }) => path))
  const not = new Set(policy.excludedPaths.map(({ path }) => path))
  const isThere = (path: string) => has.has(path) || (has.has('/*') && !not.has(path))
  const made = new Set(policy.compositeIndexes.map(nameOf))
  return [...paths.filter((path) => !isThere(path)), ...composites.filter((name) => !made.has(name))]
}
