/** Every sentence that somebody of the reporting point reads, in English. */
import type { OfficerTexts } from '../nl/officer.ts'
import { channel } from './officer/channel.ts'
import { dossier } from './officer/dossier.ts'
import { forms } from './officer/forms.ts'
import { replies } from './officer/replies.ts'
import { words } from './officer/words.ts'

export const officer: OfficerTexts = { ...words, ...channel, ...dossier, ...forms, ...replies }
