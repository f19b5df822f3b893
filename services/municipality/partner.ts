/** A place a signal can go to (A079, A113): what it is, by which ways it is given something, and who is asked there. */
import { z } from 'zod'
import { Day, PartnerId } from '../words.ts'

export const Phone = z.string().regex(/^[+\d][\d\s()-]{2,24}$/, 'is not a phone number')
export const Mail = z.email().max(200)
/** What people read, in both languages. */
export const Text = z.object({ nl: z.string().min(1).max(400), en: z.string().min(1).max(400) })

/** What a partner is, by the names of the routing matrix (C3). EMM is none: it takes nothing in any more. */
export const PartnerKind = z.enum([
  'police',
  'avim',
  'labourInspectorate',
  'riec',
  'chainDirector',
  'safeHome',
  'comensha',
  'careCoordinator',
  'fairwork',
  'straatwaarden',
  'districtTeam',
  'caseTable',
  'civilRegistry',
  'careSupervision',
  'ikz',
  'taxAuthority',
  'borderPolice',
  'socialInvestigation',
  'permits',
  'fireService',
  'education',
  'health',
  'debtHelp',
  'integrity',
  'otherMunicipality',
  'other',
])
export type PartnerKind = z.infer<typeof PartnerKind>

/** What the partner is for: a minor never goes to `enforcement` alone (A038). */
export const Track = z.enum(['enforcement', 'care', 'administrative', 'consult'])
export type Track = z.infer<typeof Track>

/** Somebody at a partner (A113). The first is asked first; silence goes to the next one, and at last to the head. */
export const PartnerContact = z.object({
  name: z.string().min(1).max(120),
  role: z.string().min(1).max(120).optional(),
  phone: Phone.optional(),
  mail: Mail.optional(),
  /** When this one can be reached, as it is said: "ma-do 9-17". */
  hours: z.string().min(1).max(120).optional(),
})
export type PartnerContact = z.infer<typeof PartnerContact>

/**
 * How something is given to a partner (I.10). `telephone`: a script, and what was said. `portal`: text to copy on a site of
 * theirs. `secureMail`: mail of the kind that was agreed on, sent by the officer. `mail`: ordinary mail, which says nothing of
 * the content. The first is the one that is proposed.
 */
export const PartnerWay = z.discriminatedUnion('by', [
  z.object({ by: z.literal('telephone'), phone: Phone }),
  z.object({ by: z.literal('portal'), url: z.url().max(400) }),
  z.object({ by: z.literal('secureMail'), mail: Mail }),
  z.object({ by: z.literal('mail'), mail: Mail }),
])
export type PartnerWay = z.infer<typeof PartnerWay>
export const WayName = z.enum(['telephone', 'portal', 'secureMail', 'mail'])
export type WayName = PartnerWay['by']

/**
 * A place a signal can go to. `way`: what the officer does to hand over, in words; nothing is ever sent by itself (A075).
 */
export const Partner = z.object({
  id: PartnerId,
  name: Text,
  /** Left out: the matrix proposes it nowhere, and the officer chooses it by hand. */
  kind: PartnerKind.optional(),
  track: Track,
  inside: z.boolean(),
  way: Text,
  ways: z.array(PartnerWay).max(4).optional(),
  contacts: z.array(PartnerContact).max(8).optional(),
  /** To whom a silence goes in the end, head to head. */
  head: PartnerContact.optional(),
  /** On which ground it may be given (A100, AVG 6): shown before handing over, and said to be missing when it is. */
  basis: Text.optional(),
  verified: Day,
  /** From this day on nothing new goes there; what was given is still named and asked after. */
  ended: Day.optional(),
})
export type Partner = z.infer<typeof Partner>
