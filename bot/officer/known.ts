/**
 * What was found beside a signal, shown to an officer (A063): its own purpose, and a log of its own. Values of another
 * signal are shown to whoever may act on that one too, and that they were is written in its trail.
 */
import { looksCard } from '../../cards/officer/known/looks.ts'
import { mutedCard } from '../../cards/officer/known/muted.ts'
import {
  knownPage,
  type LineShown,
  MATCHES_PER_PAGE,
  type MatchShown,
} from '../../cards/officer/known/page.ts'
import { texts } from '../../cards/texts/index.ts'
import { entryOf } from '../../services/facts/entryOf.ts'
import type { KnownLine, KnownMatch } from '../../services/facts/fact.ts'
import { importedEntry } from '../../services/imports/lines.ts'
import type { Reason } from '../../services/matching/match.ts'
import {
  isMutable,
  MOST_MUTED,
  mutedValues,
  muteValue,
  unmuteValue,
} from '../../services/recognition/muted.ts'
import { alike } from '../../services/recognition/recognise.ts'
import { recognitionsIn, recordRecognition } from '../../services/retention/recognitions.ts'
import type { OfficerDeed } from '../../services/signal/deeds/data.ts'
import { mayActOn } from '../../services/signal/deeds/may.ts'
import { handle, readSignal } from '../../services/signal/handle.ts'
import { recognitionOf } from '../../services/signal/reading/recognition.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { handling } from '../app/ports.ts'
import { byDesk, type OfficerTurn, type View } from './view.ts'

type Lines = { error?: string; notice?: string }

/** How these two compare now, in the words of both; nothing where they do not any more. */
async function reasonsNow(here: SignalRecord, there: SignalRecord): Promise<readonly Reason[]> {
  const [query, entry] = [entryOf(here), entryOf(there)]
  if (!query || !entry) return []
  return (await alike(query, entry))?.reasons ?? []
}

/** One of them, looked at: recorded in its own trail before anything of it is shown. @throws StoreUnavailable */
async function matchShown(desk: OfficerTurn, record: SignalRecord, match: KnownMatch): Promise<MatchShown> {
  const { app, turn } = desk
  if (match.other) return { match }
  const seen = { do: 'seenAsMatch', id: app.newId(), ...byDesk(desk) } as const
  const handled = await handle(handling(app, turn.municipality), match.signal, seen)
  // What somebody off duty may not see does not come into their list either.
  if (handled.done !== 'saved') return { match }
  const other = handled.kept.record
  return {
    match,
    there: { receivedAt: other.receivedAt, record: other, reasons: await reasonsNow(record, other) },
  }
}

/** A line of a register that was taken over, with how it compares now. @throws StoreUnavailable */
async function lineShown(desk: OfficerTurn, record: SignalRecord, line: KnownLine): Promise<LineShown> {
  const { app, turn } = desk
  const found = await importedEntry(app.store, turn.municipality.id, line.id)
  const query = entryOf(record)
  if (!found || !query) return { line }
  const now = await alike(query, found.entry)
  return { line, there: { nr: found.line, reasons: now?.reasons ?? [] } }
}

/** The page of what was found. Recorded before it is shown. @throws StoreUnavailable */
export async function knownView(
  desk: OfficerTurn,
  record: SignalRecord,
  part = 1,
  said: Lines = {},
): Promise<View> {
  const { app, turn, language, officer, onDuty } = desk
  const { municipality } = turn
  const found = recognitionOf(record)
  const all = 'matches' in found ? [...found.matches, ...found.others] : []
  const parts = Math.max(1, Math.ceil(all.length / MATCHES_PER_PAGE))
  const at = Math.min(part, parts)
  const shown: MatchShown[] = []
  for (const match of all.slice((at - 1) * MATCHES_PER_PAGE, at * MATCHES_PER_PAGE))
    shown.push(await matchShown(desk, record, match))
  const lines: LineShown[] = []
  if (at === 1 && 'lines' in found)
    for (const each of found.lines) lines.push(await lineShown(desk, record, each))
  const line = {
    id: app.newId(),
    at: app.now(),
    by: officer,
    reference: record.reference,
    found: [...shown, ...lines].filter(({ there }) => there !== undefined).length,
  }
  await recordRecognition(app.store, app.keys.audit, municipality.id, line)
  const card = knownPage({
    record,
    municipality,
    language,
    press: app.newId(),
    shown,
    lines,
    part: at,
    total: all.length,
    onDuty,
    ...said,
  })
  return { title: record.reference, card }
}

/**
 * Puts the value of this fact on the list of what says nothing, before the signal is looked up without it. What is wrong
 * with that is said by the deed. @returns an error in words; undefined where it stands there
 */
export async function muteFirst(
  desk: OfficerTurn,
  signal: SignalRecord['id'],
  { fact }: OfficerDeed<'mute'>,
): Promise<string | undefined> {
  const { app, turn, officer, onDuty, language } = desk
  const { municipality } = turn
  const kept = await readSignal(app.store, municipality.id, signal)
  if (!kept || 'tombstone' in kept || !onDuty) return undefined
  if (!mayActOn(kept.record, officer, { municipality, now: app.now() })) return undefined
  const details = kept.record.facts?.find(({ id }) => id === fact)?.details
  if (!details || !isMutable(details)) return undefined
  const value = { id: app.newId(), details, at: app.now(), by: officer }
  if (await muteValue(app.store, municipality.id, value)) return undefined
  const { values } = await mutedValues(app.store, municipality.id)
  return values.length >= MOST_MUTED ? texts(language).officer.known.mute.full : undefined
}

/** The list of what says nothing; with `undo` that one counts again. @throws StoreUnavailable */
export async function mutedView(desk: OfficerTurn, { undo }: { undo?: string | undefined }): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const t = texts(language).officer.known.mute
  const undone = undo !== undefined && (await unmuteValue(app.store, municipality.id, undo))
  const { values } = await mutedValues(app.store, municipality.id)
  const notice = undone ? { notice: t.undone } : {}
  return { title: t.listTitle, card: mutedCard({ values, municipality, language, ...notice }) }
}

/** Who looked in a month, this one when none is named. @throws StoreUnavailable */
export async function looksView(desk: OfficerTurn, asked?: string, part?: number): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const now = app.now().slice(0, 7)
  const month = asked !== undefined && asked <= now ? asked : now
  const lines = await recognitionsIn(app.store, municipality.id, month)
  const title = texts(language).officer.known.looks.title
  return { title, card: looksCard({ lines, month, now, part, municipality, language }) }
}
