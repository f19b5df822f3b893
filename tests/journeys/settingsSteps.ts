/** Steps of the journeys through the settings: the door, and what can be looked at afterwards. */
import { randomUUID } from 'node:crypto'
import { municipality, people } from '../../infra/local/demo.ts'
import { readSettings, settingsIn, versionsBefore } from '../../services/municipality/settings/store.ts'
import { MunicipalityId, OfficerId } from '../../services/words.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Clicked, Person } from '../kit/connector.ts'
import { actionsOf } from '../kit/connector.ts'
import { type House, type HouseOptions, startHouse } from '../kit/house.ts'
import { verb } from './officerSteps.ts'
import { said } from './steps.ts'

export const HERE = MunicipalityId.parse(municipality.id)

/** The integrity contact is known in Teams (Nadia), and the FG too (Thomas). */
export function startWatched(options: HouseOptions = {}): Promise<House> {
  return startHouse({
    ...options,
    adjust: (config) => {
      const [here] = config.municipalities
      if (!here) throw new Error('A house without municipality.')
      const watched = {
        ...here,
        integrity: { ...here.integrity, id: OfficerId.parse(people.nadia.aadObjectId) },
        dpo: {
          name: people.thomas.name,
          phone: people.thomas.phone,
          email: people.thomas.mail,
          id: OfficerId.parse(people.thomas.aadObjectId),
        },
      }
      const adjusted = { ...config, municipalities: [watched] }
      return options.adjust ? options.adjust(adjusted) : adjusted
    },
  })
}

/** *Instellingen*, typed in the own chat: the door, and what it opens. */
export async function openSettings(house: House, person: Person): Promise<Clicked> {
  await person.say('instellingen')
  const card = house.connector.newestCard(person)
  return person.click(card, verb('settings'))
}

/** The newest message of the bot in somebody's chat that has a way to the settings, opened. */
export async function openNews(house: House, person: Person): Promise<Clicked> {
  const found = house.connector
    .chat(person)
    .findLast(({ cards }) =>
      cards.flatMap(actionsOf).some(({ data }) => isWire(data) && data.verb === 'settings'),
    )
  if (!found) throw new Error('No news of the settings came.')
  return person.click(found, verb('settings'))
}

/** What the bot said in somebody's chat, as one text. */
export const heard = (house: House, person: Person): string => said(house, person).join('\n')

export const storeOf = (house: House) => house.bot.app.store
export const keptOf = async (house: House) => (await readSettings(storeOf(house), HERE))?.kept
export const versionsOf = async (house: House) =>
  versionsBefore(storeOf(house), HERE, (await keptOf(house))?.version ?? 0, 100)
/** The trail of the settings in the month in which the tests begin. */
export const trailOf = (house: House) => settingsIn(storeOf(house), HERE, house.clock.now().slice(0, 7))
/** As this instance has it. */
export const townOf = (house: House) => {
  const found = house.bot.app.municipalities.of(HERE)
  if (!found) throw new Error('The municipality is not served.')
  return found
}

/** A button that no card showed, sent from the own chat; gives what came back. `as`: other ids for the one who presses. */
export async function forged(
  house: House,
  person: Person,
  data: Record<string, unknown>,
  as: { id: string; aadObjectId: string | undefined } = person,
): Promise<string> {
  const { connector } = house
  const { activity } = await connector.tell(person, person, { type: 'typing' })
  const value = { data, context: { theme: 'default' } }
  const from = { id: as.id, aadObjectId: as.aadObjectId }
  const invoke = { ...activity, type: 'invoke', name: 'task/submit', id: `f:${randomUUID()}`, from, value }
  const { body } = await connector.send(invoke)
  await house.settle()
  return JSON.stringify(body)
}
