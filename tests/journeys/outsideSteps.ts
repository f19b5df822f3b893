/** Somebody outside, as tests play them: a signal that was handed over by mail, that mail, and the page behind its link. */
import { randomUUID } from 'node:crypto'
import { handling } from '../../bot/app/ports.ts'
import type { Sent } from '../../services/handover/sent.ts'
import { pendingEffect } from '../../services/outbox/effect.ts'
import { handle, readSignal, replaceOps } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Day, type OfficerId } from '../../services/words.ts'
import type { House } from '../kit/house.ts'
import { PAGES } from '../kit/house.ts'
import { decide, handOver, open, report } from './officerSteps.ts'
import { type Reported, recordOf } from './steps.ts'

export const PARTNER_MAIL = 'post@arbeid.example'
export const STORY = 'Het paspoort van een man in de wasserij is afgepakt.'

/** A hand-over by mail, as the record has it before it goes. */
export const sentBy = (by: string, more: Partial<Sent> = {}): Sent => ({
  id: randomUUID(),
  at: '2026-11-24T09:00:00.000Z' as Sent['at'],
  by: by as Sent['by'],
  way: 'mail',
  to: PARTNER_MAIL,
  contact: { name: 'Team arbeid' },
  words: 'Wat er in de wasserij gebeurt.',
  facts: [],
  aim: 'act',
  questions: [],
  conditions: [],
  answerBy: Day.parse('2026-12-01'),
  onBehalf: 'municipality',
  standing: 'queued',
  ...more,
})

/** Sanne reports, Marieke decides and hands over to the labour inspectorate. */
export async function handedOver(house: House): Promise<Reported> {
  const it = await report(house, house.sanne, STORY)
  const dossier = await open(house, house.marieke, it)
  await decide(house, house.marieke, dossier)
  await handOver(house, house.marieke, await open(house, house.marieke, it))
  return it
}

/** Puts a mail on the first route, in one save with its effect, and lets it go. */
export async function mailIt(house: House, it: Reported, more: Partial<Sent> = {}): Promise<Sent> {
  const { app } = house.bot
  const [municipality] = app.municipalities.all()
  if (!municipality) throw new Error('No municipality.')
  const kept = await readSignal(app.store, municipality.id, it.signal)
  const [route] = kept && 'record' in kept ? kept.record.routes : []
  if (!kept || !('record' in kept) || !route) throw new Error('No route.')
  const sent = sentBy(house.marieke.aadObjectId, { at: app.now(), ...more })
  const effect = pendingEffect(
    { kind: 'mailPartner', route: route.id, sent: sent.id },
    randomUUID(),
    app.now(),
  )
  const record: SignalRecord = {
    ...kept.record,
    routes: kept.record.routes.map((each) =>
      each === route ? { ...each, sent: [...(each.sent ?? []), sent] } : each,
    ),
    effects: [...kept.record.effects, effect],
  }
  const saved = await app.store.save(replaceOps(record, kept.etag, kept.record.listing, municipality))
  if (!saved.saved) throw new Error('Not saved.')
  await house.bot.sweep()
  await house.settle()
  return sent
}

/** All of it: reported, handed over, mailed. */
export async function handedByMail(house: House, more: Partial<Sent> = {}): Promise<Reported> {
  const it = await handedOver(house)
  await mailIt(house, it, more)
  return it
}

/** The link in the newest mail, as an address of the bot itself. */
export function linkIn(house: House): string {
  const text = house.graph.mail.sent.at(-1)?.text ?? ''
  const [, path] = new RegExp(`${PAGES}(/a/[A-Za-z0-9_-]+)`).exec(text) ?? []
  if (!path) throw new Error('No link in the mail.')
  return `${house.bot.url}${path}`
}

export type Got = { status: number; text: string }

/** Opens a page. */
export async function look(url: string, language = 'nl'): Promise<Got> {
  const got = await fetch(url, { headers: { 'accept-language': language } })
  return { status: got.status, text: await got.text() }
}

/** The number of the page itself, which makes two presses one. */
export const onceIn = ({ text }: Got): string => /name="once" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Sends a form, and waits for what it causes. */
export async function post(house: House, url: string, fields: Record<string, string>): Promise<Got> {
  const got = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  const text = await got.text()
  await house.settle()
  return { status: got.status, text }
}

/** Opens the page and sends its form: what a person does. */
export const answer = async (house: House, url: string, fields: Record<string, string>): Promise<Got> =>
  post(house, url, { ...fields, once: onceIn(await look(url)) })

/** AVG 18: an officer freezes it. */
export async function freezeIt(house: House, it: Reported): Promise<void> {
  const { app } = house.bot
  const [municipality] = app.municipalities.all()
  if (!municipality) throw new Error('No municipality.')
  const actor = { role: 'officer', id: municipality.officers[0]?.id as OfficerId } as const
  const command = { do: 'freeze', reason: 'Bezwaar van de betrokkene', id: randomUUID(), actor } as const
  const done = await handle(handling(app, municipality), it.signal, command)
  if (done.done !== 'saved') throw new Error('Not frozen.')
}

/** What the route knows of it. */
export async function routeOf(house: House, it: Reported) {
  const [route] = (await recordOf(house, it.signal)).routes
  if (!route) throw new Error('No route.')
  return route
}
