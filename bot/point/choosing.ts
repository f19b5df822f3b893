/**
 * For which municipality something is, in a tenant that several share. What a card says is looked up, never believed:
 * it leads to the municipality in which that case, or that draft of this chat, really stands.
 */
import { type OfficerAction, type Parsed, parseAction, type ReporterAction } from '../../cards/actions.ts'
import { commandOf } from '../../cards/texts/commands.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Chat } from '../../services/draft/chat.ts'
import { PersonId } from '../../services/graph/port.ts'
import { choose, chosenOf, type Place } from '../../services/municipality/choice.ts'
import { type Municipality, officerOf } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { normalForm } from '../../services/privacy/flatten.ts'
import { readChat, readSignal } from '../../services/signal/handle.ts'
import { codeId, readCode } from '../../services/vault/code.ts'
import { anonymousOf, readCodeEntry } from '../../services/vault/codeEntry.ts'
import type { SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { dialogData, type Incoming, isInvoke } from '../turn.ts'

/** Several municipalities share the tenant of what came in. `among` is never empty. */
export type Unplaced = { incoming: Incoming; among: readonly Municipality[] }

/** It is for this one; or the person is asked, and chooses from these. */
export type Which = { municipality: Municipality } | { ask: readonly Municipality[] }

export const pressedIn = (incoming: Incoming) =>
  parseAction(isInvoke(incoming) ? dialogData(incoming.value) : incoming.value)

const bare = (text: string): string =>
  normalForm(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const CHANGE: ReadonlySet<string> = new Set(
  [texts('nl'), texts('en')].flatMap(({ reporter }) => reporter.municipality.words).map(bare),
)
/** The person wants to choose again. */
export const wantsToChoose = ({ text }: Incoming): boolean => CHANGE.has(bare(text))

/** The one whose name was typed, and nothing else: the answer to the question, without its button. */
export const namedIn = ({ text }: Incoming, among: readonly Municipality[]): Municipality | undefined =>
  among.find(({ name }) => bare(name) === bare(text))

/** This chat as each of them would know it. */
const placesOf = (app: App, { incoming, among }: Unplaced): Place[] =>
  among.map(({ id }) => ({ municipality: id, chat: incoming.reporter.chat(id, app.keys) }))
/** And as an earlier version knew it. */
const formerPlacesOf = (app: App, { incoming, among }: Unplaced): Place[] =>
  among.map(({ id }) => ({ municipality: id, chat: incoming.reporter.formerChat(id, app.keys) }))

/** Under which name this chat is remembered in memory, whichever of them it is for. */
export const chatOf = (app: App, it: Unplaced): Place['chat'] => {
  const [first] = placesOf(app, it)
  if (!first) throw new Error('There is no municipality to choose from.')
  return first.chat
}

/** What the person chose before. @throws StoreUnavailable */
async function chosen(app: App, it: Unplaced): Promise<Municipality | undefined> {
  const [first] = it.among
  const today = first && dayOf(app.now(), first)
  const chosenIn = (places: readonly Place[]) => today && chosenOf(app.store, app.keys, places, today)
  const id = (await chosenIn(placesOf(app, it))) ?? (await chosenIn(formerPlacesOf(app, it)))
  return it.among.find((municipality) => municipality.id === id)
}

/** Remembers what the person chose. @throws StoreUnavailable */
export async function remember(app: App, it: Unplaced, municipality: Municipality): Promise<void> {
  const today = dayOf(app.now(), municipality)
  await choose(app.store, app.keys, placesOf(app, it), municipality.id, today)
}

/** Where the person's groups lead; undefined when they lead nowhere, or to two. At most one request to Graph. */
async function byGroup(app: App, it: Unplaced): Promise<Municipality | undefined> {
  const groups = it.among.flatMap(({ group }) => group ?? [])
  const [tenant] = it.among.map((municipality) => municipality.tenant)
  const entra = it.incoming.reporter.entra()
  if (groups.length === 0 || tenant === undefined || entra === undefined) return undefined
  const chat = chatOf(app, it)
  const known = app.choices.byGroup(chat)
  if (known) return it.among.find(({ id }) => id === known.municipality)
  const found = await app.graph.groupsOf?.(tenant, new PersonId(entra), groups)
  if (!found || 'failed' in found) return undefined
  const inThem = it.among.filter(({ group }) => group !== undefined && found.groups.includes(group))
  const only = inThem.length === 1 ? inThem[0] : undefined
  app.choices.groupIs(chat, only?.id)
  return only
}

/** The signals that a button of an officer is about. */
const signalsOf = (action: OfficerAction): readonly SignalId[] =>
  'signal' in action ? [action.signal] : 'signals' in action ? action.signals : []

/** The one of these in which one of the signals stands. A read for each, until it is found. */
async function whereStands(
  app: App,
  among: readonly Municipality[],
  signals: readonly SignalId[],
): Promise<Municipality | undefined> {
  for (const signal of signals) {
    for (const municipality of among) {
      if (await readSignal(app.store, municipality.id, signal)) return municipality
    }
  }
  return undefined
}

/** Does this officer work for several of them? Then the case says for which it is, else what was chosen. */
async function ofOfficer(
  app: App,
  it: Unplaced,
  works: readonly Municipality[],
  signals: readonly SignalId[],
): Promise<Which> {
  const [one, ...others] = works
  if (one && others.length === 0) return { municipality: one }
  const stands = await whereStands(app, works, signals)
  const found = stands ?? (await chosen(app, { ...it, among: works }))
  if (found) return { municipality: found }
  // A case that stands in none of these is no case to whoever asks.
  return one && signals.length > 0 ? { municipality: one } : { ask: works }
}

/** The drafts and signals that a button of a reporter names. */
function namesIn(action: ReporterAction): readonly SignalId[] {
  const draft = 'draft' in action ? action.draft : undefined
  const signal = 'signal' in action ? action.signal : undefined
  const about = 'about' in action ? action.about : undefined
  return [draft, signal, about].flatMap((name) => name ?? [])
}

const holds = (chat: Chat, names: readonly SignalId[]): boolean =>
  names.some(
    (name) =>
      chat.draft?.id === name ||
      chat.sent.some((s) => s.signal === name || s.draft === name || s.placed?.includes(name)),
  )

/** Where what a reporter's button names stands with this very chat. `tied`: the chat itself says so. */
async function ofNames(
  app: App,
  it: Unplaced,
  names: readonly SignalId[],
): Promise<{ municipality: Municipality; tied: boolean } | undefined> {
  if (names.length === 0) return undefined
  for (const municipality of it.among) {
    const { reporter } = it.incoming
    for (const id of [
      reporter.chat(municipality.id, app.keys),
      reporter.formerChat(municipality.id, app.keys),
    ])
      if (holds((await readChat(app.store, municipality.id, id)).chat, names))
        return { municipality, tied: true }
  }
  // What was sent anonymously stands in no chat; only this chat can name it.
  for (const municipality of it.among) {
    const id = it.incoming.reporter.chat(municipality.id, app.keys)
    for (const name of names) {
      const { signal } = anonymousOf(app.keys, municipality.id, id, name)
      if (await readSignal(app.store, municipality.id, signal)) return { municipality, tied: false }
    }
  }
  return undefined
}

/** A database says when each document was written: an anonymous send writes nothing that this chat is known by. */
const leavesNoTrace = (pressed: Parsed): boolean =>
  pressed.by === 'reporter' && pressed.action.verb === 'send' && pressed.action.degree === 'anonymous'

/** Where this chat has something open with a code, or where the code that was typed leads. Nothing of it is kept. */
async function ofCode(app: App, { incoming, among }: Unplaced): Promise<Municipality | undefined> {
  const opened = among.find(({ id }) => app.codes.opened(incoming.reporter.chat(id, app.keys)))
  const read = readCode(incoming.text)
  if (!read || !('code' in read)) return opened
  for (const municipality of among) {
    const id = codeId(app.keys, municipality.id, read.code)
    if (await readCodeEntry(app.store, municipality.id, id)) return municipality
  }
  return opened
}

const OFFICERS_WORDS: ReadonlySet<string | undefined> = new Set([
  'worklist',
  'toDestroy',
  'accessRequest',
  'settings',
  'enter',
])

/**
 * For which of them it is, or that the person has to be asked. What is pressed says it first, then a code, then what
 * the person chose once, then the groups. @throws StoreUnavailable
 */
export async function whichOf(app: App, it: Unplaced): Promise<Which> {
  const { incoming, among } = it
  const works = among.filter((municipality) => officerOf(municipality, incoming.reporter.entra() ?? ''))
  const pressed = pressedIn(incoming)
  if (works.length > 0) {
    if (pressed.by === 'officer') return ofOfficer(app, it, works, signalsOf(pressed.action))
    if (OFFICERS_WORDS.has(commandOf(incoming.text))) return ofOfficer(app, it, works, [])
  }
  if (wantsToChoose(incoming)) return { ask: among }
  const names = pressed.by === 'reporter' ? namesIn(pressed.action) : []
  const [before, named] = await Promise.all([chosen(app, it), ofNames(app, it, names)])
  if (named) {
    const goes = before ?? (await byGroup(app, it))
    // The conversation goes on about this one, and so do the words that are typed next.
    const moves = named.tied && named.municipality.id !== goes?.id && !leavesNoTrace(pressed)
    if (moves) await remember(app, it, named.municipality)
    return { municipality: named.municipality }
  }
  const found = (await ofCode(app, it)) ?? before ?? (await byGroup(app, it))
  return found ? { municipality: found } : { ask: among }
}
