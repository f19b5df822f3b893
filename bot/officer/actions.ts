/** The buttons of an officer, by what they are about. */
import type { OfficerAction } from '../../cards/actions.ts'

export type OnCase = Exclude<OfficerAction, OfAll>

export type OfAll = Extract<
  OfficerAction,
  {
    verb:
      | 'worklist'
      | 'toDestroy'
      | 'destroy'
      | 'declaration'
      | 'search'
      | 'searchNow'
      | 'overview'
      | 'searches'
  }
>

export const OF_ALL: ReadonlySet<string> = new Set([
  'worklist',
  'toDestroy',
  'destroy',
  'declaration',
  'search',
  'searchNow',
  'overview',
  'searches',
] satisfies OfAll['verb'][])

export const isOfAll = (action: OfficerAction): action is OfAll => OF_ALL.has(action.verb)
