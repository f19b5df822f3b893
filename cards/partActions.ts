/** The buttons of parts of the product that keep theirs in a file of their own, gathered for `actions.ts`. */
import { CASE_DEED_ACTIONS, CASE_FORMS, CASE_PAGE_ACTIONS } from './caseActions.ts'
import { FACT_ACTIONS, FACT_FORMS, FACT_PAGE_ACTIONS, FACT_TEXTS } from './factActions.ts'
import { FILE_DEED_ACTIONS, FILE_FORMS } from './fileActions.ts'
import { INTAKE_POINT, INTAKE_TEXTS } from './intakeActions.ts'
import { KNOWN_PAGES, KNOWN_POINT } from './knownActions.ts'

/** Deeds that an officer is asked for on a page of their own. */
export const PART_FORMS = [...FACT_FORMS, ...CASE_FORMS, ...FILE_FORMS] as const

/** What the buttons of deeds send. */
export const PART_DEED_ACTIONS = { ...FACT_ACTIONS, ...CASE_DEED_ACTIONS, ...FILE_DEED_ACTIONS } as const

/** On one signal, and no deed by itself. */
export const PART_PAGE_ACTIONS = { ...FACT_PAGE_ACTIONS, ...CASE_PAGE_ACTIONS, ...KNOWN_PAGES } as const

/** Of the whole reporting point. */
export const PART_POINT_ACTIONS = { ...KNOWN_POINT, ...INTAKE_POINT } as const

/** Inputs in which a person writes. */
export const PART_TEXTS: readonly string[] = [...FACT_TEXTS, ...INTAKE_TEXTS]
