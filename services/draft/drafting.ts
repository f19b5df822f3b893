/** What happens to a chat before anything is sent: words become a draft, and nothing typed is ever refused. Pure. */

import { onDuty } from '../municipality/municipality.ts'
import { dayOf } from '../municipality/workingTime.ts'
import type { Effect, Posted } from '../outbox/effect.ts'
import { dueOf } from '../outbox/schedule.ts'
import { effect, type Setting } from '../signal/change.ts'
import { alarmed } from '../signal/reading/urgency.ts'
import type { Form, StoryPart } from '../signal/record.ts'
import { type Kind, MOST_ONE_TEXT, MOST_TEXT } from '../signal/words.ts'
import type { InDanger } from '../understanding/reading.ts'
import { Instant, type OfficerId, plus, type Reference, type SignalId, type VaultKey } from '../words.ts'
import {
  type Chat,
  DRAFT_GONE_AFTER_HOURS,
  type Draft,
  HEARD_MINUTES,
  MEANT_HOURS,
  MOST_HEARD,
  MOST_SENT,
  MOST_SIGN,
  MOST_SIGNS,
  NUDGE_AFTER_HOURS,
  REMIND_AFTER_SECONDS,
  RING_AGAIN_AFTER_HOURS,
} from './chat.ts'
import { mayPark, takeParked } from './parked.ts'
import { changeIn, marksOf, putIn, type Typed, wentTo } from './said.ts'
import { acrossStories, wholeNumbers } from './wholeNumbers.ts'

/** What a person sent in one message; `said`: which one it is. */
export type Words = {
  text: string
  attachmentsRefused: number
  /** It rings. */
  danger: boolean
  /** It may be danger: what it says of it. It is asked first. */
  asks?: readonly string[] | undefined
  /** Whose danger it is, where the words say so. */
  who?: InDanger | undefined
  said?: Typed
  /** Danger rings not before this: the same words rang many times within minutes. */
  ringsAfter?: Instant | undefined
}

const sizeOf = ({ parts, form = {} }: Draft): number =>
  [...parts.map((part) => part.text), ...Object.values(form)].reduce((sum, text) => sum + text.length, 0)

/** A long text as parts that each fit; no character is cut in two. */
export function partsOf(text: string, at: Instant, via: StoryPart['via']): StoryPart[] {
  const parts: StoryPart[] = []
  for (let from = 0; from < text.length; ) {
    const end = from + MOST_ONE_TEXT
    const cutsOne = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))
    const until = cutsOne ? end - 1 : end
    parts.push({ at, via, text: text.slice(from, until) })
    from = until
  }
  return parts
}

/** Messages in one draft: all of them are read at each new one, so there is an end to it. Nobody types so many. */
export const MOST_PARTS = 500

/** May these words still be added? The limit keeps the document small enough to store. */
export const fits = (draft: Draft | undefined, words: Words): boolean =>
  (draft ? sizeOf(draft) : 0) + words.text.length <= MOST_TEXT && (draft?.parts.length ?? 0) < MOST_PARTS

/** What a draft is begun with, when there is none yet. */
export type FreshDraft = {
  id: SignalId
  vaultKey: VaultKey
  unplaced: boolean
  to?: Draft['to'] | undefined
  /** These words begin a draft of their own beside the one that stands. */
  apart?: boolean | undefined
  askFirst?: Draft['askFirst'] | undefined
}

/** Starts a draft, or adds to it. With danger the alarm is pending from this moment (I.3). */
export function write(chat: Chat, words: Words, fresh: FreshDraft, setting: Setting): Chat {
  const { now } = setting
  const kind: Kind = chat.about?.what === 'new' ? chat.about.kind : 'signal'
  const begins = fresh.apart === true && mayPark(chat)
  const parked = begins && chat.draft ? { parked: [...(chat.parked ?? []), chat.draft] } : {}
  const old: Draft = (begins ? undefined : chat.draft) ?? {
    id: fresh.id,
    kind,
    startedAt: now,
    lastAt: now,
    parts: [],
    attachmentsRefused: 0,
    alarms: [],
    vaultKey: fresh.vaultKey,
    nudged: false,
    unplaced: fresh.unplaced,
    ...(fresh.to ? { to: fresh.to } : {}),
    ...(fresh.askFirst ? { askFirst: fresh.askFirst } : {}),
  }
  // Another text: what it hides and gives away is another matter.
  const { pointedOut: _seen, retype: _asked, ...before } = old
  const said = words.said ?? { mark: '', at: undefined }
  const parts = partsOf(words.text, now, 'chat')
  const put = putIn(before, said, parts, words.attachmentsRefused)
  const { about: _begun, askedOf: _open, ...rest } = chat
  const draft: Draft = { ...put, lastAt: now }
  const written = acrossStories({ ...rest, ...parked, draft }, setting)
  return heeded(written, words, setting, words.ringsAfter)
}

/** What these words say of danger, in the draft: it rings, it is asked first, or there is nothing. */
export function heeded(
  chat: Chat,
  { danger, asks, who }: Pick<Words, 'danger' | 'asks' | 'who'>,
  setting: Setting,
  ringsAfter?: Instant,
): Chat {
  const known = chat.draft && who ? { ...chat, draft: { ...chat.draft, who } } : chat
  if (danger) return alarmDraft(known, setting, ringsAfter)
  return asks ? askDraft(known, asks) : known
}

/** It may be danger: asked once, and again only of what says something new. Where danger stands there is nothing to ask. */
function askDraft(chat: Chat, asks: readonly string[]): Chat {
  const { draft } = chat
  if (!draft || inDanger(draft)) return chat
  const known = draft.asked?.signs ?? []
  const fresh = asks.map((sign) => sign.slice(0, MOST_SIGN)).filter((sign) => !known.includes(sign))
  if (draft.asked && fresh.length === 0) return chat
  return { ...chat, draft: { ...draft, asked: { signs: [...known, ...fresh].slice(-MOST_SIGNS) } } }
}

/** Does the question whether there is danger now wait for its answer? */
export const asksDanger = (draft: Pick<Draft, 'asked' | 'danger'>): boolean =>
  draft.asked !== undefined && !draft.asked.no && !inDanger(draft)

/** The answer: it rings as danger does, or the draft goes on, and is not asked of the same again. */
export function answerDanger(chat: Chat, yes: boolean, setting: Setting, ringsAfter?: Instant): Chat {
  if (yes) return alarmDraft(chat, setting, ringsAfter)
  const { draft } = chat
  return draft?.asked ? { ...chat, draft: { ...draft, asked: { ...draft.asked, no: true } } } : chat
}

/**
 * Other words in the place of those of a message that its writer changed, took back or put back. Undefined: it is not in
 * this draft, or what stands is newer.
 */
export function rewrite(
  chat: Chat,
  mark: string,
  words: Words,
  { changed, gone }: { changed: Instant | undefined; gone: boolean },
  setting: Setting,
): Chat | undefined {
  const parts = gone ? [] : partsOf(words.text, setting.now, 'chat')
  const files = gone ? 0 : words.attachmentsRefused
  const draft = chat.draft && changeIn(chat.draft, mark, parts, { files, changed, gone })
  if (!draft) return undefined
  const whole = wholeNumbers(draft.parts, setting)
  const written = { ...chat, draft: { ...draft, parts: whole, lastAt: setting.now } }
  return gone ? written : heeded(written, words, setting)
}

/** Is there danger that nobody took back? */
export const inDanger = (draft: Pick<Draft, 'danger'>): boolean =>
  draft.danger !== undefined && draft.danger.takenBackAt === undefined

/**
 * Danger in the draft: it rings once, and again when it was taken back and then spoken of once more (I.3). While it
 * stands, further words of danger update the cards that rang: there is nothing to open yet, whatever they say.
 * @param ringsAfter not before this: the same words rang many times within minutes
 */
export function alarmDraft(chat: Chat, setting: Setting, ringsAfter?: Instant): Chat {
  const { draft } = chat
  if (!draft) return chat
  if (inDanger(draft)) {
    // What was seen was another text.
    const { seen: _before, ...unseen } = draft
    return { ...chat, draft: unseen, effects: [...chat.effects, ...still(chat, draft, setting)] }
  }
  const danger = { at: setting.now, called112: 'unknown' as const }
  const { reminded: _reminded, seen: _seen, rangAgain: _again, ...calm } = draft
  const alarm = setting.newId()
  const cards = ringsAfter ? still(chat, draft, setting) : []
  const alarms = ring(setting)
    .filter(({ to }) => !ringsAfter || !unrung(chat).includes(to))
    .map((alarm) => (ringsAfter ? { ...alarm, notBefore: ringsAfter, plannedAt: setting.now } : alarm))
  return { ...chat, draft: { ...calm, danger, alarm }, effects: [...chat.effects, ...cards, ...alarms] }
}

/** The alarm cards of the draft say once more that somebody is in danger; each of them once at a time. */
function still(chat: Chat, { alarms }: Draft, setting: Setting): Effect[] {
  const waits = ({ activity }: Posted): boolean =>
    chat.effects.some(
      (e) =>
        e.kind === 'mendAlarm' && e.state === 'writing' && e.posted.activity === activity && !e.deadLetter,
    )
  return alarms
    .filter((posted) => !waits(posted))
    .map((posted) => effect({ kind: 'mendAlarm', posted, state: 'writing' }, setting))
}

/** Whom danger rings now: the channel, whoever is on duty, the next in line. */
export function everybody(setting: Setting): ('channel' | OfficerId)[] {
  const { accountable, behind } = onDuty(setting.municipality, dayOf(setting.now, setting.municipality))
  return alarmed(accountable.id, behind[0]?.id)
}

/** The alarms of a danger that is not yet a signal. */
const ring = (setting: Setting) =>
  everybody(setting).map((to) => ({ ...effect({ kind: 'alarm', to }, setting), kind: 'alarm' as const, to }))

/** Merges the optional form into the draft; a field that was emptied is empty. */
export function fillForm(
  chat: Chat,
  form: Form,
  words: Pick<Words, 'danger' | 'asks' | 'who'>,
  setting: Setting,
  ringsAfter?: Instant,
): Chat {
  if (!chat.draft) return chat
  const { pointedOut: _seen, ...before } = chat.draft
  const filled = { ...chat, draft: { ...before, form, lastAt: setting.now } }
  return heeded(filled, words, setting, ringsAfter)
}

/** The person says there is no danger, or whether 112 was called. */
export function sayDanger(chat: Chat, said: 'yes' | 'no' | 'takenBack', setting: Setting): Chat {
  const { draft } = chat
  if (!draft?.danger) return chat
  if (said !== 'takenBack')
    return { ...chat, draft: { ...draft, danger: { ...draft.danger, called112: said } } }
  if (draft.danger.takenBackAt) return chat
  return {
    ...chat,
    draft: { ...draft, danger: { ...draft.danger, takenBackAt: setting.now } },
    effects: [...withoutAlarms(chat), ...mend(draft, 'takenBack', setting)],
  }
}

/** The cards will say something else: what they were to say once more is not said after it. */
const withoutStill = (effects: readonly Effect[]) =>
  effects.filter((e) => e.kind !== 'mendAlarm' || e.state !== 'writing')
const withoutAlarms = (chat: Chat) => withoutStill(chat.effects).filter((e) => e.kind !== 'alarm')

const mend = (draft: Draft, state: 'takenBack' | 'expired', setting: Setting) =>
  draft.alarms.map((posted) => effect({ kind: 'mendAlarm', posted, state }, setting))

/**
 * Takes the draft away: thrown away by the person, left for 24 hours, or placed with a signal that stands. Officers
 * who were alarmed see that it ended; the alarms of a draft that was placed went on with its signal.
 */
export function dropDraft(chat: Chat, why: 'discarded' | 'expired' | 'placed', setting: Setting): Chat {
  const { draft, about: _about, ...rest } = chat
  if (!draft) return chat
  const left = takeParked(rest)
  // Danger that was thrown away may still be danger: the alarm says "taken back" only when the person did so.
  const mended = why !== 'placed' && inDanger(draft) ? mend(draft, 'expired', setting) : []
  // An alarm that has not gone out yet goes out still: somebody did write of danger.
  const pending = why === 'placed' ? withoutAlarms(chat) : withoutStill(chat.effects)
  return { ...left, effects: [...pending, ...mended] }
}

/** Whom the alarm of this draft has not reached yet: the signal that it becomes must ring them. */
export const unrung = (chat: Chat): ('channel' | OfficerId)[] =>
  chat.effects.flatMap((e) => (e.kind === 'alarm' ? [e.to] : []))

/** Remembers that a message was taken. */
export function hear(chat: Chat, message: string | undefined): Chat {
  if (message === undefined || heard(chat, message)) return chat
  return { ...chat, heard: [...(chat.heard ?? []), message].slice(-MOST_HEARD) }
}

/** Was this message taken before? Teams delivers one again when an answer takes long. */
export const heard = (chat: Chat, message: string | undefined): boolean =>
  message !== undefined && (chat.heard ?? []).includes(message)

/** Nothing of which messages were taken. */
export function withoutHeard(chat: Chat): Chat {
  const { heard: _taken, heardUntil: _until, ...rest } = chat
  return rest
}

/** The chat after a change: what it took newly is remembered for a while from now. */
export const heardFor = (before: Chat, after: Chat, now: Instant): Chat =>
  after.heard && after.heard !== before.heard
    ? { ...after, heardUntil: plus(now, { minutes: HEARD_MINUTES }) }
    : after

/** Is it time to forget which messages were taken? */
export const heardIsOver = ({ heardUntil }: Chat, now: Instant): boolean =>
  heardUntil !== undefined && heardUntil <= now

/** After sending: no draft; the chat knows its signal, unless nobody may know that it came from here. */
export function afterSending(chat: Chat, reference: Reference, known: boolean): Chat {
  const { draft, about: _about, heard: messages, heardUntil, upload, ...rest } = chat
  if (!draft) return chat
  const left = takeParked(rest)
  const entry = { signal: draft.id, reference, kind: draft.kind, draft: draft.id }
  const all = known ? [...chat.sent.filter((s) => s.draft !== draft.id), entry].slice(-MOST_SENT) : chat.sent
  return {
    ...left,
    // The link goes on to the signal; where nobody may know that it came from here it works no more.
    ...(known && upload ? { upload } : {}),
    ...(known && messages ? { heard: messages } : {}),
    ...(known && heardUntil ? { heardUntil } : {}),
    sent: known ? wentTo(all, draft.id, marksOf(draft)) : all,
    // Alarms that did not go out yet go with the signal, which rings for itself.
    effects: withoutAlarms(chat),
  }
}

/** When a draft is nudged, and when it goes. */
export const nudgeAt = (draft: Draft): Instant => plus(draft.lastAt, { hours: NUDGE_AFTER_HOURS })

/** When danger that is typed and not sent is reminded of next; undefined: not (any more). */
export function remindAt(draft: Draft): Instant | undefined {
  const seconds = inDanger(draft) ? REMIND_AFTER_SECONDS[draft.reminded ?? 0] : undefined
  return seconds === undefined ? undefined : plus(draft.lastAt, { ms: seconds * 1000 })
}
/** Undefined: not before an officer saw its alarm. */
export function goneAt(draft: Draft): Instant | undefined {
  const usual = plus(draft.lastAt, { hours: DRAFT_GONE_AFTER_HOURS })
  // From a version in which nobody could say so.
  if (!inDanger(draft) || draft.alarm === undefined) return usual
  const until = draft.seen?.until
  return until === undefined ? undefined : until > usual ? until : usual
}

/** An officer saw the alarm: the cards say so, and from now on it stays so many days. */
export function seenAlarm(chat: Chat, days: number, setting: Setting): Chat {
  const { draft } = chat
  if (!draft || !inDanger(draft)) return chat
  const seen = { at: setting.now, until: plus(setting.now, { hours: 24 * days }) }
  const next = { ...chat, draft: { ...draft, seen } }
  return { ...next, effects: [...chat.effects, ...still(chat, draft, setting)] }
}

/** When an alarm that nobody saw rings again; undefined: not. */
export function ringsAgainAt(draft: Draft): Instant | undefined {
  if (!inDanger(draft) || !draft.danger || draft.alarm === undefined || draft.seen) return undefined
  return plus(draft.rangAgain ?? draft.danger.at, { hours: RING_AGAIN_AFTER_HOURS })
}

/** Nobody saw it within a day: everybody is rung again. */
export function ringAgain(chat: Chat, setting: Setting): Chat {
  const { draft } = chat
  if (!draft) return chat
  const alarms = ring(setting).filter(({ to }) => !unrung(chat).includes(to))
  return { ...chat, draft: { ...draft, rangAgain: setting.now }, effects: [...chat.effects, ...alarms] }
}

/** The hour of a moment: from the moment itself anybody who reads the store could count back to when somebody wrote. */
const hourOf = (at: Instant): Instant =>
  Instant.parse(new Date(Math.floor(Date.parse(at) / 3_600_000) * 3_600_000).toISOString())

/**
 * Until when words that are typed now are meant by what was just pressed: a later story is not more about that. Told by
 * the hour, as all that a chat keeps of when a person did something.
 */
export const meantUntil = (now: Instant): Instant => plus(hourOf(now), { hours: MEANT_HOURS + 1 })

/** What the next words are about; not any more when that was pressed long ago, or nobody knows when. */
export function aboutNow({ about }: Pick<Chat, 'about'>, now: Instant): Chat['about'] {
  if (about?.what !== 'addition' && about?.what !== 'answer') return about
  return about.until !== undefined && now < about.until ? about : undefined
}

/** When something is to be done with this draft, by the hour. */
const draftTimes = (draft: Draft): Instant[] =>
  [remindAt(draft), draft.nudged ? goneAt(draft) : nudgeAt(draft), ringsAgainAt(draft)].flatMap((at) =>
    at === undefined ? [] : [hourOf(at)],
  )

/**
 * When the sweep must look at this chat again. It is told the hour only of what a person did: looked at early nothing is
 * done yet, for the draft itself says when.
 */
export function chatDue(chat: Chat): Instant | null {
  const { draft, heardUntil, erased, parked = [] } = chat
  const others = parked.flatMap((each) => {
    const at = goneAt(each)
    return at === undefined ? [] : hourOf(at)
  })
  const all = [
    ...(draft ? draftTimes(draft) : []),
    dueOf(chat),
    heardUntil && hourOf(heardUntil),
    erased && hourOf(erased.until),
    ...others,
  ].filter((at) => at != null)
  return all.sort()[0] ?? null
}
