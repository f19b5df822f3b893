/**
 * The settings in the store: what holds in one document, each version in one of its own, and the line of the trail, saved
 * together or not at all. Between two instances the first counts; the other makes its change anew on what is there then.
 */
import { z } from 'zod'
import { addition, kept as keptLines, linesOf, monthOf, searchesEnd } from '../../retention/ledger.ts'
import { type Op, type Store, StoreUnavailable } from '../../store/port.ts'
import type { MunicipalityId } from '../../words.ts'
import { firstOf, Kept, type Refused, type Setting, SettingsLine, type Step, Version } from './kept.ts'

const CURRENT = 'current'
const keyOf = (municipality: MunicipalityId, id: string) => ({ municipality, kind: 'settings' as const, id })
const versionId = (number: number): string => `v${String(number).padStart(8, '0')}`

export type KeptNow = { kept: Kept; etag: string }

/** What is kept; undefined: nothing was. @throws StoreUnavailable, or an error where it does not open */
export async function readSettings(store: Store, municipality: MunicipalityId): Promise<KeptNow | undefined> {
  const stored = await store.read(keyOf(municipality, CURRENT))
  return stored && { kept: Kept.parse(stored.document.body), etag: stored.etag }
}

const Lines = z.object({ schema: z.literal(1), settings: keptLines(SettingsLine) })

/** The op that writes these lines in the trail of their month. @throws StoreUnavailable */
export async function lineOps(
  { store, key, municipality }: Place,
  lines: readonly SettingsLine[],
): Promise<Op[]> {
  const [line, ...others] = lines
  if (!line) return []
  const id = `settings-${monthOf(line.at)}`
  const op = await addition({ store, key, municipality, id }, line, {
    linesIn: (body) => Lines.parse(body).settings,
    bodyOf: (all) => ({ schema: 1, settings: all }),
    same: (other) => other.id === line.id,
    dueAt: searchesEnd(line.at),
  })
  if (others.length > 0) throw new RangeError('One change has one line.')
  return [op]
}

/** `key`: of the chains. */
export type Place = { store: Store; key: Buffer; municipality: MunicipalityId }

const MOST_TRIES = 8

/**
 * Makes a step of what is kept, and saves all of it at once. `step` is made anew each time somebody else was first. Where
 * nothing was kept it begins with the version of the file. @throws StoreUnavailable
 */
export async function stepSettings<S extends Step>(
  place: Place,
  setting: Setting,
  step: (kept: Kept) => S | Refused | undefined,
): Promise<{ now: KeptNow | undefined; did: S | Refused | undefined }> {
  const { store, municipality } = place
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = await readSettings(store, municipality)
    const first = stored ? undefined : firstOf(setting)
    const before = stored?.kept ?? first?.kept
    if (!before) throw new Error('Nothing is kept, and nothing was begun.')
    const did = step(before)
    if (!did || 'refused' in did || did.kept === before) return { now: stored, did }
    const current = { ...keyOf(municipality, CURRENT), body: did.kept, open: false, dueAt: null }
    const versions = [...(first ? [first.version] : []), ...did.versions]
    const ops: Op[] = [
      stored ? { op: 'replace', document: current, etag: stored.etag } : { op: 'create', document: current },
      ...versions.map((version): Op => {
        const document = {
          ...keyOf(municipality, versionId(version.number)),
          body: version,
          open: false,
          dueAt: null,
        }
        return { op: 'create', document }
      }),
      ...(await lineOps(place, did.lines)),
    ]
    const saved = await store.save(ops)
    const etag = saved.saved ? saved.etags[0] : undefined
    if (etag) return { now: { kept: did.kept, etag }, did }
  }
  throw new StoreUnavailable('busy')
}

/** Writes down the version of the file, where nothing is kept yet. @throws StoreUnavailable */
export async function beginSettings({ store, municipality }: Place, setting: Setting): Promise<void> {
  const { kept, version } = firstOf(setting)
  const save = (id: string, body: unknown): Op => ({
    op: 'create',
    document: { ...keyOf(municipality, id), body, open: false, dueAt: null },
  })
  await store.save([save(CURRENT, kept), save(versionId(1), version)])
}

/** One version; undefined: there is none of that number. @throws StoreUnavailable */
export async function versionOf(
  store: Store,
  municipality: MunicipalityId,
  number: number,
): Promise<Version | undefined> {
  const stored = await store.read(keyOf(municipality, versionId(number)))
  return stored && Version.parse(stored.document.body)
}

/** So many versions from this number back, the newest first. @throws StoreUnavailable */
export async function versionsBefore(
  store: Store,
  municipality: MunicipalityId,
  from: number,
  most: number,
): Promise<Version[]> {
  const numbers = Array.from({ length: Math.max(0, Math.min(most, from)) }, (_, at) => from - at)
  const found = await Promise.all(numbers.map((number) => versionOf(store, municipality, number)))
  return found.filter((version) => version !== undefined)
}

/** What the trail says of the settings in a month (yyyy-mm). @throws StoreUnavailable */
export const settingsIn = (
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<SettingsLine[]> =>
  linesOf(store, municipality, `settings-${month}`, {
    linesIn: (body) => Lines.parse(body).settings,
    line: SettingsLine,
  })
