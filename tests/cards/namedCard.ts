/** A card of a table of cases, with the name that a failing test shows. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'

export type NamedCard<Card = IAdaptiveCard> = [name: string, card: Card]
