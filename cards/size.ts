/**
 * How large a card is to Teams. It takes about 100 KB for a message, counted in UTF-16, and advises to stay under 80;
 * what a dialog may hold is not documented, so that a dialog keeps to the same (docs/decisions/on-the-screen.md).
 */
import type { IAdaptiveCard } from '@microsoft/teams.cards'

/** What Teams advises, in bytes. */
const ADVISED = 80_000
/** What stands around a card in a message: its line for the notification, who and where, and what Teams adds itself. */
const AROUND = 4_000
/** The most that one card may take, in bytes. */
export const MOST_CARD_BYTES = ADVISED - AROUND

/** The bytes of a text within a card: two for every UTF-16 unit of its JSON, its quotes left out. */
export const bytesOf = (text: string): number => 2 * (JSON.stringify(text).length - 2)

/** The bytes of a whole card, or of anything else that is sent as JSON. */
export const sizeOf = (card: IAdaptiveCard | object): number => 2 * JSON.stringify(card).length
