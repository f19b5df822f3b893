/** What happens to a chat before anything is sent: words become a draft, and nothing typed is ever refused. Pure. */
import { DateTime } from 'luxon'

import { dayOf } from '../routing/clocks.ts'
import { onDuty } from '../routing/municipality.ts'
import { dueOf, effect, type Setting } from './change.ts'
import { type Chat, DRAFT_GONE_AFTER_HOURS, type Draft, MOST_SENT, NUDGE_AFTER_HOURS } from './chat.ts'
import type { Form, StoryPart } from './signal.ts'
import { alarmed } from './urgency.ts'
import {
  Instant,
  type Kind,
  MOST_ONE_TEXT,
  MOST_TEXT,
  type Reference,
  type SignalId,
  type VaultKey,
} from './words.ts'

/** What a person sent in one message. */
export type Words = { text: string; attachmentsRefused: number; danger: boolean }

const sizeOf = (draft: Draft): number => draft.parts.reduce((sum, part) => sum + part.text.length, 0)

/** A long text as parts that each fit. */
export function partsOf(text: string, at: Instant, via: StoryPart['via']): StoryPart[] {
  const parts: StoryPart[] = []
  for (let from = 0; from < text.length; from += MOST_ONE_TEXT) {
    parts.push({ at, via, text: text.slice(from, from + MOST_ONE_TEXT) })
  }
  return parts
}

/** May these words still be added? The limit keeps the document small enough to store. */
export const fits = (draft: Draft | undefined, words: Words): boolean =>
  (draft ? sizeOf(draft) : 0) + words.text.length <= MOST_TEXT

/** What a draft is begun with, when there is none yet. */
export type FreshDraft = { id: SignalId; vaultKey: VaultKey; unplaced: boolean }

/** Starts a draft, or adds to it. With danger the alarm is pending from this moment (I.3). */
export function write(chat: Chat, words: Words, fresh: FreshDraft, setting: Setting): Chat {
  const { now } = setting
  const kind: Kind = chat.about?.what === 'new' ? chat.about.kind : 'signal'
  const old: Draft = chat.draft ?? {
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
  }
  const rings = words.danger && old.danger === undefined
  const draft: Draft = {
    ...old,
    lastAt: now,
    parts: [...old.parts, ...partsOf(words.text, now, 'chat')],
    attachmentsRefused: old.attachmentsRefused + words.attachmentsRefused,
    ...(rings ? { danger: { at: now, called112: 'unknown' } } : {}),
  }
  const { about: _begun, ...rest } = chat
  return { ...rest, draft, effects: rings ? [...chat.effects, ...ring(setting)] : chat.effects }
}

/** The alarms of a danger that is not yet a signal: the channel, whoever is on duty, the next in line. */
function ring(setting: Setting) {
  const { accountable, behind } = onDuty(setting.municipality, dayOf(setting.now, setting.municipality))
  return alarmed(accountable.id, behind[0]?.id).map((to) => effect({ kind: 'alarm', to }, setting))
}

/** Merges the optional form into the draft; a field that was emptied is empty. */
export function fillForm(chat: Chat, form: Form, danger: boolean, setting: Setting): Chat {
  if (!chat.draft) return chat
  const rings = danger && chat.draft.danger === undefined
  const draft: Draft = {
    ...chat.draft,
    form,
    lastAt: setting.now,
    ...(rings ? { danger: { at: setting.now, called112: 'unknown' } } : {}),
  }
  return { ...chat, draft, effects: rings ? [...chat.effects, ...ring(setting)] : chat.effects }
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

const withoutAlarms = (chat: Chat) => chat.effects.filter((e) => e.kind !== 'alarm')

const mend = (draft: Draft, state: 'takenBack' | 'expired', setting: Setting) =>
  draft.alarms.map((posted) => effect({ kind: 'mendAlarm', posted, state }, setting))

/**
 * Takes the draft away: thrown away by the person, left for 24 hours, or placed with a signal that stands (which
 * rings for itself). Officers who were alarmed see that it ended.
 */
export function dropDraft(chat: Chat, why: 'discarded' | 'expired' | 'placed', setting: Setting): Chat {
  const { draft, about: _about, ...rest } = chat
  if (!draft) return chat
  const open = draft.danger !== undefined && draft.danger.takenBackAt === undefined
  // Danger that was thrown away may still be danger: the alarm says "taken back" only when the person did so.
  const state = why === 'discarded' && open ? 'takenBack' : 'expired'
  const mended = open ? mend(draft, state, setting) : []
  const pending = why === 'expired' ? chat.effects : withoutAlarms(chat)
  return { ...rest, effects: [...pending, ...mended] }
}

/** After sending: no draft; the chat knows its signal, unless nobody may know that it came from here. */
export function afterSending(chat: Chat, reference: Reference, known: boolean): Chat {
  const { draft, about: _about, ...rest } = chat
  if (!draft) return chat
  const entry = { signal: draft.id, reference, kind: draft.kind, draft: draft.id }
  return {
    ...rest,
    sent: known ? [...chat.sent.filter((s) => s.draft !== draft.id), entry].slice(-MOST_SENT) : chat.sent,
    // Alarms that did not go out yet go with the signal, which rings for itself.
    effects: withoutAlarms(chat),
  }
}

const later = (at: Instant, hours: number): Instant =>
  Instant.parse(DateTime.fromISO(at, { zone: 'utc' }).plus({ hours }).toISO())

/** When a draft is nudged, and when it goes. */
export const nudgeAt = (draft: Draft): Instant => later(draft.lastAt, NUDGE_AFTER_HOURS)
export const goneAt = (draft: Draft): Instant => later(draft.lastAt, DRAFT_GONE_AFTER_HOURS)

/** When the sweep must look at this chat again. */
export function chatDue(chat: Chat): Instant | null {
  const draftAt = chat.draft ? (chat.draft.nudged ? goneAt(chat.draft) : nudgeAt(chat.draft)) : null
  const effectAt = dueOf(chat)
  if (draftAt === null) return effectAt
  return effectAt === null || draftAt < effectAt ? draftAt : effectAt
}
