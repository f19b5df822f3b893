/**
 * What differs per municipality is configuration, not code (A079): who reads, who stands in, the partners and
 * their conditions, the terms. Parsed once at the start; one error names everything that is wrong.
 */
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { Department } from '../intake/entered.ts'
import { Routing } from '../routing/rule.ts'
import { wrongRouting } from '../routing/ruleSet.ts'
import { Day, GroupId, Language, MunicipalityId, OfficerId, TenantId } from '../words.ts'
import { FirstRunSetting, namedTwice, PilotSetting } from './firstRun.ts'
import { GoLive } from './goLive.ts'
import { Mail, Partner, Phone, Text } from './partner.ts'
import { Sentences, wrongSentence } from './settings/sentences.ts'
import { ClosedSource, OtherSystem } from './sources.ts'
import { AnswerTerms, ReminderTerms, RetentionTerms, UrgencyTerms } from './terms.ts'

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

export { Partner }

export const Municipality = z
  .object({
    id: MunicipalityId,
    /** The Entra tenant in which its people work. Several municipalities can share one. */
    tenant: TenantId,
    /** Where a tenant is shared: whoever is in this Entra group reports here, without being asked (choice.ts). */
    group: GroupId.optional(),
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
    /** Who is away, and when: then somebody else answers, also without a turn on the rota. */
    leave: z.array(z.object({ officer: OfficerId, from: Day, until: Day })).optional(),
    /** A general number for people who would rather not type. */
    phone: Phone,
    /** Who can be called outside office hours; left out: nobody. */
    onCall: Phone.optional(),
    /** The mailbox of the reporting point, from which partners are written to (I.10); left out: no mail goes out. */
    mailbox: Mail.optional(),
    /** Where a report about a colleague or about an officer goes. Nothing of it is stored here. */
    integrity: z.object({
      name: z.string().min(1).max(120),
      title: Text,
      phone: Phone,
      email: Mail,
      /** By which they are known in Teams, to be the second of two; left out: they cannot confirm there. */
      id: OfficerId.optional(),
    }),
    /** The data protection officer (FG): where a proposal goes to which nobody answered for two working days. */
    dpo: z
      .object({ name: z.string().min(1).max(120), phone: Phone, email: Mail, id: OfficerId.optional() })
      .optional(),
    /** A098: in whose name a report to an organisation outside is made; decided beforehand, told to the reporter. */
    reportsOutsideAs: z.enum(['municipality', 'employee']),
    /** Names of the people and bodies that can have the lead of a case (A076, G: configurable, never hard-coded). */
    leads: z.array(z.string().min(1).max(120)).min(1),
    partners: z.array(Partner).min(1),
    /** Days after which an answer of a partner is asked, when the officer does not choose another day. */
    answerAfterWorkingDays: z.number().int().min(1).max(60),
    /** The same by urgency; left out: as terms.ts has it. */
    answers: AnswerTerms.optional(),
    /** What was settled before real signals come in; production does not start without (see goLive.ts). */
    goLive: GoLive.optional(),
    officeHours: z.object({ from: z.number().int().min(0).max(23), until: z.number().int().min(1).max(24) }),
    /** How long what is kept, within the bounds of section E; left out: as section E proposes. */
    retention: RetentionTerms.optional(),
    /** How soon a signal is looked at and decided on; left out: as C2 has it. */
    urgency: UrgencyTerms.optional(),
    /** When somebody is reminded of what does not go on; left out: as reminders.ts has it. */
    reminders: ReminderTerms.optional(),
    /** The parts of the organisation that somebody can say to have seen it in (A074); left out: nobody is asked. */
    departments: z.array(Department).max(40).optional(),
    /** Other systems in which an officer can note to have looked; left out: as sources.ts has it. */
    otherSystems: z.array(OtherSystem).max(30).optional(),
    /** Closed sources that the jurist opened for this purpose; left out: none. */
    openSources: z.array(ClosedSource).optional(),
    /** Where signals go (C3, A079): its region, and what it does otherwise than the preset of the Netherlands. */
    routing: Routing.optional(),
    /** What the reporter reads when it is told, in words of the municipality's own (C7); left out: in ours. */
    sentences: Sentences.optional(),
    /**
     * The last way back (docs/decisions/settings.md): with a name in it that was never taken before, what stands in this
     * file holds at the next start, whatever was changed in Teams. Taken once, and it stands in the trail.
     */
    settings: z.object({ fromFile: z.string().min(1).max(60) }).optional(),
    /** It begins in Teams, by these accounts (docs/decisions/first-run.md); left out: it begins with the start. */
    firstRun: FirstRunSetting.optional(),
    /** Only the people of one group report here, until an officer opens it for everybody; left out: everybody does. */
    pilot: PilotSetting.optional(),
  })
  .superRefine((it, ctx) => {
    const say = (message: string, path: (string | number)[]) =>
      ctx.addIssue({ code: 'custom', message, path })
    if (!it.officers.some((o) => o.role === 'officer')) say('names no officer (role "officer")', ['officers'])
    if (!it.officers.some((o) => o.role === 'deputy')) say('names no deputy (role "deputy")', ['officers'])
    if (new Set(it.officers.map((o) => o.id)).size !== it.officers.length)
      say('names someone twice', ['officers'])
    if (new Set(it.departments).size !== (it.departments ?? []).length)
      say('names a department twice', ['departments'])
    if (new Set(it.partners.map((p) => p.id)).size !== it.partners.length)
      say('names a partner twice', ['partners'])
    if (it.partners.length > 0 && it.partners.every(({ ended }) => ended !== undefined))
      say('names no partner that is not ended', ['partners'])
    for (const who of ['integrity', 'dpo'] as const) {
      // Whoever proposes must never be the one who confirms, under another name.
      if (it.officers.some(({ id }) => id === it[who]?.id)) say('is one of the officers', [who, 'id'])
    }
    for (const wrong of wrongSentence(it.sentences, it))
      say(wrong.message, ['sentences', wrong.key, wrong.language])
    for (const [i, turn] of it.rota.entries()) {
      if (!it.officers.some((o) => o.id === turn.officer))
        say('is not among the officers', ['rota', i, 'officer'])
      if (turn.until < turn.from) say('ends before it begins', ['rota', i, 'until'])
      const away = it.leave?.some(
        (l) => l.officer === turn.officer && l.from <= turn.until && turn.from <= l.until,
      )
      if (away) say('names somebody who is on leave then', ['rota', i, 'officer'])
    }
    for (const [i, leave] of (it.leave ?? []).entries()) {
      if (!it.officers.some((o) => o.id === leave.officer))
        say('is not among the officers', ['leave', i, 'officer'])
      if (leave.until < leave.from) say('ends before it begins', ['leave', i, 'until'])
      // If there is a day on which all are away, it is the first day of the leave that begins last.
      const all = it.officers.every((o) => isOnLeave(it, o.id, leave.from))
      if (all) say('leaves nobody to read on its first day', ['leave', i, 'from'])
    }
    for (const at of it.firstRun ? namedTwice(it.firstRun) : [])
      say('may claim too: name somebody else', ['firstRun', 'confirm', at])
    for (const { path, message } of it.routing ? wrongRouting(it.routing) : [])
      say(message, ['routing', ...path])
    if (it.officeHours.until <= it.officeHours.from) say('end before they begin', ['officeHours'])
  })
export type Municipality = z.infer<typeof Municipality> & {
  /** What is known now, beside what is configured. Absent: nothing is known to be wrong. */
  point?: PointNow
  /** It has not begun yet: whatever comes in is a test. */
  trial?: true
  /** Which version of its settings this is (settings/kept.ts). Absent: that of the file, and nothing is kept of it. */
  version?: number
}

/**
 * Whom the reporting point cannot count on. `left`: the account is gone or disabled. `notMember`: not in the private
 * channel any more. `chat`: cannot be written to, but does read what stands in the channel.
 */
export const WhyGone = z.enum(['left', 'notMember', 'chat'])
export type WhyGone = z.infer<typeof WhyGone>

/** The reporting point as it is known to be at this moment; kept up by `bot/point/point.ts`, never configured. */
export type PointNow = {
  /** The private channel does not exist any more, or the bot is not in it. */
  channelGone: boolean
  gone: readonly { officer: OfficerId; why: WhyGone }[]
  /** There is nobody whom anything reaches. */
  nobody: boolean
}

/** Why this officer cannot be counted on now; undefined when nothing is known to be wrong. */
export const whyGone = (municipality: Pick<Municipality, 'point'>, id: OfficerId): WhyGone | undefined =>
  municipality.point?.gone.find((g) => g.officer === id)?.why

function isOnLeave(it: { leave?: Municipality['leave'] }, id: OfficerId, today: Day): boolean {
  return it.leave?.some((l) => l.officer === id && l.from <= today && today <= l.until) ?? false
}

const isOfficer = (o: Officer | undefined): o is Officer => o !== undefined

/** 0: reads. 1: away, or hard to reach. 2: cannot read at all. */
function rank(municipality: Municipality, id: OfficerId, today: Day): 0 | 1 | 2 {
  const why = whyGone(municipality, id)
  if (why === 'left' || why === 'notMember') return 2
  return why === 'chat' || isOnLeave(municipality, id, today) ? 1 : 0
}

/** Can this person be counted on today: known, reachable, and not on leave? */
export const isThere = (municipality: Municipality, id: OfficerId, today: Day): boolean =>
  officerOf(municipality, id) !== undefined && rank(municipality, id, today) === 0

/**
 * Who answers for what comes in now, and who stands behind (A104, I.7): the rota's choice first, else the officer;
 * then the others in the order officer, deputy, head. Somebody who is on leave or cannot be reached is passed over, as long as
 * there is somebody else.
 */
export function onDuty(municipality: Municipality, today: Day): { accountable: Officer; behind: Officer[] } {
  const turn = municipality.rota.find((t) => t.from <= today && today <= t.until)
  const order = (['officer', 'deputy', 'head'] as const).flatMap((role) =>
    municipality.officers.filter((o) => o.role === role),
  )
  const stands = turn && order.find((o) => o.id === turn.officer)
  const line = [stands, ...order.filter((o) => o !== stands)].filter(isOfficer)
  const ranks = line.map((officer) => rank(municipality, officer.id, today))
  const best = Math.min(...ranks)
  const [accountable, ...behind] = line.filter((_, at) => ranks[at] === best)
  if (!accountable) throw new Error('A municipality without officers was not refused at the start.')
  return { accountable, behind }
}

/** The officer or deputy with this id, if there is one. */
export function officerOf(municipality: Municipality, id: string): Officer | undefined {
  return municipality.officers.find((o) => o.id === id.toLowerCase())
}

/** The account is not gone, and nobody put this person out of the channel. */
export function mayBeThere(municipality: Municipality, id: OfficerId): boolean {
  const why = whyGone(municipality, id)
  return why !== 'left' && why !== 'notMember'
}

/**
 * May this person act on signals now? The officer always; a deputy or head while on duty, or on a signal that was
 * handed to them (B1). `takenBy` has the signal in hand. Danger rings the next in line too (I.3), and so does
 * everything while the channel is gone: an officer who is rung may look. Somebody whose account is gone, or who was put
 * out of the channel, may do nothing.
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
  if (!mayBeThere(municipality, id)) return false
  const { accountable, behind } = onDuty(municipality, today)
  const rung = (acute || municipality.point?.channelGone === true) && behind[0]?.id === id
  return officer.role === 'officer' || takenBy === id || accountable.id === id || rung
}

/**
 * Those who may learn who reported, on whatever day: the officer (B1). Everybody else only while on duty (`mayReveal`).
 * Somebody whose account is gone, or who was put out of the channel, is none of them.
 */
export function alwaysReveal(municipality: Municipality): Officer[] {
  return municipality.officers.filter(({ id, role }) => role === 'officer' && mayBeThere(municipality, id))
}

/**
 * May this person learn who reported? The officer, and whoever is on duty (I.1, B1), also where somebody else has the
 * case in hand; not somebody who was rung for danger, nor somebody who got the case and is off duty. What a reporter reads
 * promises just this.
 */
export function mayReveal(municipality: Municipality, id: OfficerId, today: Day): boolean {
  if (!mayBeThere(municipality, id)) return false
  const always = alwaysReveal(municipality).some((officer) => officer.id === id)
  return always || onDuty(municipality, today).accountable.id === id
}

export function partnerOf(municipality: Municipality, id: string): Partner | undefined {
  return municipality.partners.find((p) => p.id === id)
}

/** Those to whom something new can go: one that was ended is still named where it was given something. */
export const partnersNow = ({ partners }: Pick<Municipality, 'partners'>): Partner[] =>
  partners.filter(({ ended }) => ended === undefined)
