/** The buttons of parts of the product that keep theirs in a file of their own, gathered for `actions.ts`. */
import { CASE_DEED_ACTIONS, CASE_FORMS, CASE_PAGE_ACTIONS } from './caseActions.ts'
import { DAY_ACTIONS, DAY_FORMS, DAY_POINT } from './dayActions.ts'
import { DECISION_ACTIONS, DECISION_FORMS, DECISION_PAGE_ACTIONS, DECISION_TEXTS } from './decisionActions.ts'
import { FACT_ACTIONS, FACT_FORMS, FACT_PAGE_ACTIONS, FACT_TEXTS } from './factActions.ts'
import { FILE_DEED_ACTIONS, FILE_FORMS } from './fileActions.ts'
import { FIRST_RUN_POINT } from './firstRunActions.ts'
import { HAND_OVER_ACTIONS, HAND_OVER_PAGES, HAND_OVER_TEXTS } from './handOverActions.ts'
import { INTAKE_POINT, INTAKE_TEXTS } from './intakeActions.ts'
import { KNOWN_PAGES, KNOWN_POINT } from './knownActions.ts'
import { OUTSIDE_DEED_ACTIONS } from './outsideActions.ts'
import { ROUTE_ACTIONS, ROUTE_PART_FORMS, ROUTE_TEXTS } from './routeActions.ts'
import { SETTINGS_POINT } from './settingsActions.ts'

/** Deeds that an officer is asked for on a page of their own. */
export const PART_FORMS = [
  ...FACT_FORMS,
  ...CASE_FORMS,
  ...DECISION_FORMS,
  ...ROUTE_PART_FORMS,
  ...DAY_FORMS,
  ...FILE_FORMS,
] as const

/** What the buttons of deeds send. */
export const PART_DEED_ACTIONS = {
  ...FACT_ACTIONS,
  ...CASE_DEED_ACTIONS,
  ...DECISION_ACTIONS,
  ...ROUTE_ACTIONS,
  ...HAND_OVER_ACTIONS,
  ...OUTSIDE_DEED_ACTIONS,
  ...DAY_ACTIONS,
  ...FILE_DEED_ACTIONS,
} as const

/** On one signal, and no deed by itself. */
export const PART_PAGE_ACTIONS = {
  ...FACT_PAGE_ACTIONS,
  ...CASE_PAGE_ACTIONS,
  ...KNOWN_PAGES,
  ...DECISION_PAGE_ACTIONS,
  ...HAND_OVER_PAGES,
} as const

/** Of the whole reporting point. */
export const PART_POINT_ACTIONS = {
  ...KNOWN_POINT,
  ...SETTINGS_POINT,
  ...FIRST_RUN_POINT,
  ...DAY_POINT,
  ...INTAKE_POINT,
} as const

/** Inputs in which a person writes. */
export const PART_TEXTS: readonly string[] = [
  ...FACT_TEXTS,
  ...DECISION_TEXTS,
  ...ROUTE_TEXTS,
  ...HAND_OVER_TEXTS,
  ...INTAKE_TEXTS,
]
