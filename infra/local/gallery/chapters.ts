/** What the gallery is made of: chapters of cards, each with when somebody gets to see it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'

/** One card as it is shown. */
export type Shown = {
  /** The function that makes it. */
  of: (...args: never[]) => IAdaptiveCard | undefined
  /** What it is, in Dutch. */
  name: string
  /** When somebody gets to see it, in Dutch. */
  when: string
  card: IAdaptiveCard
}

export type Chapter = { side: 'melder' | 'meldpunt'; title: string; about: string; cards: Shown[] }

/** Makes a card and remembers what made it. @throws Error when there is none for what is given */
export function show<Given>(
  name: string,
  when: string,
  of: (given: Given) => IAdaptiveCard | undefined,
  given: Given,
): Shown {
  const card = of(given)
  if (!card) throw new Error('The gallery shows a form that is not there.')
  return { of, name, when, card }
}
