/** Dutch, level B1. */
import { officer } from './nl/officer.ts'
import { reporter } from './nl/reporter.ts'
import { shared } from './nl/shared.ts'

export const nl = { reporter, officer, shared }
