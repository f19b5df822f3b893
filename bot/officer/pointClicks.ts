import { foundView, overviewView, searchesView, searchView } from './accessRequest.ts'
import type { OfAll } from './actions.ts'
import { declarationView, destroyApproved, toDestroyView } from './destructionList.ts'
import { type OfficerTurn, refusedView, type View } from './view.ts'
import { ownListView, worklistView } from './worklist.ts'

/** Carries it out for who is on duty. @throws StoreUnavailable */
export async function pointClick(desk: OfficerTurn, action: OfAll): Promise<View> {
  const { parts, turn, language } = desk
  if (!desk.onDuty) {
    // Off duty one still answers for what was handed to one: that much is shown.
    if (action.verb === 'searches' && desk.oversees) return searchesView(desk, action.month)
    const own = action.verb === 'worklist' ? await ownListView(desk) : undefined
    // For nobody else to see, also where this is asked in the channel.
    return own ? { ...own, onlyYou: true } : refusedView(parts, turn, language, 'notOnDuty', action)
  }
  switch (action.verb) {
    case 'worklist':
      return worklistView(desk)
    case 'toDestroy':
      return toDestroyView(desk)
    case 'destroy':
      return destroyApproved(desk, action)
    case 'declaration':
      return declarationView(desk, action.month)
    case 'search':
      return searchView(desk)
    case 'searchNow':
      return foundView(desk, action)
    case 'overview':
      return overviewView(desk, action)
    case 'searches':
      return searchesView(desk, action.month)
    default:
      return action satisfies never
  }
}
