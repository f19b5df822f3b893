/** The buttons and forms of the facts of a signal. Packed and parsed with all others (`actions.ts`). */
import { z } from 'zod'
import { PersonRole } from '../services/facts/fact.ts'
import { FACT_DATA, FactKind } from '../services/signal/deeds/factData.ts'
import { maybe } from '../services/signal/deeds/fields.ts'
import { SignalId } from '../services/words.ts'

type FactDeed = keyof typeof FACT_DATA

/** The deeds of facts that have a form of their own. */
export const FACT_FORMS = [
  'correctFact',
  'addFact',
  'refuteFact',
  'safeContact',
  'setKinds',
  'weigh',
  'setHelpers',
  'addSpecial',
  'lookElsewhere',
] as const satisfies readonly FactDeed[]

/** Those of them that are about one fact, or one kind of it. */
export const ONE_FACT_FORMS = ['correctFact', 'refuteFact', 'safeContact', 'addFact'] as const
export type OneFactForm = (typeof ONE_FACT_FORMS)[number]

const signal = SignalId
const onCase = { signal, seen: z.number().int().min(1), press: z.uuid() }

const asks = <D extends FactDeed, S extends z.ZodRawShape>(deed: D, data: S) =>
  z.object({ verb: z.literal(deed), ...onCase, ...data })

/** On which page of the facts it was pressed. */
const part = z.number().int().min(1).max(1000).optional()

/** What the button of each deed sends. */
export const FACT_ACTIONS = {
  confirmFact: asks('confirmFact', { ...FACT_DATA.confirmFact.shape, part }),
  refuteFact: asks('refuteFact', { ...FACT_DATA.refuteFact.shape, part }),
  unverifyFact: asks('unverifyFact', { ...FACT_DATA.unverifyFact.shape, part }),
  correctFact: asks('correctFact', FACT_DATA.correctFact.shape),
  addFact: asks('addFact', FACT_DATA.addFact.shape),
  setRoles: asks('setRoles', { ...FACT_DATA.setRoles.shape, part }),
  safeContact: asks('safeContact', FACT_DATA.safeContact.shape),
  setKinds: asks('setKinds', FACT_DATA.setKinds.shape),
  weigh: asks('weigh', FACT_DATA.weigh.shape),
  setHelpers: asks('setHelpers', FACT_DATA.setHelpers.shape),
  addSpecial: asks('addSpecial', FACT_DATA.addSpecial.shape),
  dropSpecial: asks('dropSpecial', { ...FACT_DATA.dropSpecial.shape, part }),
  lookElsewhere: asks('lookElsewhere', FACT_DATA.lookElsewhere.shape),
} as const satisfies { [D in FactDeed]: z.ZodType<{ verb: D }> }

/** What is pressed among the facts that is no deed by itself. */
export const FACT_PAGE_ACTIONS = {
  /** The form about one fact, or for a new one of a kind. */
  factPage: z.object({
    verb: z.literal('factPage'),
    signal,
    form: z.enum(ONE_FACT_FORMS),
    fact: maybe(z.uuid()),
    kind: maybe(FactKind),
  }),
} as const

const FACT_VERBS: ReadonlySet<string> = new Set(Object.keys(FACT_ACTIONS))
/** Is it one of the deeds on facts? Then the page of the facts is its answer. */
export const isFactVerb = (verb: string): verb is FactDeed => FACT_VERBS.has(verb)

const ROLES = 'roles.'
/** The id of the choice of roles of one person. */
export const rolesInput = (fact: string): string => `${ROLES}${fact}`

/** Gathers the choices of roles of a page into one field; a role that is none is left out. */
export function gatherRoles(data: Record<string, unknown>): Record<string, unknown> {
  if (typeof data.verb !== 'string' || !isFactVerb(data.verb)) return data
  const inputs = Object.entries(data).filter(([key]) => key.startsWith(ROLES))
  if (inputs.length === 0) return data
  const roles = inputs.map(([key, value]) => {
    const chosen = (typeof value === 'string' ? value : '').split(',')
    return [key.slice(ROLES.length), PersonRole.options.filter((role) => chosen.includes(role))]
  })
  return { ...data, roles: Object.fromEntries(roles) }
}

/** The texts that a form of facts takes, in its order. */
export const FACT_TEXTS = [
  'name',
  'givenName',
  'surname',
  'birth',
  'age',
  'described',
  'kvk',
  'street',
  'number',
  'addition',
  'postcode',
  'city',
  'value',
  'how',
  'howNot',
  'mustNotKnow',
  'concreteLine',
  'recentLine',
  'seriousLine',
  'taskLine',
  'groundLine',
] as const
