/**
 * How each municipality is now: what is configured, with what is known of its channel and of its people. The one place
 * that says so: everybody asks here, is handed a value that never changes, and nobody changes what is configured.
 */
import { z } from 'zod'
import { type MunicipalityId, TenantId } from '../words.ts'
import { Municipality } from './municipality.ts'
import { asItStands, type Point } from './reportingPoint.ts'

const TAKEN = {
  id: 'is named twice: every municipality has an id of its own',
  channel: 'is that of another municipality: each has a channel of its own',
  name: 'is that of another municipality in this tenant: people choose between them by name',
  group: 'is that of another municipality in this tenant: a group leads to one of them',
} as const

/** Where two municipalities may not be the same, and whether that holds within a tenant only. */
const DISTINCT: readonly {
  what: keyof typeof TAKEN
  path: readonly string[]
  inTenant: boolean
  of: (it: Municipality) => string | undefined
}[] = [
  { what: 'id', path: ['id'], inTenant: false, of: ({ id }) => id },
  {
    what: 'channel',
    path: ['channel', 'channelId'],
    inTenant: false,
    of: ({ channel }) => channel.channelId,
  },
  { what: 'name', path: ['name'], inTenant: true, of: ({ name }) => name.trim().toLowerCase() },
  { what: 'group', path: ['group'], inTenant: true, of: ({ group }) => group },
]

/** More than Graph is asked for at once, and more than anybody chooses from. */
const MOST_IN_TENANT = 20

/** All that one installation serves. Of two that are the same, one error names the field of the second. */
export const Configured = z
  .array(Municipality)
  .min(1, 'names no municipality')
  .superRefine((all, ctx) => {
    for (const [at, municipality] of all.entries()) {
      const before = all.slice(0, at)
      const taken = DISTINCT.find(({ inTenant, of }) =>
        before
          .filter(({ tenant }) => !inTenant || tenant === municipality.tenant)
          .some((other) => of(other) !== undefined && of(other) === of(municipality)),
      )
      if (taken) ctx.addIssue({ code: 'custom', message: TAKEN[taken.what], path: [at, ...taken.path] })
    }
    for (const [at, { tenant }] of all.entries()) {
      const before = all.slice(0, at).filter((other) => other.tenant === tenant).length
      if (before === MOST_IN_TENANT)
        ctx.addIssue({
          code: 'custom',
          message: `holds more than ${MOST_IN_TENANT} municipalities`,
          path: [at, 'tenant'],
        })
    }
  })

export class Municipalities implements Iterable<Municipality> {
  readonly #now = new Map<MunicipalityId, Municipality>()
  readonly #points = new Map<MunicipalityId, Point>()

  constructor(configured: readonly Municipality[]) {
    for (const municipality of configured) this.#now.set(municipality.id, municipality)
  }

  /** Each of them as it is now, in the order of the configuration. */
  all(): readonly Municipality[] {
    return [...this.#now.values()]
  }

  [Symbol.iterator](): Iterator<Municipality> {
    return this.all()[Symbol.iterator]()
  }

  /** This one as it is now; one that is not served here as it was given. */
  now(municipality: Municipality): Municipality {
    return this.#now.get(municipality.id) ?? municipality
  }

  /** The one with this id, as it is now. */
  of(id: MunicipalityId): Municipality | undefined {
    return this.#now.get(id)
  }

  /** Those whose people work in this tenant, as they are now; none where it is not served. */
  inTenant(tenant: unknown): readonly Municipality[] {
    const parsed = TenantId.safeParse(tenant)
    return parsed.success ? this.all().filter((it) => it.tenant === parsed.data) : []
  }

  /** From now on this is known of its reporting point. */
  know(id: MunicipalityId, point: Point): void {
    const before = this.#now.get(id)
    if (!before) return
    this.#points.set(id, point)
    this.#now.set(id, asItStands(before, point))
  }

  /** Whether it is still to begin: then whatever comes in is a test. */
  begins(id: MunicipalityId, isTrial: boolean): void {
    const before = this.#now.get(id)
    if (!before || (before.trial === true) === isTrial) return
    const { trial: _was, ...it } = before
    this.#now.set(id, isTrial ? { ...it, trial: true } : it)
  }

  /** From now on these are its settings; what is known of its reporting point stays known. */
  settle(settled: Municipality): void {
    const before = this.#now.get(settled.id)
    if (!before) return
    const point = this.#points.get(settled.id)
    const { point: known, trial } = before
    const as = { ...settled, ...(known ? { point: known } : {}), ...(trial ? { trial } : {}) }
    this.#now.set(settled.id, point ? asItStands(as, point) : as)
  }
}
