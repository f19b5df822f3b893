/** Steps with photos and documents: the links to pages of ours, in the chat of a reporter and in the dialog of an officer. */
import type { Config } from '../../bot/app/config.ts'
import { isWire } from '../kit/cardClient.ts'
import { actionsOf, type Person } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { dialogOf, open, press } from './officerSteps.ts'
import { cardWith, type Reported } from './steps.ts'

/** Where the links say that the pages are; the bot of a house is reached elsewhere. */
export const PUBLIC = 'https://signaalpunt.example'
export const withPages = (config: Config): Config => ({ ...config, pages: { url: PUBLIC, proxies: 1 } })
const here = (house: House, url: unknown): string => String(url).replace(PUBLIC, house.bot.url)

/** Asks for a link to add a file: the newest in this chat. */
export async function fileLink(house: House, person: Person): Promise<string> {
  await person.click(cardWith(house, person, 'Foto of bestand toevoegen'), 'Foto of bestand toevoegen')
  const all = house.connector.chat(person).flatMap((shown) => shown.cards.flatMap(actionsOf))
  return here(
    house,
    all.map((action) => (isWire(action) ? action.url : undefined)).findLast((each) => each),
  )
}

/** Asks to see this file of a dossier. */
export async function lookLink(
  house: House,
  person: Person,
  it: Reported,
  which = 'Bekijk bestand 1',
): Promise<string> {
  const { card = {} } = dialogOf(await press(house, person, await open(house, person, it), which))
  const found = actionsOf(card).find(({ title }) => title === 'Open de pagina')
  return here(house, isWire(found) ? found.url : '')
}
