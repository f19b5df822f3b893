/** The buttons of the whole reporting point: its lists, its searches, its ends. Each with what is left of it off duty. */
import { isPointVerb, type OfficerAction, type PointVerb } from '../../cards/actions.ts'
import { foundView, overviewView, searchesView, searchView } from './accessRequest.ts'
import { declarationView, destroyApproved, toDestroyView } from './destructionList.ts'
import { dutyView } from './duty.ts'
import { findView, foundFilesView } from './find.ts'
import { firstRunOver } from './firstRun/over.ts'
import { enteredView, enterView } from './intake.ts'
import { looksView, mutedView } from './known.ts'
import { seenAlarmView } from './seenAlarm.ts'
import {
  settingsAnswerView,
  settingsFormView,
  settingsPreviewView,
  settingsSaveView,
  settingsView,
} from './settings/clicks.ts'
import { type OfficerTurn, refusedView, type View } from './view.ts'
import { listFilterView, ownListView, worklistView } from './worklist.ts'

type PointActions = { [V in PointVerb]: Extract<OfficerAction, { verb: V }> }
export type OfAll = PointActions[PointVerb]
export type OnCase = Exclude<OfficerAction, OfAll>

type PointClick<V extends PointVerb> = {
  show: (desk: OfficerTurn, action: PointActions[V]) => Promise<View>
  /** What a person sees who may not act on all of it, if anything. */
  offDuty: 'nothing' | ((desk: OfficerTurn, action: PointActions[V]) => Promise<View | undefined>)
}

const POINT_CLICKS: { [V in PointVerb]: PointClick<V> } = {
  // Off duty an officer still answers for what was handed to them: that much is shown.
  worklist: { show: worklistView, offDuty: ownListView },
  toDestroy: { show: async (desk) => toDestroyView(desk), offDuty: 'nothing' },
  destroy: { show: destroyApproved, offDuty: 'nothing' },
  declaration: { show: (desk, { month, part }) => declarationView(desk, month, part), offDuty: 'nothing' },
  seenAlarm: { show: seenAlarmView, offDuty: 'nothing' },
  search: { show: async (desk) => searchView(desk), offDuty: 'nothing' },
  searchNow: { show: foundView, offDuty: 'nothing' },
  overview: { show: overviewView, offDuty: 'nothing' },
  searches: {
    show: (desk, { month, part }) => searchesView(desk, month, part),
    offDuty: async (desk, { month, part }) => (desk.oversees ? searchesView(desk, month, part) : undefined),
  },
  recognitions: {
    show: (desk, { month, part }) => looksView(desk, month, part),
    offDuty: async (desk, { month, part }) => (desk.oversees ? looksView(desk, month, part) : undefined),
  },
  // Answered before this, for those who are named as well as for readers: here it only says that nothing is left to do.
  firstRun: { show: async (desk) => firstRunOver(desk), offDuty: async (desk) => firstRunOver(desk) },
  listFilter: { show: listFilterView, offDuty: 'nothing' },
  find: { show: async (desk) => findView(desk), offDuty: 'nothing' },
  findNow: { show: foundFilesView, offDuty: 'nothing' },
  duty: { show: dutyView, offDuty: 'nothing' },
  muted: { show: mutedView, offDuty: 'nothing' },
  // One's own leave, and a yes or no, are of everybody of the reporting point; the rest is then proposed, not done.
  settings: { show: settingsView, offDuty: settingsView },
  settingsForm: { show: settingsFormView, offDuty: settingsFormView },
  settingsPreview: {
    show: (desk, action) => settingsPreviewView(desk, action),
    offDuty: (desk, action) => settingsPreviewView(desk, action),
  },
  settingsSave: { show: settingsSaveView, offDuty: settingsSaveView },
  settingsAnswer: { show: settingsAnswerView, offDuty: settingsAnswerView },
  enter: { show: enterView, offDuty: 'nothing' },
  enterNow: { show: enteredView, offDuty: 'nothing' },
}

export const isOfAll = (action: OfficerAction): action is OfAll => isPointVerb(action.verb)

/** Carries it out for a person on duty. @throws StoreUnavailable */
export async function pointClick<V extends PointVerb>(
  desk: OfficerTurn,
  verb: V,
  action: PointActions[V],
): Promise<View> {
  const { app, turn, language } = desk
  const { show, offDuty }: PointClick<V> = POINT_CLICKS[verb]
  if (desk.onDuty) return show(desk, action)
  const left = offDuty === 'nothing' ? undefined : await offDuty(desk, action)
  // For nobody else to see, also where this is asked in the channel.
  return left ? { ...left, onlyYou: true } : refusedView(app, turn, language, 'notOnDuty', action)
}
