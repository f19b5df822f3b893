/** The buttons of the ways out that came with their standing: receipt, silence, outcome, what is sealed. */
import { z } from 'zod'
import {
  ROUTE_DATA,
  type RouteDeedName,
  SEALED_DATA,
  type SIX_DATA,
} from '../services/signal/deeds/routeData.ts'
import { SIX_TEXTS } from '../services/signal/route.ts'
import { SignalId } from '../services/words.ts'

const onCase = { signal: SignalId, seen: z.number().int().min(1), press: z.uuid() }

const asks = <D extends RouteDeedName, S extends z.ZodRawShape>(deed: D, data: S) =>
  z.object({ verb: z.literal(deed), ...onCase, ...data })

/** What is sealed comes from the bot and never from a button: whatever a client sends in its place is dropped. */
export function withoutSealed<S extends z.ZodRawShape>(shape: S): Omit<S, keyof typeof SEALED_DATA> {
  const { sealedWords: _sealed, ...rest } = { ...shape, ...SEALED_DATA }
  return rest
}

/** The deeds that an officer is asked for on a page of their own, about one route. */
export const ROUTE_PART_FORMS = ['received', 'openSealed'] as const satisfies readonly RouteDeedName[]

/** What the button of each deed sends. */
export const ROUTE_ACTIONS = {
  received: asks('received', withoutSealed(ROUTE_DATA.received.shape)),
  chase: asks('chase', ROUTE_DATA.chase.shape),
  followUp: asks('followUp', ROUTE_DATA.followUp.shape),
  openSealed: asks('openSealed', ROUTE_DATA.openSealed.shape),
} as const satisfies { [D in RouteDeedName]: z.ZodType<{ verb: D }> }

/** Inputs in which a person writes. */
export const ROUTE_TEXTS: readonly string[] = SIX_TEXTS

/** The inputs of the six questions. */
export type SixInput = keyof typeof SIX_DATA
