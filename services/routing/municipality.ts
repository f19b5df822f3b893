/**
 * What differs per municipality is configuration, not code (A079): who reads, who stands in, the partners and
 * their conditions, the terms. Parsed once at the start; one error names everything that is wrong.
 */
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { Day, Language, MunicipalityId, OfficerId, PartnerId } from '../signal/words.ts'
import { GoLive } from './goLive.ts'

const Phone = z.string().regex(/^[+\d][\d\s()-]{2,24}$/, 'is not a phone number')
const Text = z.object({ nl: z.string().min(1).max(400), en: z.string().min(1).max(400) })

/** Somebody of the reporting point. `head` is next in line when neither officer nor deputy is there (I.7). */
export const Officer = z.object({
  id: OfficerId,
  name: z.string().min(1).max(120),
  role: z.enum(['officer', 'deputy', 'head']),
  title: Text,
  phone: Phone,
  photo: z.url().optional(),
})
export type Officer = z.infer<typeof Officer>

/**
 * A place a signal can go to. `track`: what the partner is for; a minor never goes to `enforcement` alone (A038).
 * `way`: what the officer does to hand over (I.10); nothing is ever sent by itself.
 */
export const Partner = z.object({
  id: PartnerId,
  name: Text,
  track: z.enum(['enforcement', 'care', 'administrative', 'consult']),
  inside: z.boolean(),
  way: Text,
  verified: Day,
})
export type Partner = z.infer<typeof Partner>

export const Municipality = z
  .object({
    id: MunicipalityId,
    name: z.string().min(1).max(80),
    zone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'is not an IANA time zone'),
    language: Language,
    channel: z.object({
      name: z.string().min(1).max(80),
      teamId: z.string().min(1),
      channelId: z.string().min(1),
      serviceUrl: z.url(),
    }),
    officers: z.array(Officer),
    /** When the deputy (or the head) stands in. Outside these days the officer is on duty. */
    rota: z.array(z.object({ officer: OfficerId, from: Day, until: Day })),
    /** A general number for who would rather not type. */
    phone: Phone,
    /** Where a report about a colleague or about an officer goes. Nothing of it is stored here. */
    integrity: z.object({ name: z.string().min(1).max(120), title: Text, phone: Phone, email: z.email() }),
    /** A098: in whose name is reported outside; decided beforehand, told to the reporter. */
    reportsOutsideAs: z.enum(['municipality', 'employee']),
    /** Names of who or what can have the lead of a case (A076, G: configurable, never hard-coded). */
    leads: z.array(z.string().min(1).max(120)).min(1),
    partners: z.array(Partner).min(1),
    /** Days after which an answer of a partner is asked, when the officer does not choose another day. */
    answerAfterWorkingDays: z.number().int().min(1).max(60),
    /** What was settled before real signals come in; production does not start without (see goLive.ts). */
    goLive: GoLive.optional(),
    officeHours: z.object({ from: z.number().int().min(0).max(23), until: z.number().int().min(1).max(24) }),
  })
  .superRefine((it, ctx) => {
    const say = (message: string, path: (string | number)[]) =>
      ctx.addIssue({ code: 'custom', message, path })
    if (!it.officers.some((o) => o.role === 'officer')) say('names no officer (role "officer")', ['officers'])
    if (!it.officers.some((o) => o.role === 'deputy')) say('names no deputy (role "deputy")', ['officers'])
    if (new Set(it.officers.map((o) => o.id)).size !== it.officers.length)
      say('names someone twice', ['officers'])
    if (new Set(it.partners.map((p) => p.id)).size !== it.partners.length)
      say('names a partner twice', ['partners'])
    for (const [i, turn] of it.rota.entries()) {
      if (!it.officers.some((o) => o.id === turn.officer))
        say('is not among the officers', ['rota', i, 'officer'])
      if (turn.until < turn.from) say('ends before it begins', ['rota', i, 'until'])
    }
    if (it.officeHours.until <= it.officeHours.from) say('end before they begin', ['officeHours'])
  })
export type Municipality = z.infer<typeof Municipality>

const isOfficer = (o: Officer | undefined): o is Officer => o !== undefined

/**
 * Who answers for what comes in now, and who stands behind (A104, I.7): the rota's choice first, else the officer;
 * then the others in the order officer, deputy, head.
 */
export function onDuty(municipality: Municipality, today: Day): { accountable: Officer; behind: Officer[] } {
  const turn = municipality.rota.find((t) => t.from <= today && today <= t.until)
  const order = (['officer', 'deputy', 'head'] as const).flatMap((role) =>
    municipality.officers.filter((o) => o.role === role),
  )
  const stands = turn && order.find((o) => o.id === turn.officer)
  const line = [stands, ...order.filter((o) => o !== stands)].filter(isOfficer)
  const [accountable, ...behind] = line
  if (!accountable) throw new Error('A municipality without officers was not refused at the start.')
  return { accountable, behind }
}

/** The officer or deputy with this id, if there is one. */
export function officerOf(municipality: Municipality, id: string): Officer | undefined {
  return municipality.officers.find((o) => o.id === id.toLowerCase())
}

/**
 * May this person act on signals now? The officer always; a deputy or head while on duty, or on a signal that was
 * handed to them (B1). `takenBy` is who has the signal in hand. Danger rings the next in line too (I.3): who is
 * rung may look (`acute`).
 */
export function mayAct(
  municipality: Municipality,
  id: OfficerId,
  today: Day,
  takenBy: OfficerId | undefined,
  acute = false,
): boolean {
  const officer = officerOf(municipality, id)
  if (!officer) return false
  const { accountable, behind } = onDuty(municipality, today)
  const rung = acute && behind[0]?.id === id
  return officer.role === 'officer' || takenBy === id || accountable.id === id || rung
}

export function partnerOf(municipality: Municipality, id: string): Partner | undefined {
  return municipality.partners.find((p) => p.id === id)
}
