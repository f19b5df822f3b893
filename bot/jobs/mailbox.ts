/**
 * The mailbox of the reporting point is looked at for what became of mails to partners: what came back, what is late, and
 * that somebody answered by mail. Only that is kept; the words stay in the mailbox. One instance does it, from where the last
 * one came; the same mail read twice says the same.
 */

import { INBOX_PAGE } from '../../services/graph/mail.ts'
import type { InboxLine } from '../../services/graph/port.ts'
import { classify } from '../../services/handover/bounces/classify.ts'
import { mailNumbersIn } from '../../services/handover/link/number.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { OutsideDeed } from '../../services/signal/deeds/outsideCommand.ts'
import { handle, parseStored } from '../../services/signal/handle.ts'
import { mailsToChase } from '../../services/signal/reading/mails.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { everyDocument } from '../../services/store/every.ts'
import { Instant, type MunicipalityId, plus, type SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import type { JobLease } from './jobLease.ts'
import { stepOver } from './stepOver.ts'

/** Milliseconds: a mail comes back within minutes, or after days. */
export const MAILBOX_EVERY_MS = 120_000
/** So far back it looks where nobody looked before. */
const FIRST_LOOK_HOURS = 72

type Place = { signal: SignalId; route: string; sent: string }
type Heard = Extract<OutsideDeed, { do: 'mailHeard' }>['heard']

export class MailboxRound {
  readonly #app: App
  readonly #known = new Map<MunicipalityId, Map<string, Place>>()
  /** What came of the last look, so that the log says once that it does not work. */
  readonly #went = new Map<MunicipalityId, string>()
  /** Which mails of the last page were looked at: those of its last moment are on the next page again. */
  readonly #looked = new Map<MunicipalityId, ReadonlySet<string>>()

  constructor(app: App) {
    this.#app = app
  }

  /** One page of it. Requests to Graph: one, and one for each mail that came; to the store, where none came: two. @throws StoreUnavailable */
  async of(given: Municipality, lease: JobLease): Promise<void> {
    const { graph, municipalities, now, log } = this.#app
    const municipality = municipalities.now(given)
    const { mailbox, tenant, id } = municipality
    if (!mailbox || !graph.inbox || !graph.mime) return
    const taken = await lease.take()
    if (!taken) return
    const first = plus(now(), { hours: -FIRST_LOOK_HOURS })
    const known = taken.place?.mark === mailbox ? Instant.safeParse(taken.place.after).data : undefined
    const since = known ?? first
    const found = await graph.inbox(tenant, mailbox, since)
    const went = 'failed' in found ? found.failed : 'ok'
    if ('failed' in found) {
      if (this.#went.get(id) !== went) log.warn('mailbox.unread', { code: found.failed })
      this.#went.set(id, went)
      return
    }
    this.#went.set(id, went)
    let reached = since
    const before = this.#looked.get(id)
    const looked = new Set<string>()
    this.#looked.set(id, looked)
    for (const line of found.lines) {
      const done = before?.has(line.id)
        ? ({ did: 'done' } as const)
        : await stepOver(this.#app, () => this.#look(municipality, mailbox, line))
      // What could not be looked at now is looked at again; what cannot be read at all holds up nothing.
      if (('failed' in done && done.failed === 'again') || ('did' in done && done.did === 'again')) break
      looked.add(line.id)
      reached = line.at
    }
    // A whole page of one moment: the next one is asked for after it.
    const stuck = found.lines.length === INBOX_PAGE && reached === since
    const after = stuck ? plus(reached, { ms: 1 }) : reached
    // Nothing came: where it is stands there already.
    if (after !== known) await lease.reached({ day: dayOf(now(), municipality), mark: mailbox, after })
  }

  async #look(municipality: Municipality, mailbox: string, line: InboxLine): Promise<'done' | 'again'> {
    const { graph, keys } = this.#app
    const got = await graph.mime?.(municipality.tenant, mailbox, line.id)
    if (!got || 'failed' in got) return got?.failed === 'away' ? 'again' : 'done'
    const mail = await classify(got.mime)
    const heard = heardOf(mail)
    if (!heard) return 'done'
    for (const number of mailNumbersIn(keys, municipality.id, mail.texts.join('\n'))) {
      const place = await this.#placeOf(municipality, number)
      if (place) await this.#tell(municipality, place, heard)
    }
    return 'done'
  }

  /** Which mail has this number. Only a number of ours is looked for, and what is not known yet costs going along all. */
  async #placeOf(municipality: Municipality, number: string): Promise<Place | undefined> {
    const known = this.#known.get(municipality.id)?.get(number)
    if (known) return known
    const all = new Map<string, Place>()
    for await (const { document, etag } of everyDocument(this.#app.store, municipality.id, 'signal')) {
      await stepOver(this.#app, () => {
        const stored = parseStored(document.body, etag)
        if (!('record' in stored)) return
        for (const route of stored.record.routes)
          for (const mail of route.mails ?? [])
            all.set(mail.number, { signal: stored.record.id, route: route.id, sent: mail.sent })
      })
    }
    this.#known.set(municipality.id, all)
    return all.get(number)
  }

  async #tell(municipality: Municipality, { signal, route, sent }: Place, heard: Heard): Promise<void> {
    const app = this.#app
    const command = {
      do: 'mailHeard',
      route,
      sent,
      heard,
      id: app.newId(),
      actor: { role: 'system' },
    } as const
    const handled = await handle(handling(app, municipality), signal, command)
    if (handled.done === 'saved') void app.courier.deliver(municipality, handled.kept)
  }
}

/** What it says of a mail of ours; nothing where a machine said that somebody is away, or that it was read. */
function heardOf({ is, why }: Awaited<ReturnType<typeof classify>>): Heard | undefined {
  switch (is) {
    case 'bounce':
      return why ?? 'other'
    case 'delayed':
      return 'delayed'
    // With a number of ours in it it is about that, however it was begun.
    case 'reply':
    case 'other':
      return 'replied'
    case 'autoReply':
    case 'receipt':
      return undefined
    default:
      return is satisfies never
  }
}

/** Mails of which nothing was heard in time: whoever has the signal is asked to call. @throws StoreUnavailable */
export async function chaseMails(app: App, municipality: Municipality, record: SignalRecord): Promise<void> {
  if (mailsToChase(record, municipality, app.now()).length === 0) return
  const command = { do: 'chaseMail', id: app.newId(), actor: { role: 'system' } } as const
  const handled = await handle(handling(app, municipality), record.id, command)
  if (handled.done === 'saved') void app.courier.deliver(municipality, handled.kept)
}
