/** What the gallery is made of: chapters of cards, each with when somebody gets to see it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'

/** One card as it is shown. */
export type Shown = {
  /** The function that makes it. */
  of: (...args: never[]) => IAdaptiveCard
  /** What it is, in Dutch. */
  name: string
  /** When somebody gets to see it, in Dutch. */
  when: string
  card: IAdaptiveCard
}

export type Chapter = { side: 'melder' | 'meldpunt'; title: string; about: string; cards: Shown[] }

/** Makes a card and remembers what made it. */
export function show<Given>(
  name: string,
  when: string,
  of: (given: Given) => IAdaptiveCard,
  given: Given,
): Shown {
  return { of, name, when, card: of(given) }
}
