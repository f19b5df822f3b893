/** Small steps that the officer's journeys share: report something, open it, do something with it, look what is kept. */
import { randomUUID } from 'node:crypto'
import { readSignal } from '../../services/signal/register.ts'
import type { SignalRecord } from '../../services/signal/signal.ts'
import { MunicipalityId, SignalId } from '../../services/signal/words.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import { type Clicked, type Dialog, actionsOf, type Inputs, type Person, type Shown, type Which } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'

/** A signal that was sent in a test. */
export type Case = { id: SignalId; reference: string }

/** A word that nobody writes, to look for where it must not be. */
export const canary = (name: string): string => `kanarie${name}${randomUUID().slice(0, 8)}`

/** Everything on a card, in a message or in what a click showed. */
export function seen(house: House, what: Clicked | Shown | Dialog): string {
  if ('activity' in what && 'status' in what) {
    if (what.dialog) return house.connector.textOf(what.dialog)
    return what.message ?? ''
  }
  return house.connector.textOf(what)
}

/** The dialog that a click opened. */
export function dialogOf(clicked: Clicked): Dialog {
  if (!clicked.dialog) throw new Error(`No dialog was shown, but: ${JSON.stringify(clicked.body)}`)
  return clicked.dialog
}

/** Presses a button in the dialog that stands open, and waits for what it causes. */
export async function press(
  house: House,
  person: Person,
  opened: Clicked,
  which: Which,
  inputs?: Inputs,
): Promise<Clicked> {
  const clicked = await person.submitDialog(dialogOf(opened), which, inputs)
  await house.settle()
  return clicked
}

/** Types words, sends them with these choices, and gives back what came of it. */
export async function report(
  house: House,
  person: Person,
  words: string,
  choices: Inputs = {},
  kind: 'Versturen' | 'Leg het voor' | 'Send' | 'Put it to them' = 'Versturen',
): Promise<Case> {
  const before = new Set(house.connector.channel(house.channel).map((shown) => shown.id))
  await person.say(words)
  // Whoever has something open already is asked first where this belongs.
  const asked = house.connector.newestCard(person)
  const isNew = actionsOf(asked.card).find((action) => isWire(action.data) && action.data.verb === 'placeNew')
  if (isNew) await person.click(asked, isNew.title ?? '')
  await person.click(house.connector.newestCard(person), kind, choices)
  await house.settle()
  const doorbell = house.connector
    .channel(house.channel)
    .find((shown) => !before.has(shown.id) && referenceIn(house, shown) !== undefined)
  if (!doorbell) throw new Error('No doorbell rang.')
  return caseOf(house, doorbell)
}

/** Puts something to the officer in doubt. */
export async function consult(
  house: House,
  person: Person,
  words: string,
  choices: Inputs = {},
): Promise<Case> {
  await person.say('sparren')
  return report(house, person, words, choices, 'Leg het voor')
}

const referenceIn = (house: House, shown: Shown) => /S-\d{4}-\d{4}/.exec(house.connector.textOf(shown))?.[0]

/** Which case a doorbell is of. */
export function caseOf(house: House, doorbell: Shown): Case {
  const reference = referenceIn(house, doorbell) ?? ''
  const [card] = doorbell.cards
  const data = card && actionsOf(card)[0]?.data
  return { id: SignalId.parse(isWire(data) ? data.signal : undefined), reference }
}

/** The newest card of this case in the channel, as it stands now. */
export function doorbell(house: House, { reference }: Case): Shown {
  const found = house.connector
    .channel(house.channel)
    .findLast((shown) => shown.byBot && shown.cards.length > 0 && referenceIn(house, shown) === reference)
  if (!found) throw new Error(`${reference} has no card in the channel.`)
  return found
}

/** What the doorbell says now. */
export const doorbellText = (house: House, it: Case): string => house.connector.textOf(doorbell(house, it))

/** *Openen* on the doorbell. */
export const open = (house: House, person: Person, it: Case): Promise<Clicked> =>
  person.click(doorbell(house, it), (action) => isWire(action.data) && action.data.verb === 'open')

/** What the store holds of it. */
export async function record(house: House, it: Case): Promise<SignalRecord> {
  const kept = await readSignal(house.bot.parts.store, MunicipalityId.parse(house.connector.tenantId), it.id)
  if (!kept || !('record' in kept)) throw new Error(`${it.reference} is not kept.`)
  return kept.record
}

/** Is anything kept of it, a tombstone included? */
export async function isKept(house: House, it: Case): Promise<boolean> {
  const municipality = MunicipalityId.parse(house.connector.tenantId)
  return (await readSignal(house.bot.parts.store, municipality, it.id)) !== undefined
}

/** The audit trail as "who did what", for one line of expectation. */
export async function audit(house: House, it: Case): Promise<string[]> {
  const names = new Map([house.marieke, house.joost, house.ellen].map((p) => [p.aadObjectId, p.name]))
  return (await record(house, it)).audit.map(({ by, what }) => `${names.get(by) ?? by}: ${what}`)
}

/** The newest message of the bot in somebody's chat. */
export function newest(house: House, person: Person): Shown {
  const found = house.connector.chat(person).findLast((shown) => shown.byBot)
  if (!found) throw new Error(`Nothing stands in the chat of ${person.name}.`)
  return found
}

/** All that the bot says to somebody now, newest last. */
export const saidTo = (house: House, person: Person): string[] =>
  house.connector
    .chat(person)
    .filter((shown) => shown.byBot)
    .map((shown) => textWithHidden(shown))

/** A message to a reporter opens on a tap: what stands behind it counts as read here. */
export function textWithHidden(shown: Shown): string {
  const lines: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (!isWire(node)) return
    for (const [key, value] of Object.entries(node)) {
      if ((key === 'text' || key === 'title' || key === 'label') && typeof value === 'string') lines.push(value)
      else if (key !== 'data') walk(value)
    }
  }
  walk(shown.cards)
  return [shown.text, ...lines].join('\n')
}

/** Sends the activity of an earlier click once more, with other data: what a tampered client would do. */
export async function forge(house: House, like: Clicked, data: unknown, more: Wire = {}): Promise<string> {
  const { value } = like.activity
  const answer = await house.connector.send({
    ...like.activity,
    ...more,
    id: `f:${randomUUID()}`,
    value: isWire(value) && 'data' in value ? { ...value, data } : data,
  })
  await house.settle()
  const task = isWire(answer.body) && isWire(answer.body.task) ? answer.body.task : {}
  if (typeof task.value === 'string') return task.value
  const card = isWire(task.value) && isWire(task.value.card) ? task.value.card.content : undefined
  return isWire(card) ? house.connector.textOf(card) : ''
}

/** The data of a button in a dialog, to tamper with. */
export function dataOf(opened: Clicked, title: string): Wire {
  const { card } = dialogOf(opened)
  const data = card && actionsOf(card).find((action) => action.title === title)?.data
  if (!isWire(data)) throw new Error(`No button ${title} with data.`)
  return data
}

/** What an officer fills in to decide. */
export const FORM: Inputs = {
  outcome: 'external',
  reason: 'Dit kan uitbuiting zijn.',
  lead: 'Aandachtsfunctionaris',
  partners: 'arbeidsinspectie',
  victimHelp: 'notYet',
  tellForm: 'message',
}

/** From the dossier to a decision; with days, where the decision has a second step. */
export async function decide(
  house: House,
  person: Person,
  dossier: Clicked,
  form: Inputs = FORM,
  days: Inputs | 'none' = {},
): Promise<Clicked> {
  const asked = await press(house, person, dossier, (action) => action.title === 'Besluit nemen')
  const first = await press(house, person, asked, 'Verder', form)
  return days === 'none' ? first : press(house, person, first, 'Leg het besluit vast', days)
}
