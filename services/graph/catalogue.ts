/**
 * The app in the organisation's catalogue. Its id there (`teamsApp/id`) is made by the catalogue when the package is
 * uploaded; the id in the manifest is its `externalId`. Only the latter can be known beforehand, so the former is asked.
 */
import { z } from 'zod'
import type { GraphFailure } from './port.ts'

const Apps = z.object({
  value: z.array(
    z.object({
      id: z.string().min(1),
      externalId: z.string().nullish(),
      distributionMethod: z.string().nullish().catch(undefined),
    }),
  ),
})

/** One call to Graph, whose outcome is a value. */
type Asks = (call: {
  method: 'get'
  path: string
  query: Record<string, string>
  absent: GraphFailure['failed']
}) => Promise<{ body: unknown } | GraphFailure>

/** A text within a filter of OData. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const isSameId = (one: string | null | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase()

/** The catalogue as far as it is known. */
export class Catalogue {
  readonly #ask: Asks
  readonly #manifestId: string
  #known: string | undefined

  constructor(ask: Asks, manifestId: string) {
    this.#ask = ask
    this.#manifestId = manifestId
  }

  /**
   * The id of the app in the catalogue: asked in one request, and then known. `absent`: the catalogue answered, and does
   * not have it. Needs the application permission AppCatalog.Read.All, the least that Microsoft names for this call.
   */
  async id(): Promise<{ id: string } | { absent: true } | GraphFailure> {
    if (this.#known !== undefined) return { id: this.#known }
    const answer = await this.#ask({
      method: 'get',
      path: '/appCatalogs/teamsApps',
      query: { $filter: `externalId eq ${quoted(this.#manifestId)}` },
      // That address is always there.
      absent: 'away',
    })
    if ('failed' in answer) return answer
    const found = Apps.safeParse(answer.body)
    if (!found.success) return { failed: 'away' }
    // Not only trusting the filter: another app must never be installed as ours.
    const all = found.data.value.filter(({ externalId }) => isSameId(externalId, this.#manifestId))
    // What somebody tried out for themselves has the same manifest, and cannot be installed for others.
    const ours = all.find(({ distributionMethod }) => distributionMethod === 'organization') ?? all[0]
    if (!ours) return { absent: true }
    this.#known = ours.id
    return { id: ours.id }
  }

  /** Is this app, of an installation, ours? By the id of its manifest; else by what the catalogue said. */
  isOurs(app: { id: string; externalId?: string | null | undefined }): boolean {
    if (isSameId(app.externalId, this.#manifestId)) return true
    return this.#known !== undefined && isSameId(app.id, this.#known)
  }

  /** Graph does not know it any more, as when the app was taken out and uploaded anew: asked again the next time. */
  forget(id: string): void {
    if (this.#known === id) this.#known = undefined
  }
}
