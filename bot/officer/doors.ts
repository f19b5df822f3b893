/** Typed words that lead an officer to a page: *te vernietigen*, *inzageverzoek*, *instellingen*, *voer een melding in*. */
import { doorCard } from '../../cards/officer/lists/destructionList.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import type { Turn } from '../turn.ts'
import { authorise } from './authorise.ts'
import { refusedView, type View } from './view.ts'

/** The pages that can be asked for in words. */
export const DOORS = {
  toDestroy: 'toDestroy',
  accessRequest: 'search',
  settings: 'settings',
  enter: 'enter',
} as const
/** Which door these words are, if any. */
export const doorOf = (word: string | undefined): Door | undefined =>
  word !== undefined && isDoor(word) ? DOORS[word] : undefined
const isDoor = (word: string): word is keyof typeof DOORS => Object.hasOwn(DOORS, word)

export type Door = (typeof DOORS)[keyof typeof DOORS]

/**
 * The door to a page: what is on it opens in a window of its own, never in the conversation. Refuses a person who may
 * not come in, as the page itself does.
 */
export async function doorView(app: App, turn: Turn, language: Language, to: Door): Promise<View> {
  const allowed = await authorise(app, turn)
  if (!allowed.may) return refusedView(app, turn, language, allowed.why)
  const { retention, search, searches, settings, intake } = texts(language).officer
  const pages = { toDestroy: retention.toDestroy, search, searches, settings, enter: intake }
  const door = (way: Door | 'searches'): View => ({
    title: pages[way].title,
    card: doorCard({ to: way, surface: app.surface, language }),
  })
  // Off duty one may be away, come back, and say yes or no.
  if (allowed.onDuty || to === 'settings') return door(to)
  // Off duty the head searches nothing, but may see who did.
  if (to === 'search' && allowed.oversees) return door('searches')
  return refusedView(app, turn, language, 'notOnDuty')
}
