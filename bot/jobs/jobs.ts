/** Every job of the house: its name, how often, and what it does. A new one is a line here, and a file of its own. */
import { entriesOf } from '../../services/agenda/agenda.ts'
import { failedOf } from '../../services/agenda/entry.ts'
import { Chat } from '../../services/draft/chat.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Effect } from '../../services/outbox/effect.ts'
import { parseStored, readSignal } from '../../services/signal/handle.ts'
import { everyDocument } from '../../services/store/every.ts'
import type { MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { daysLeftOf, toldAt } from '../app/secret.ts'
import { takeAwayOver } from '../reporter/takeAway.ts'
import { tidyAgenda } from './agendaRound.ts'
import { DigestRound } from './digest.ts'
import { DUE_EVERY_MS, DueRound, MOST_TOLD } from './due.ts'
import { DueDocuments } from './dueDocuments.ts'
import { DUTY_EVERY_MS, DutyRound } from './duty.ts'
import { FILES_EVERY_MS, FILES_PAGE, sweepFilesOf } from './files.ts'
import { endImports, IMPORTS_EVERY_MS, IMPORTS_PAGE } from './imports.ts'
import type { Job } from './job.ts'
import { MAILBOX_EVERY_MS, MailboxRound } from './mailbox.ts'
import { ReadersRound } from './readers.ts'
import { IndexRound, RECOGNITION_PAGE, RecognitionRound } from './recognition.ts'
import { ReportingPointRound } from './reportingPoints.ts'
import { RetentionRound, WALK_PAGE } from './retention.ts'
import { stepOver } from './stepOver.ts'
import { TrailsRound } from './trails.ts'
import { UnreferencedRound } from './unreferenced.ts'
import { WakeRound } from './wake.ts'

/** What was given up is counted anew now and then, also what another instance gave up, or this one in an earlier life. */
const COUNT_EVERY_MS = 600_000

/** How often an app that was not found in the catalogue is looked for again. */
const CATALOGUE_EVERY_MS = 60_000
/** Whether the secret of the app ends is looked at so often. */
const SECRET_EVERY_MS = 3_600_000

/** So many drafts of one municipality are looked at for what was given up. */
const MOST_COUNTED = 10_000

/** The jobs of one instance, each with a memory of its own. */
export function jobsOf(app: App): { jobs: Job[]; stop(): void } {
  const outbox = new Outboxes(app)
  const point = new ReportingPointRound(app)
  const walk = new RetentionRound(app)
  const due = new DueRound(app)
  const wake = new WakeRound(app)
  const trails = new TrailsRound(app)
  const digest = new DigestRound(app)
  const readers = new ReadersRound(app)
  const unreferenced = new UnreferencedRound(app)
  const recognition = new RecognitionRound(app)
  const index = new IndexRound(app)
  const mailbox = new MailboxRound(app)
  const duty = new DutyRound(app)
  const jobs: Job[] = [
    // Alarms that did not arrive and stand nowhere: danger waits for nothing.
    { name: 'alarms', when: 'deliver', every: 0, once: () => app.courier.alarmAgain() },
    { name: 'point', when: 'look', every: 0, each: (of, { goOn }) => point.of(of, goOn) },
    {
      name: 'walk',
      when: 'look',
      every: 0,
      calm: true,
      page: WALK_PAGE,
      leased: (of, { page }, lease) => walk.page(of, lease, page),
    },
    {
      name: 'unreferenced',
      when: 'look',
      every: 0,
      calm: true,
      page: 100,
      each: (of, { page }) => unreferenced.of(of, page),
    },
    {
      name: 'recognition',
      when: 'look',
      every: 0,
      calm: true,
      page: RECOGNITION_PAGE,
      leased: (of, { page }, lease) => recognition.page(of, lease, page),
    },
    {
      name: 'index',
      when: 'look',
      every: 0,
      calm: true,
      page: 50,
      leased: (of, { page }, lease) => index.page(of, lease, page),
    },
    {
      name: 'due',
      when: 'look',
      every: DUE_EVERY_MS,
      calm: true,
      page: MOST_TOLD,
      each: async (of, { page }) => {
        if (!(await due.of(of, page))) walk.again(of)
      },
    },
    { name: 'wake', when: 'look', every: 0, each: (of, { goOn }) => wake.of(of, goOn) },
    { name: 'agenda', when: 'look', every: 0, each: (of) => tidyAgenda(app, of) },
    {
      name: 'imports',
      when: 'look',
      every: IMPORTS_EVERY_MS,
      calm: true,
      page: IMPORTS_PAGE,
      each: (of, { page }) => endImports(app, of, page),
    },
    {
      name: 'mailbox',
      when: 'look',
      every: MAILBOX_EVERY_MS,
      leased: (of, _round, lease) => mailbox.of(of, lease),
    },
    {
      name: 'files',
      when: 'look',
      every: FILES_EVERY_MS,
      calm: true,
      page: FILES_PAGE,
      each: (of, { page }) => sweepFilesOf(app, of, page),
    },
    { name: 'trails', when: 'look', every: 0, page: 50, each: (of, { page }) => trails.of(of, page) },
    // What another instance changed in the settings, and what its people are to be told of them.
    { name: 'settings', when: 'look', every: 0, each: (of) => settingsRound(app, of) },
    { name: 'readers', when: 'look', every: 0, each: (of) => readers.of(of) },
    { name: 'duty', when: 'look', every: DUTY_EVERY_MS, calm: true, each: (of) => duty.of(of) },
    { name: 'digest', when: 'look', every: 0, calm: true, each: (of) => digest.of(of) },
    { name: 'rewrap', when: 'look', every: 0, once: async () => app.rewrap?.() },
    { name: 'failures', when: 'deliver', every: COUNT_EVERY_MS, once: () => countFailures(app) },
    {
      name: 'catalogue',
      when: 'deliver',
      every: CATALOGUE_EVERY_MS,
      once: async () => app.catalogue?.again(),
    },
    { name: 'secret', when: 'look', every: SECRET_EVERY_MS, each: (of) => sayThatSecretEnds(app, of) },
    { name: 'codes', when: 'deliver', every: 0, once: () => takeAwayOver(app) },
    { name: 'outbox', when: 'deliver', every: 0, each: (of, round) => outbox.of(of).round(of, round) },
  ]
  return { jobs, stop: () => outbox.stop() }
}

/** Told once for each of the days named there; a new secret, with a new end, begins anew. */
async function sayThatSecretEnds(app: App, municipality: Municipality): Promise<void> {
  if (app.secretEnds === undefined) return
  const at = toldAt(daysLeftOf(app.secretEnds, app.now(), municipality))
  if (at !== undefined) await app.courier.point.secretEnds(municipality, at)
}

/** The outbox of each municipality. */
class Outboxes {
  readonly #app: App
  readonly #known = new Map<MunicipalityId, DueDocuments>()
  constructor(app: App) {
    this.#app = app
  }
  of(municipality: Municipality): DueDocuments {
    const known = this.#known.get(municipality.id) ?? new DueDocuments(this.#app, municipality)
    this.#known.set(municipality.id, known)
    return known
  }
  stop(): void {
    for (const each of this.#known.values()) each.stop()
  }
}

/**
 * What was given up and stands in a signal is in the agenda. Chats live long and there are many, but only those with a
 * draft are open, and a draft lasts a day.
 */
async function countFailures(app: App): Promise<void> {
  const { courier, store, municipalities } = app
  const found: [string, readonly Effect[]][] = []
  const isFailing = ({ failed }: { failed: number }) => failed > 0
  for (const { id } of municipalities.all()) {
    const { agenda, entries } = await entriesOf(store, id, { leaf: isFailing, entry: isFailing })
    for (const { signal } of entries) {
      const went = await stepOver(app, () => readSignal(store, id, signal))
      const kept = 'did' in went ? went.did : undefined
      if (kept && 'record' in kept) found.push([kept.record.id, kept.record.effects])
    }
    // Until everything stands in the agenda, once after an upgrade.
    for await (const { document, etag } of agenda.complete ? [] : everyDocument(store, id, 'signal')) {
      await stepOver(app, () => {
        const stored = parseStored(document.body, etag)
        if ('record' in stored && failedOf(stored.record) > 0)
          found.push([document.id, stored.record.effects])
      })
    }
    for (const { document } of await store.list(id, 'chat', { open: true }, MOST_COUNTED)) {
      const { data } = Chat.safeParse(document.body)
      if (data?.draft) found.push([document.id, data.effects])
    }
  }
  courier.tally.all(found)
}

/** The settings, and how far a first run is: both as another instance may have changed them. @throws StoreUnavailable */
async function settingsRound(app: App, municipality: Municipality): Promise<void> {
  await app.settings.round(municipality)
  await app.firstRuns.of(app.municipalities.now(municipality))
}
