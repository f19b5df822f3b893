/**
 * Officers who are mentioned on a card in the channel: that is what Teams notifies them of, whatever they chose for the
 * channel. Only ever people of the reporting point, by what the configuration says of them.
 */
import type { IAdaptiveCard, IMention } from '@microsoft/teams.cards'
import type { Officer } from '../../services/municipality/municipality.ts'
import type { Language } from '../../services/words.ts'
import type { Surface } from '../actions.ts'
import { plain } from '../plain.ts'

/** A name within a mention: what is markup to any reader is a space there, and text and entity are the same. */
const inMention = (name: string): string =>
  name
    .replace(/[^\p{L}\p{M}\p{N}.,'’() -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** How these officers are named on a card, and what makes mentions of the names. */
export type Named = { names: string; entities: IMention[] }

/** Names with "and" in between: as mentions where the client knows them, else as names. */
export function mentioned(officers: readonly Officer[], surface: Surface, language: Language): Named {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  if (surface === 'inline')
    return { names: list.format(officers.map(({ name }) => plain(name))), entities: [] }
  const entities = officers.map(({ id, name }): IMention & { text: string } => ({
    type: 'mention',
    text: `<at>${inMention(name)}</at>`,
    mentioned: { id, name: inMention(name) },
  }))
  return { names: list.format(entities.map(({ text }) => text)), entities }
}

/** Does this card mention anybody? */
export const hasMentions = (card: IAdaptiveCard | undefined): boolean =>
  (card?.msteams?.entities ?? []).length > 0

/** The same card with names in the place of mentions: for where Teams does not take a mention of them. */
export function withoutMentions(card: IAdaptiveCard): IAdaptiveCard {
  const { msteams: _mentions, ...rest } = card
  return JSON.parse(JSON.stringify(rest), (key, value: unknown) =>
    key === 'text' && typeof value === 'string' ? value.replace(/<at>([^<]*)<\/at>/g, '$1') : value,
  )
}
