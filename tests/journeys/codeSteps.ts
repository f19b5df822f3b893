/** Steps of the journeys of somebody who reports anonymously and comes back with the code. */
import { actionsOf, type Card, type Inputs, type Person, type Shown } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { opened, type Reported, report, said, saidDuring, tenant } from './steps.ts'

const CODE = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){4}/g

/** Every code that stands in a text. */
export const codesIn = (text: string): string[] => text.match(CODE) ?? []

/** Every code that stands in this person's chat now. */
export const codesOf = (house: House, person: Person): string[] => said(house, person).flatMap(codesIn)

/** The code that stands in a chat. Throws when there is none, or more than one. */
export function codeOf(house: House, person: Person): string {
  const [code, ...more] = codesOf(house, person)
  if (code === undefined || more.length > 0) throw new Error(`One code, not ${more.length}.`)
  return code
}

/** Sends something anonymously. */
export async function anonymously(
  house: House,
  person: Person,
  text: string,
  choices: Inputs = {},
): Promise<Reported & { code: string }> {
  const it = await report(house, person, text, { ...choices, degree: 'anonymous' })
  return { ...it, code: codeOf(house, person) }
}

/** Types a code, and gives back what is shown then. */
export const comeBack = (house: House, person: Person, code: string): Promise<string[]> =>
  saidDuring(house, person, () => person.say(code))

/** The newest message of the bot with a button of this title, also where it opens on a tap. */
export function withButton(house: House, person: Person, title: string): Shown & { card: Card } {
  for (const shown of house.connector.chat(person).toReversed()) {
    const [card] = shown.cards
    if (card && actionsOf(card).some((action) => action.title === title)) return { ...shown, card }
  }
  throw new Error(`No button ${title}.`)
}

/** Everything the house keeps, readable, as one text per document. */
export async function everythingKept(house: House): Promise<{ kind: string; id: string; text: string }[]> {
  const kinds = ['signal', 'chat', 'vault', 'counter', 'count', 'channel', 'code', 'choice', 'part'] as const
  const all = await Promise.all(
    kinds.map((kind) => house.bot.app.store.list(tenant(house), kind, { after: '' }, 1_000)),
  )
  return all.flat().map(({ document }) => ({
    kind: document.kind,
    id: document.id,
    text: JSON.stringify(document),
  }))
}

/** The documents of one kind. */
export const keptOf = async (house: House, kind: string) =>
  (await everythingKept(house)).filter((document) => document.kind === kind)

/** What stands in the newest version of a message, all of it. */
export const whole = (house: House, shown: Shown): string =>
  opened(house, house.connector.versions(shown).at(-1))
