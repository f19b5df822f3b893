/** English, as complete as Dutch. */
import { officer } from './en/officer.ts'
import { reporter } from './en/reporter.ts'
import { shared } from './en/shared.ts'

export const en = { reporter, officer, shared }
