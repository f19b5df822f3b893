/** Steps of the officer's journeys that keep every answer of a click, also where it is no dialog. */
import { randomUUID } from 'node:crypto'
import { SignalId } from '../../services/words.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import { submitsOf } from '../kit/cards.ts'
import {
  actionsOf,
  type Clicked,
  type Dialog,
  type Inputs,
  type Person,
  type Shown,
  type Which,
} from '../kit/connector.ts'
import type { House, HouseOptions } from '../kit/house.ts'
import { answerFirst, chatOf, doorbellOf, type Reported, recordOf, referenceIn } from './steps.ts'

/** A word that nobody writes, to look for where it must not be. */
export const canary = (name: string): string => `kanarie${name}${randomUUID().slice(0, 8)}`

/** Which button: the one with this verb in its data. */
export const verb =
  (name: string): Which =>
  (action) =>
    isWire(action.data) && action.data.verb === name

/** Everything that a click showed, or that stands in a message. */
export function seen(house: House, what: Clicked | Shown): string {
  if (!('status' in what)) return house.connector.textOf(what)
  return what.dialog ? house.connector.textOf(what.dialog) : (what.message ?? '')
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

/** The titles of the buttons of this card that open what an organisation gets, in their order. */
const handsOver = (opened: Clicked): string[] =>
  submitsOf(dialogOf(opened).card).flatMap(({ title, data }) =>
    isOf(data, 'answerPage', 'form') === 'handOver' ? [title] : [],
  )
const isOf = (data: unknown, verb: string, field: string): unknown => {
  const sent: Record<string, unknown> = { ...(typeof data === 'object' ? data : {}) }
  return sent.verb === verb ? sent[field] : undefined
}

/** Opens what the first organisation that is left gets, and says that it was given: two presses. */
export async function handOver(
  house: House,
  person: Person,
  opened: Clicked,
  inputs: Inputs = {},
): Promise<Clicked> {
  const preview = await previewOf(house, person, opened)
  // With whom it was: else that is asked for the next day (I.19).
  const spoke: Inputs = valueIn(preview, 'spokeWith') === undefined ? {} : { spokeWith: 'Wie daar opnam' }
  return press(house, person, preview, doneOf(preview), { ...spoke, ...inputs })
}

/** Opens what the first organisation that is left gets. */
export async function previewOf(house: House, person: Person, opened: Clicked): Promise<Clicked> {
  const [first] = handsOver(opened)
  if (first === undefined) throw new Error('Nothing is left to be handed over here.')
  return press(house, person, opened, first)
}

/** The button of a preview that says that it was given. */
export function doneOf(preview: Clicked): string {
  const found = submitsOf(dialogOf(preview).card).find(
    ({ data }) => isOf(data, 'handOver', 'route') !== undefined,
  )
  if (!found) throw new Error('This page hands nothing over.')
  return found.title
}

/** Presses the buttons one after the other, each in what the one before it showed. */
export async function through(
  house: House,
  person: Person,
  opened: Clicked,
  ...titles: string[]
): Promise<Clicked> {
  let now = opened
  for (const title of titles) now = await press(house, person, now, title)
  return now
}

/** Types words and sends them as something new; gives back the case that rang in the channel. */
export async function report(
  house: House,
  person: Person,
  words: string,
  choices: Inputs = {},
): Promise<Reported> {
  const { connector, channel } = house
  const before = new Set(connector.channel(channel).map((shown) => shown.id))
  await person.say(words)
  await answerFirst(house, person)
  const asked = connector.newestCard(person)
  // Whoever has something open already is asked first where this belongs.
  if (actionsOf(asked.card).some((action) => isWire(action.data) && action.data.verb === 'placeNew'))
    await person.click(asked, verb('placeNew'))
  await person.click(connector.newestCard(person), verb('send'), choices)
  // What gives the writer away was pointed out first: it goes as it is.
  if ((await chatOf(house, person)).draft?.pointedOut === true)
    await person.click(connector.newestCard(person), verb('send'), choices)
  await house.settle()
  const bell = connector.channel(channel).find((shown) => {
    const [action] = shown.cards.flatMap(actionsOf)
    return !before.has(shown.id) && connector.textOf(shown).includes(' · ') && action !== undefined
  })
  if (!bell) throw new Error('No doorbell rang.')
  const [action] = bell.cards.flatMap(actionsOf)
  const signal = SignalId.parse(isWire(action?.data) ? action.data.signal : undefined)
  return { signal, reference: referenceIn(connector.textOf(bell)) }
}

/** Puts something to the officer in doubt. */
export async function consult(
  house: House,
  person: Person,
  words: string,
  choices: Inputs = {},
): Promise<Reported> {
  await person.say('sparren')
  return report(house, person, words, choices)
}

/** What the doorbell says now. */
export const bellText = (house: House, it: Reported): string =>
  house.connector.textOf(doorbellOf(house, it.reference))

/** *Openen* on the doorbell. */
export const open = (house: House, person: Person, it: Reported): Promise<Clicked> =>
  person.click(doorbellOf(house, it.reference), verb('open'))

/** What the store holds of it. */
export const kept = (house: House, it: Reported) => recordOf(house, it.signal)

/** The audit trail as "who: what". */
export async function audit(house: House, it: Reported): Promise<string[]> {
  const names = new Map([house.marieke, house.joost, house.ellen].map((p) => [p.aadObjectId, p.name]))
  return (await kept(house, it)).audit.map(({ by, what }) => `${names.get(by) ?? by}: ${what}`)
}

/** Sends the activity of an earlier click once more with other data, as a tampered client would. */
export async function forge(house: House, like: Clicked, data: unknown, more: Wire = {}): Promise<string> {
  const value = { data, context: { theme: 'default' } }
  const answer = await house.connector.send({ ...like.activity, id: `f:${randomUUID()}`, value, ...more })
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
export const FORM = {
  outcome: 'external',
  reason: 'Dit kan uitbuiting zijn.',
  lead: 'Aandachtsfunctionaris',
  partners: 'arbeidsinspectie',
  victimHelp: 'arranged',
  minor: 'no',
  tellForm: 'message',
} as const satisfies Inputs

/** From the dossier to a decision: the form, then the days. */
export async function decide(
  house: House,
  person: Person,
  dossier: Clicked,
  form: Inputs = FORM,
  days: Inputs = {},
): Promise<Clicked> {
  const asked = await press(house, person, dossier, 'Besluit nemen')
  const dated = await press(house, person, asked, 'Verder', form)
  return press(house, person, dated, 'Leg het besluit vast', days)
}

/** What stands in one input of the dialog. */
export function valueIn(opened: Clicked, id: string): unknown {
  const find = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(find).find((found) => found !== undefined)
    if (!isWire(node)) return undefined
    if (node.id === id && String(node.type).startsWith('Input.')) return node.value ?? ''
    return find(Object.values(node))
  }
  return find(dialogOf(opened).card)
}

/** A house with two officers, who both may always act. */
export const TWO_OFFICERS: HouseOptions = {
  adjust: (config) => ({
    ...config,
    municipalities: config.municipalities.map((m) => ({
      ...m,
      officers: m.officers.map((o) => (o.role === 'deputy' ? { ...o, role: 'officer' as const } : o)),
    })),
  }),
}
