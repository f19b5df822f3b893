/** Buttons that open a dialog in Teams, and the same card within one. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'

const OPENS = { type: 'task/fetch' } as const

/** Makes the button open a dialog in Teams; a client without dialogs gets the plain data. */
export function opensDialog(data: Record<string, unknown>, surface: Surface): Record<string, unknown> {
  return surface === 'dialog' ? { ...data, msteams: OPENS } : data
}

/**
 * The same card for within a dialog: there no button opens a dialog (undocumented, and it failed on iPhones). What it
 * sends is answered with the next card, in the same window.
 */
export function withinDialog(card: IAdaptiveCard): IAdaptiveCard {
  return JSON.parse(JSON.stringify(card), (key, value: unknown) =>
    key === 'msteams' && isOpening(value) ? undefined : value,
  )
}
const isOpening = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === OPENS.type

/** One view, two surfaces: a dialog (Teams), or in the conversation itself (clients without dialogs). */
export type Surface = 'dialog' | 'inline'
