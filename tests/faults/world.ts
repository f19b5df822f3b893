/** Teams and Graph as the courier's ports see them, in memory: who can be written to, and all that was ever shown. */
import { texts } from '../../cards/texts/index.ts'
import { people } from '../../infra/local/demo.ts'
import type { OfficerNotice } from '../../services/signal/record.ts'
import { OfficerNotice as Notices } from '../../services/signal/record.ts'
import { town as localTown } from '../kit/signals.ts'

export const SERVICE = 'https://teams.example/v3'

/** Two officers who may both always act, and one behind them. */
export const town: typeof localTown = {
  ...localTown,
  officers: localTown.officers.map((o) => ({
    ...o,
    role: o.role === 'head' ? ('deputy' as const) : ('officer' as const),
  })),
}

/** Somebody who reports: a name that nobody else may ever be shown, and two names of one chat. */
export type Person = { user: string; entra: string; name: string; chat: string; graphChat: string }

export const person = (nr: number): Person => ({
  user: `29:melder-${nr}`,
  entra: `00000000-0000-4000-9000-00000000000${nr}`,
  name: `Kanarie-Melder-${nr}`,
  chat: `a:melder-${nr}`,
  graphChat: `19:graph-melder-${nr}`,
})

export const officerChat = (member: string): string => `a:officer-${member}`
export const memberIdOf = (officer: string): string =>
  Object.values(people).find((p) => p.aadObjectId === officer)?.teamsId ?? officer

/** What a card is, told from what stands on it: a message with its occasion, a doorbell, an alarm, a notice. */
export type Label = { reference: string | undefined; what: string }

const nl = texts('nl')
const REFERENCE = /S-\d{4}-\d{4,}/
/** What only the alarm of an officer says. */
const RAISED = nl.officer.channel.alarm.raised('').replace(/^\S+ /, '')
/** In no card. */
const NEVER = '\u0000'
const OWN = /(Vraag|Advies|Bericht) ([0-9a-f-]{36})/

const titlesOf = (reference: string): [string, string][] => {
  const { message: m } = nl.reporter
  return [
    ['kept', m.kept.title(reference)],
    ['ended:keep', m.ended.keep.title(reference)],
    ['ended:enough', m.ended.enough.title(reference)],
    ['ended:later', m.ended.later.title(reference)],
    ['decided', m.decided.title(reference)],
    ['handedOver', m.handedOver.title(reference)],
    ['takenUp', nl.reporter.routes.takenUp.title(reference)],
    ['taken', m.taken.title(reference)],
    ['overdue', m.late.title(reference)],
    ['overdue', m.late.titleOver(reference)],
    ['above', nl.reporter.chat.sentAbove(reference)],
    ['closed', m.closed.title(reference)],
  ]
}
const OCCASION = { Vraag: 'question', Advies: 'advice', Bericht: 'feedback' } as const

const occasionOf = (word: string | undefined): string =>
  word === 'Vraag' || word === 'Advies' || word === 'Bericht' ? OCCASION[word] : 'other'

/** Says what was shown. */
export function labelOf(shown: string): Label {
  const reference = REFERENCE.exec(shown)?.[0]
  const { alarm, notice, doorbell, moved } = nl.officer.channel
  const has = (text: string) => shown.includes(JSON.stringify(text).slice(1, -1))
  const notices = new Map<string, string>(Object.entries(notice))
  if (has(doorbell.goneTitle(reference ?? ''))) return { reference, what: 'gone' }
  if (has(alarm.titleDone)) return { reference, what: 'alarm:takenBack' }
  if (has(alarm.titleOver)) return { reference, what: 'alarm:expired' }
  if (has(alarm.title)) return { reference, what: shown.includes(RAISED) ? 'raised' : 'alarm' }
  // A line in an officer's own chat: the card that says the same was mended.
  if (has(alarm.takenBack)) return { reference, what: 'news:takenBack' }
  if (has(moved)) return { reference, what: 'moved' }
  if (has(doorbell.notHere)) return { reference, what: 'doorbell' }
  const told: OfficerNotice | undefined = Notices.options.find((each) => has(notices.get(each) ?? NEVER))
  if (told) return { reference, what: `notice:${told}` }
  if (reference === undefined) return { reference, what: 'echo' }
  const [, word, id] = OWN.exec(shown) ?? []
  if (id !== undefined) return { reference, what: `${occasionOf(word)}:${id}` }
  const { receipt } = nl.reporter
  const titles = [receipt.title.signal, receipt.titleInDanger, receipt.title.consultation]
  if (titles.some(has)) return { reference, what: 'received' }
  const title = titlesOf(reference).find(([, text]) => has(text))
  if (title) return { reference, what: title[0] }
  // Read once it was decided: that somebody has it in hand says how it stands instead.
  return { reference, what: shown.includes(`"text":"${reference}"`) ? 'taken' : 'other' }
}

/** One thing that was put before somebody's eyes. `fresh`: a message of its own, not a mended one. `at`: milliseconds. */
export type Shown = Label & { where: string; activity: string; fresh: boolean; text: string; at: number }

/** The outside world of one schedule. It outlives every bot. */
export class World {
  readonly shown: Shown[] = []
  /** The newest text of each message. */
  readonly stands = new Map<string, string>()
  readonly nudged: string[] = []
  /** Chats that the bot may not write in now. */
  readonly blocked = new Set<string>()
  /** People who left the organisation: Graph does not know them any more. */
  readonly left = new Set<string>()
  /** Teams gives no answer about what goes to a reporter. */
  deaf = false
  #last = 0
  readonly #elapsed: () => number

  /** `elapsed`: milliseconds by a clock that never jumps. */
  constructor(elapsed: () => number) {
    this.#elapsed = elapsed
  }

  /** A new message. */
  post(where: string, text: string): string {
    this.#last += 1
    const activity = `m${this.#last}`
    this.shown.push({
      ...labelOf(text),
      where: placeOf(where),
      activity,
      fresh: true,
      text,
      at: this.#elapsed(),
    })
    this.stands.set(activity, text)
    return activity
  }

  /** Mends a message. @returns whether it stands there. */
  update(where: string, activity: string, text: string): boolean {
    if (!this.stands.has(activity)) return false
    this.shown.push({
      ...labelOf(text),
      where: placeOf(where),
      activity,
      fresh: false,
      text,
      at: this.#elapsed(),
    })
    this.stands.set(activity, text)
    return true
  }

  /** Somebody removed a message: it cannot be mended any more. */
  remove(activity: string): void {
    this.stands.delete(activity)
  }
}

/** A chat has one name for the bot and another for Graph; a thread belongs to its channel. */
export const placeOf = (where: string): string =>
  where.startsWith('19:graph-') ? where.replace('19:graph-', 'a:') : (where.split(';')[0] ?? where)
