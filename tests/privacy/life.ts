/** Everything that can be done with a signal, by its buttons: the reporter's in the chat, the officer's in a dialog. */
import { randomUUID } from 'node:crypto'
import type { OfficerVerb, ReporterVerb } from '../../cards/actions.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Degree } from '../../services/signal/words.ts'
import type { SignalId } from '../../services/words.ts'
import { codesOf, comeBack } from '../journeys/codeSteps.ts'
import { verb } from '../journeys/officerSteps.ts'
import { anonymousOf, chatOf, recordOf } from '../journeys/steps.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import { actionsOf, type Card, type Inputs, type Person, type Shown } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'

/** What Teams sends of this person from here, without type and content. */
async function envelopeOf(house: House, person: Person, where: Person | string): Promise<Wire> {
  const { activity } = await house.connector.tell(person, where, { type: 'typing' })
  const { type: _type, id: _id, ...rest } = activity
  return rest
}

/** The newest message in this chat with a button of this verb. */
export function withVerb(house: House, person: Person, name: ReporterVerb): Shown & { card: Card } {
  const holds = (card: Card) => actionsOf(card).some(({ data }) => isWire(data) && data.verb === name)
  for (const shown of house.connector.chat(person).toReversed()) {
    const card = shown.cards.find(holds)
    if (card) return { ...shown, card }
  }
  throw new Error(`No button for ${name}.`)
}

/** A reporter presses their own button. */
export async function presses(
  house: House,
  person: Person,
  name: ReporterVerb,
  inputs: Inputs = {},
): Promise<void> {
  await person.click(withVerb(house, person, name), verb(name), inputs)
  await house.settle()
}

/** The form of the draft, filled in; what is typed in it is no message of the chat. */
export async function fillsForm(house: House, person: Person, fields: Wire): Promise<void> {
  const draft = (await chatOf(house, person)).draft?.id
  const data = { verb: 'saveForm', draft, what: '', where: '', when: '', who: '', howKnown: '', ...fields }
  const envelope = await envelopeOf(house, person, person)
  const value = { data, context: { theme: 'default' } }
  await house.connector.send({
    ...envelope,
    type: 'invoke',
    name: 'task/submit',
    id: `f:${randomUUID()}`,
    value,
  })
  await house.settle()
}

export type Sent = { signal: SignalId; code: string | undefined }

/** Presses *Versturen* until it is sent: words that give somebody away are shown first. */
export async function sends(house: House, person: Person, degree: Degree): Promise<Sent> {
  const signal = (await chatOf(house, person)).draft?.id
  if (!signal) throw new Error('There is nothing to send.')
  for (let press = 0; press < 3; press += 1) {
    if ((await chatOf(house, person)).draft?.id !== signal) break
    const card = withVerb(house, person, 'send')
    const asks = JSON.stringify(card.card).includes('"id":"degree"')
    await person.click(card, verb('send'), asks ? { degree } : {})
    await house.settle()
  }
  if ((await chatOf(house, person)).draft) throw new Error('It was not sent.')
  const sent = degree === 'anonymous' ? anonymousOf(house, person, signal) : signal
  return { signal: sent, code: codesOf(house, person).at(-1) }
}

/** The officer's (or deputy's) buttons on one signal. Gives the bytes of the answer. */
export function officerOf(house: House, person: Person, signal: SignalId) {
  return async (name: OfficerVerb, fields: Wire | ((record: SignalRecord) => Wire) = {}): Promise<string> => {
    const record = await recordOf(house, signal)
    const more = typeof fields === 'function' ? fields(record) : fields
    const data = { verb: name, signal, seen: record.revision, press: randomUUID(), ...more }
    const envelope = await envelopeOf(house, person, house.channel)
    const value = { data, context: { theme: 'default' } }
    const invoke = { ...envelope, type: 'invoke', name: 'task/submit', id: `f:${randomUUID()}`, value }
    const { body } = await house.connector.send(invoke)
    await house.settle()
    return JSON.stringify(body) ?? ''
  }
}

/** Comes back with the code, where that is the way; then what is done in this chat is about that signal. */
export async function isBack(house: House, person: Person, { code }: Sent): Promise<void> {
  if (code !== undefined) await comeBack(house, person, code)
}
