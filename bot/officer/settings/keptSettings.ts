/**
 * The settings of each municipality as they hold, in this instance: read from the store, changed in it, and handed to
 * `Municipalities`, where everybody asks. What another instance changed is taken over within half a minute.
 */
import { type Municipality, onDuty } from '../../../services/municipality/municipality.ts'
import { type Problem, problemsIn } from '../../../services/municipality/settings/fields.ts'
import {
  fileDiffers,
  fileRead,
  firstOf,
  type Kept,
  municipalityOf,
  type Refused,
  type Setting,
  type SettingsNotice,
  type Step,
  timePassed,
} from '../../../services/municipality/settings/kept.ts'
import {
  beginSettings,
  type KeptNow,
  readSettings,
  stepSettings,
} from '../../../services/municipality/settings/store.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { pauseAfter } from '../../../services/outbox/retry.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { type MunicipalityId, plus } from '../../../services/words.ts'
import { ConfigurationError } from '../../app/config.ts'
import { KeyedQueue } from '../../app/keyedQueue.ts'
import type { Outside } from '../../app/ports.ts'
import type { OfficerChats } from '../../teams/officerChats.ts'
import { tellSettings } from './told.ts'

/** Milliseconds after which what another instance changed is looked for. */
const LOOK_EVERY_MS = 30_000
/** Seconds in which a notice is told; an instance that took longer has died. */
const TELLING = 60
/** Hours after which what could not be told is old news: it stands in the settings and in the trail. */
const MOST_HOURS = 7 * 24

export class KeptSettings {
  readonly #outside: Outside
  readonly #chats: OfficerChats
  /** As the file has them: what cannot be changed in Teams is always taken from it. */
  readonly #files = new Map<MunicipalityId, Municipality>()
  readonly #now = new Map<MunicipalityId, KeptNow | undefined>()
  readonly #lookedAt = new Map<MunicipalityId, number>()
  readonly #lanes = new KeyedQueue()
  readonly #telling = new KeyedQueue()

  constructor(outside: Outside, chats: OfficerChats) {
    this.#outside = outside
    this.#chats = chats
    for (const municipality of outside.municipalities.all()) this.#files.set(municipality.id, municipality)
  }

  /**
   * At the start, before anybody is answered: what was changed in Teams holds, and what the file says since is seen. Where
   * the store is away nobody is let in until it was read (`ready`). @throws ConfigurationError where the two cannot be together
   */
  async start(): Promise<void> {
    for (const [at, municipality] of this.#outside.municipalities.all().entries()) {
      const found = await this.#begin(municipality).catch((error: unknown) => {
        if (!(error instanceof StoreUnavailable)) throw error
        this.#outside.log.warn('store.away', { error })
        return undefined
      })
      const problems = found ? problemsIn(this.#fileOf(municipality), found.kept.settings) : []
      if (problems.length > 0) throw new ConfigurationError(problems.map((each) => inWords(at, each)))
    }
  }

  /** Nobody is let in by what the file says while it is not known what was changed since. @throws StoreUnavailable */
  async ready(municipality: Municipality): Promise<void> {
    if (this.#now.has(municipality.id)) return
    await this.#begin(municipality)
    // What does not go with the file is not what holds, and neither is the file alone.
    if (!this.#now.has(municipality.id)) throw new StoreUnavailable('refused')
  }

  /** What is kept, as this instance knows it; undefined: nothing was ever changed. */
  kept(municipality: Municipality): Kept | undefined {
    return this.#now.get(municipality.id)?.kept
  }

  /** The municipality as its file has it. */
  setting(municipality: Municipality): Setting {
    const { now, newId } = this.#outside
    return { file: this.#fileOf(municipality), now: now(), newId }
  }

  /** Makes a step, in the store first; it holds here at once. @throws StoreUnavailable */
  step<S extends Step>(
    municipality: Municipality,
    step: (kept: Kept, setting: Setting) => S | Refused | undefined,
  ): Promise<S | Refused | undefined> {
    return this.#lanes.run(municipality.id, async () => {
      const setting = this.setting(municipality)
      const { now, did } = await stepSettings(this.#place(municipality), setting, (kept) =>
        step(kept, setting),
      )
      this.#hold(municipality, now)
      return did
    })
  }

  /** What the job does: hears of other instances, sees what time does, and tells what is to be told. @throws StoreUnavailable */
  async round(municipality: Municipality): Promise<void> {
    const elapsed = this.#outside.elapsed?.() ?? Date.parse(this.#outside.now())
    const looked = this.#lookedAt.get(municipality.id) ?? Number.NEGATIVE_INFINITY
    if (elapsed - looked >= LOOK_EVERY_MS) {
      this.#lookedAt.set(municipality.id, elapsed)
      await this.ready(municipality)
      await this.#lanes.run(municipality.id, async () => {
        this.#hold(municipality, await readSettings(this.#outside.store, municipality.id))
      })
    }
    await this.#passTime(municipality)
    await this.tell(municipality)
  }

  /** Tells it without being waited for. */
  tellSoon(municipality: Municipality): void {
    const name = `tell/${municipality.id}`
    void this.#telling
      .run(name, () => this.tell(municipality))
      .catch((error: unknown) => this.#outside.log.warn('send.failed', { error }))
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#telling.idle()
    await this.#lanes.idle()
  }

  /** Tells what waits, each in their own chat. What fails is told in a later round. */
  async tell(municipality: Municipality): Promise<void> {
    for (const { id } of this.kept(municipality)?.tell ?? []) {
      const notice = await this.#takeNotice(municipality, id)
      if (!notice) continue
      const now = this.#outside.municipalities.now(municipality)
      const done = await tellSettings(this.#outside, this.#chats, now, notice)
      await this.#changeTell(municipality, (tell) => afterTelling(tell, notice, done, this.#outside.now()))
    }
  }

  #fileOf(municipality: Municipality): Municipality {
    return this.#files.get(municipality.id) ?? municipality
  }

  #place({ id }: Municipality) {
    const { store, keys } = this.#outside
    return { store, key: keys.audit, municipality: id }
  }

  /** Reads it for the first time, and sees what the file says. */
  #begin(municipality: Municipality): Promise<KeptNow | undefined> {
    return this.#lanes.run(municipality.id, async () => {
      const { store, noteReaders, log } = this.#outside
      const setting = this.setting(municipality)
      if (noteReaders && !(await readSettings(store, municipality.id)))
        await beginSettings(this.#place(municipality), setting)
      const stored = await readSettings(store, municipality.id)
      if (!stored) {
        this.#hold(municipality, undefined)
        return undefined
      }
      const { now, did } = await stepSettings(this.#place(municipality), setting, (kept) =>
        fileRead(kept, setting),
      )
      const held = did ? now : stored
      this.#hold(municipality, held)
      if (held && fileDiffers(held.kept).length > 0) log.warn('settings.fileLeft')
      return held
    })
  }

  /** Takes it over, where it is sound with what the file says; else what held here goes on. */
  #hold(municipality: Municipality, found: KeptNow | undefined): void {
    const known = this.#now.get(municipality.id)
    if (this.#now.has(municipality.id) && known?.etag === found?.etag) return
    const file = this.#fileOf(municipality)
    if (found && problemsIn(file, found.kept.settings).length > 0) {
      this.#outside.log.error('settings.unsound')
      return
    }
    this.#now.set(municipality.id, found)
    this.#outside.municipalities.settle(municipalityOf(file, found?.kept))
  }

  async #passTime(municipality: Municipality): Promise<void> {
    const { now, municipalities } = this.#outside
    const it = municipalities.now(municipality)
    const today = dayOf(now(), it)
    const { id } = onDuty(it, today).accountable
    const setting = this.setting(municipality)
    const kept = this.kept(municipality)
    // Looked at in memory first: a round in which nothing is due asks nothing of the store.
    const seen = kept ?? firstOf(setting).kept
    if (!timePassed(seen, it, id, setting)) return
    await this.step(municipality, (found, at) => timePassed(found, it, id, at))
  }

  /** The notice, when it is due and nobody else is telling it: for a minute it is ours. */
  async #takeNotice(municipality: Municipality, id: string): Promise<SettingsNotice | undefined> {
    const now = this.#outside.now()
    const isDue = (it: SettingsNotice) => it.id === id && (it.notBefore === undefined || it.notBefore <= now)
    if (!this.kept(municipality)?.tell.some(isDue)) return undefined
    let taken: SettingsNotice | undefined
    await this.#changeTell(municipality, (tell) => {
      taken = tell.find(isDue)
      if (!taken) return tell
      const notBefore = plus(now, { seconds: TELLING })
      return tell.map((each) => (each.id === id ? { ...each, notBefore } : each))
    })
    return taken
  }

  async #changeTell(
    municipality: Municipality,
    change: (tell: SettingsNotice[]) => SettingsNotice[],
  ): Promise<void> {
    await this.step(municipality, (kept) => {
      const tell = change(kept.tell)
      return tell === kept.tell ? undefined : { kept: { ...kept, tell }, versions: [], lines: [] }
    })
  }
}

/** What is still to be told after this. */
function afterTelling(
  all: readonly SettingsNotice[],
  told: SettingsNotice,
  done: boolean,
  now: SettingsNotice['at'],
): SettingsNotice[] {
  return all.flatMap((notice) => {
    if (notice.id !== told.id) return [notice]
    if (done || plus(notice.at, { hours: MOST_HOURS }) <= now) return []
    const notBefore = plus(now, { seconds: pauseAfter(notice.tries, undefined) })
    return [{ ...notice, tries: notice.tries + 1, notBefore }]
  })
}

const inWords = (at: number, { path, message }: Problem): string =>
  `municipalities.${at}.${path.join('.')}: ${message} (as it was changed in Teams; "settings": {"fromFile": "..."} lets the file hold)`
