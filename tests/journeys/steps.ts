/** What people do in a journey, in one line each, and what can be looked at afterwards. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { municipality } from '../../infra/local/demo.ts'
import type { ChatId } from '../../services/draft/chat.ts'
import { readChat, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { anonymousOf as anonymous } from '../../services/vault/codeEntry.ts'
import { Reporter } from '../../services/vault/vault.ts'
import { MunicipalityId, SignalId } from '../../services/words.ts'
import { type Card, isWire } from '../kit/cardClient.ts'
import { actionsOf, type Dialog, type Inputs, type Person, type Shown } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'

/** Certainty, urgency and degree, as the card of the draft has them. */
export type Choices = Inputs

/** What a press on *Versturen* made. */
export type Reported = { reference: string; signal: SignalId }

const REFERENCE = /S-\d{4}-\d{4,}/

/** The reference that stands in a text. */
export function referenceIn(text: string): string {
  const found = REFERENCE.exec(text)
  if (!found) throw new Error(`No reference in: ${text}`)
  return found[0]
}

/** The newest card in a chat or channel that has this button. */
export function cardWith(house: House, where: Person | string, title: string): Shown & { card: Card } {
  const { connector } = house
  const all = typeof where === 'string' ? connector.channel(where) : connector.chat(where)
  for (const shown of all.toReversed()) {
    const [card] = shown.cards
    if (card && actionsOf(card).some((action) => action.title === title)) return { ...shown, card }
  }
  throw new Error(`No card with the button ${title}.`)
}

/** The draft that the newest card with *Versturen* (or the given title) belongs to. */
export function draftOf(house: House, person: Person, title = 'Versturen'): SignalId {
  const action = actionsOf(cardWith(house, person, title).card).find((each) => each.title === title)
  const data = action?.data
  return SignalId.parse(isWire(data) ? data.draft : undefined)
}

/** Types a report, chooses, sends it, and waits until everybody has been told. */
export async function report(
  house: House,
  person: Person,
  text: string,
  choices: Choices = {},
): Promise<Reported> {
  await person.say(text)
  return sendDraft(house, person, choices)
}

/** What stands in the draft of a person, as it was typed; undefined: there is none. */
export const textsOfDraft = async (house: House, person: Person): Promise<string[] | undefined> =>
  (await chatOf(house, person)).draft?.parts.map(({ text }) => text)

/** What is asked before a draft may go: that there is no danger, and that it is meant as a report. */
export async function answerFirst(house: House, person: Person): Promise<void> {
  const { asked, danger } = (await chatOf(house, person)).draft ?? {}
  if (asked && !asked.no && !danger) await person.say('nee')
  if ((await chatOf(house, person)).draft?.askFirst === 'purpose') await person.say('ik wil dit melden')
}

/** Presses *Versturen* on the draft that stands, and waits until everybody has been told. */
export async function sendDraft(
  house: House,
  person: Person,
  choices: Choices = {},
  title = 'Versturen',
): Promise<Reported> {
  await answerFirst(house, person)
  const now = title === 'Versturen' ? await nowButton(house, person, choices) : undefined
  if (now) return sentNow(house, person, now)
  const signal = draftOf(house, person, title)
  const card = cardWith(house, person, title)
  await person.click(card, title, choices)
  // What gives the writer away was pointed out first: it goes as it is.
  if ((await chatOf(house, person)).draft?.pointedOut === true)
    await person.click(cardWith(house, person, title), title, choices)
  await house.settle()
  const sent = (await stands(house, signal)) ? signal : anonymousOf(house, person, signal)
  return { reference: (await recordOf(house, sent)).reference, signal: sent }
}

const NOW = /^(?:Stuur nu naar |Send to .* now$)/

/** The one button of danger, in the degree that is wanted, where the draft is in danger. */
async function nowButton(house: House, person: Person, { degree }: Choices): Promise<string | undefined> {
  const { draft } = await chatOf(house, person)
  if (!draft?.danger || draft.danger.takenBackAt || draft.to) return undefined
  if (degree && degree !== 'confidential') await person.say(degree === 'anonymous' ? 'anoniem' : 'onbekend')
  const all = house.connector.chat(person).flatMap((shown) => shown.cards.flatMap(actionsOf))
  return all.findLast(({ title = '' }) => NOW.test(title))?.title
}

async function sentNow(house: House, person: Person, title: string): Promise<Reported> {
  const signal = draftOf(house, person, title)
  await person.click(cardWith(house, person, title), title)
  await house.settle()
  const sent = (await stands(house, signal)) ? signal : anonymousOf(house, person, signal)
  return { reference: (await recordOf(house, sent)).reference, signal: sent }
}

const stands = async (house: House, signal: SignalId): Promise<boolean> =>
  (await readSignal(house.bot.app.store, tenant(house), signal)) !== undefined

/** Under which id the draft of this person stands when it was sent anonymously. */
export const anonymousOf = (house: House, person: Person, draft: SignalId): SignalId =>
  anonymous(house.bot.app.keys, tenant(house), chatIdOf(house, person), draft).signal

/** Asks advice in doubt (a consultation), sends it, and waits until everybody has been told. */
export async function consult(
  house: House,
  person: Person,
  text: string,
  choices: Choices = {},
): Promise<Reported> {
  await person.say('sparren')
  await person.say(text)
  return sendDraft(house, person, choices, 'Leg het voor')
}

/** The record of a signal. Throws when it is not there (any more). */
export async function recordOf(house: House, signal: SignalId): Promise<SignalRecord> {
  const kept = await readSignal(house.bot.app.store, tenant(house), signal)
  if (!kept || !('record' in kept)) throw new Error('There is no such record.')
  return kept.record
}

/** The municipality of the house, as the store knows it. */
export const tenant = (_house: House): MunicipalityId => MunicipalityId.parse(municipality.id)

const chatIdOf = (house: House, person: Person): ChatId => {
  const conversation = house.connector.chat(person)[0]?.conversationId
  if (conversation === undefined) throw new Error('Nothing was said in this chat.')
  const address = { serviceUrl: house.connector.serviceUrl, conversation, user: person.id }
  return new Reporter(address, person.name).chat(tenant(house), house.bot.app.keys)
}

/** What the store keeps of a person's chat with the bot. */
export async function chatOf(house: House, person: Person) {
  return (await readChat(house.bot.app.store, tenant(house), chatIdOf(house, person))).chat
}

/** One entry of the vault, as it is stored; undefined when it is not there. */
export async function vaultEntry(house: House, key: string | undefined) {
  if (key === undefined) return undefined
  return (await house.bot.app.store.read({ municipality: tenant(house), kind: 'vault', id: key }))?.document
    .body
}

/** Every byte that the house keeps on its disk: the database with its -wal and -shm. */
export function onDisk(house: House): string {
  const files = readdirSync(house.dir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  return files.map((f) => readFileSync(join(f.parentPath, f.name), 'utf8')).join('\n')
}

const revealed = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(revealed)
  if (!isWire(node)) return node
  const entries = Object.entries(node).filter(([key, value]) => key !== 'isVisible' || value !== false)
  return Object.fromEntries(entries.map(([key, value]) => [key, revealed(value)]))
}

/** All that a card says, what opens on a tap too. */
export function opened(house: House, shown: Shown | Dialog | undefined): string {
  const card = shown === undefined ? undefined : 'cards' in shown ? shown.cards[0] : shown.card
  const text = shown !== undefined && 'text' in shown ? [shown.text] : []
  const whole = revealed(card)
  return [...text, isWire(whole) ? house.connector.textOf(whole) : ''].join('\n')
}

/** What the bot said in a chat or channel, oldest first, all that opens on a tap included. */
export function said(house: House, where: Person | string): string[] {
  const { connector } = house
  const all = typeof where === 'string' ? connector.channel(where) : connector.chat(where)
  return all.filter((shown) => shown.byBot).map((shown) => opened(house, shown))
}

/** The last thing the bot said there. */
export const lastSaid = (house: House, where: Person | string): string => said(house, where).at(-1) ?? ''

/** What the bot newly posted there while something was done, in its order. */
export async function saidDuring(
  house: House,
  where: Person | string,
  act: () => Promise<unknown>,
): Promise<string[]> {
  const before = said(house, where).length
  await act()
  await house.settle()
  return said(house, where).slice(before)
}

/** The doorbell of a signal, as it now is in the channel. */
export function doorbellOf(house: House, reference: string): Shown & { card: Card } {
  const { connector, channel } = house
  for (const shown of connector.channel(channel).toReversed()) {
    const [card] = shown.cards
    if (card && connector.textOf(card).includes(`${reference} · `)) return { ...shown, card }
  }
  throw new Error(`No doorbell of ${reference}.`)
}

/** An officer opens the dossier from the doorbell. */
export async function openDossier(house: House, officer: Person, reference: string): Promise<Dialog> {
  const { dialog } = await officer.click(doorbellOf(house, reference), 'Openen')
  if (!dialog) throw new Error('No dossier opened.')
  return dialog
}

/** Goes to a page of the dossier by its button. */
export async function toPage(officer: Person, dossier: Dialog, title: string): Promise<Dialog> {
  const { dialog } = await officer.submitDialog(dossier, title)
  if (!dialog) throw new Error(`No page opened by ${title}.`)
  return dialog
}

/** The officer asks the reporter something, and it arrives. */
export async function ask(house: House, officer: Person, reference: string, text: string): Promise<Dialog> {
  const page = await toPage(officer, await openDossier(house, officer, reference), 'Stel een vraag')
  return submitted(house, officer, page, 'Verstuur de vraag', { text })
}

/** The officer advises in a consultation, and it arrives. */
export async function advise(
  house: House,
  officer: Person,
  reference: string,
  text: string,
): Promise<Dialog> {
  const page = await toPage(officer, await openDossier(house, officer, reference), 'Geef advies')
  return submitted(house, officer, page, 'Verstuur het advies', { text })
}

/** Presses a button of a dialog with what was filled in, and waits until everybody has been told. */
export async function submitted(
  house: House,
  officer: Person,
  dialog: Dialog,
  title: string,
  inputs: Inputs = {},
): Promise<Dialog> {
  const clicked = await officer.submitDialog(dialog, title, inputs)
  await house.settle()
  if (!clicked.dialog) throw new Error(`Nothing came after ${title}.`)
  return clicked.dialog
}

/** The alarm cards that stand in a chat or channel. */
export function alarmsOf(house: House, where: Person | string): Shown[] {
  const { connector } = house
  const all = typeof where === 'string' ? connector.channel(where) : connector.chat(where)
  return all.filter((shown) =>
    /Misschien is er nu gevaar|Geen alarm meer|Alarm verlopen/.test(opened(house, shown)),
  )
}
