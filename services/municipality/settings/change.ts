/**
 * A change of the settings as a value: what somebody wants, and not what comes of it. It is made anew on whatever the
 * settings are by then, so that a proposal of Monday does not undo what was changed on Tuesday.
 */
import { z } from 'zod'
import { Day, impossible, OfficerId, PartnerId } from '../../words.ts'
import { Municipality, Officer } from '../municipality.ts'
import { Mail, Partner, Phone } from '../partner.ts'
import type { Settings } from './fields.ts'
import { SentenceKey } from './sentences.ts'

const { leads, officeHours, retention, urgency, reminders, otherSystems, answerAfterWorkingDays } =
  Municipality.shape
const days = { from: Day, until: Day }

export const Change = z.discriminatedUnion('what', [
  /** Somebody is away, and perhaps says who stands in. */
  z.object({ what: z.literal('away'), officer: OfficerId, ...days, stands: OfficerId.optional() }),
  /** Back: what is left of their leave from this day on is over. */
  z.object({ what: z.literal('back'), officer: OfficerId, from: Day }),
  z.object({ what: z.literal('turn'), officer: OfficerId, ...days }),
  z.object({ what: z.literal('noTurn'), officer: OfficerId, ...days }),
  /** Somebody new, or other details of somebody. */
  z.object({ what: z.literal('person'), person: Officer }),
  z.object({ what: z.literal('noPerson'), officer: OfficerId }),
  z.object({
    what: z.literal('numbers'),
    phone: Phone,
    onCall: Phone.optional(),
    mailbox: Mail.optional(),
    officeHours,
  }),
  z.object({ what: z.literal('partner'), partner: Partner }),
  z.object({ what: z.literal('endPartner'), partner: PartnerId, on: Day }),
  z.object({ what: z.literal('usePartner'), partner: PartnerId }),
  z.object({ what: z.literal('verified'), partner: PartnerId, on: Day }),
  z.object({ what: z.literal('lists'), leads, otherSystems }),
  z.object({ what: z.literal('terms'), answerAfterWorkingDays, urgency, reminders }),
  z.object({ what: z.literal('retention'), retention }),
  /** Without words: in ours again. */
  z.object({ what: z.literal('sentence'), key: SentenceKey, nl: z.string(), en: z.string() }),
])
export type Change = z.infer<typeof Change>

type Span = Settings['rota'][number]

/** What is left of these when somebody is not there on these days: before it, and after it. */
function without(spans: readonly Span[], { officer, from, until }: Span): Span[] {
  return spans.flatMap((span) => {
    if (span.officer !== officer || span.until < from || until < span.from) return [span]
    const before = span.from < from ? [{ ...span, until: dayBefore(from) }] : []
    const after = until < span.until ? [{ ...span, from: dayAfter(until) }] : []
    return [...before, ...after]
  })
}

const shifted = (day: Day, by: number): Day =>
  Day.parse(new Date(Date.parse(`${day}T12:00:00.000Z`) + by * 86_400_000).toISOString().slice(0, 10))
/** The day before this one. */
export const dayBefore = (day: Day): Day => shifted(day, -1)
/** The day after this one. */
export const dayAfter = (day: Day): Day => shifted(day, 1)

/** What is over is kept so many days: who read then stands in the trail. */
const OVER_DAYS = 60

const current = (spans: readonly Span[], today: Day): Span[] =>
  spans.filter(({ until }) => shifted(today, -OVER_DAYS) <= until)

function replaced<T extends { id: string }>(all: readonly T[], one: T): T[] {
  return all.some(({ id }) => id === one.id)
    ? all.map((each) => (each.id === one.id ? one : each))
    : [...all, one]
}

/** The settings after it. What is not sound comes out as it is: the schema says what is wrong. */
export function applied(settings: Settings, change: Change, today: Day): Settings {
  const { rota, leave = [], partners } = settings
  switch (change.what) {
    case 'away': {
      const { officer, from, until, stands } = change
      const gone = { officer, from, until }
      const turns = without(rota, gone)
      // The first turn that names a day counts: this one goes before what was planned.
      const planned =
        stands === undefined
          ? turns
          : [{ officer: stands, from, until }, ...without(turns, { officer: stands, from, until })]
      const away = [...without(leave, gone), gone]
      return { ...settings, rota: current(planned, today), leave: current(away, today) }
    }
    case 'back': {
      const until = '9999-12-31' as Day
      return { ...settings, leave: without(leave, { officer: change.officer, from: change.from, until }) }
    }
    case 'turn': {
      const { officer, from, until } = change
      return {
        ...settings,
        rota: [{ officer, from, until }, ...without(current(rota, today), { officer, from, until })],
      }
    }
    case 'noTurn':
      return { ...settings, rota: without(rota, change) }
    case 'person':
      return { ...settings, officers: replaced(settings.officers, change.person) }
    case 'noPerson': {
      const stay = ({ officer }: Span) => officer !== change.officer
      return {
        ...settings,
        officers: settings.officers.filter(({ id }) => id !== change.officer),
        rota: rota.filter(stay),
        leave: leave.filter(stay),
      }
    }
    case 'numbers': {
      const { onCall: _call, mailbox: _box, ...rest } = settings
      const { what: _what, onCall, mailbox, ...numbers } = change
      return { ...rest, ...numbers, ...(onCall ? { onCall } : {}), ...(mailbox ? { mailbox } : {}) }
    }
    case 'partner':
      return { ...settings, partners: replaced(partners, change.partner) }
    case 'endPartner':
      return {
        ...settings,
        partners: partners.map((each) => (each.id === change.partner ? { ...each, ended: change.on } : each)),
      }
    case 'usePartner':
      return {
        ...settings,
        partners: partners.map((each) => {
          const { ended: _over, ...rest } = each
          return each.id === change.partner ? rest : each
        }),
      }
    case 'verified':
      return {
        ...settings,
        partners: partners.map((each) =>
          each.id === change.partner ? { ...each, verified: change.on } : each,
        ),
      }
    case 'lists': {
      const { otherSystems: _systems, ...rest } = settings
      const { otherSystems: systems } = change
      return { ...rest, leads: change.leads, ...(systems ? { otherSystems: systems } : {}) }
    }
    case 'terms': {
      const { what: _what, ...terms } = change
      return { ...settings, ...terms }
    }
    case 'retention':
      return { ...settings, retention: change.retention }
    case 'sentence': {
      const { [change.key]: _before, ...others } = settings.sentences ?? {}
      const { nl, en } = change
      const own = nl === '' && en === '' ? {} : { [change.key]: { nl, en } }
      return { ...settings, sentences: { ...others, ...own } }
    }
    default:
      return impossible(change)
  }
}
