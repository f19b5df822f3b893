/** What the journeys of the courier do to it: hold back what it sends, ask a question, let time pass. */
import type { Teams } from '../../bot/teams/client.ts'
import type { House } from '../kit/house.ts'
import { openDossier, type Reported, said, toPage } from './steps.ts'

/** The words of the question that is asked here. */
export const QUESTION = 'Hoe laat komt hij meestal?'

/** How often the reporter was asked it, in the words that stand there. */
export const asked = (house: House): string[] =>
  said(house, house.sanne).filter((text) => text.includes(QUESTION))

/** The officer asks it. */
export async function ask(house: House, { reference }: Reported): Promise<void> {
  const dossier = await openDossier(house, house.marieke, reference)
  const page = await toPage(house.marieke, dossier, 'Stel een vraag')
  await house.marieke.submitDialog(page, 'Verstuur de vraag', { text: QUESTION })
}

/** Time passes; the sweep does what is due, and all that it caused is over. */
export async function later(house: House, by: Parameters<House['clock']['advance']>[0]): Promise<void> {
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
}

/** Waits for something that happens by itself. */
export async function until(there: () => boolean): Promise<void> {
  while (!there()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Holds back what this instance posts, in chats or in the channel, until it is opened. */
export function holdBack(
  house: House,
  way: 'post' | 'postInChannel',
): { reached: Promise<void>; open(): void } {
  const { teams } = house.bot.app
  const { post, postInChannel } = teams
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const held = async <T>(act: () => Promise<T>): Promise<T> => {
    reach()
    await opened
    return act()
  }
  const ways: Pick<Teams, 'post' | 'postInChannel'> = {
    post: (...given) => held(() => post(...given)),
    postInChannel: (...given) => held(() => postInChannel(...given)),
  }
  Object.assign(teams, { [way]: ways[way] })
  return { reached, open }
}
