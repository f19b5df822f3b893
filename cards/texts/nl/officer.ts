/** Every sentence that somebody of the reporting point reads, in Dutch (B1). Its type is what English must fill. */
import { channel } from './officer/channel.ts'
import { dossier } from './officer/dossier.ts'
import { forms } from './officer/forms.ts'
import { replies } from './officer/replies.ts'
import { words } from './officer/words.ts'

export const officer = { ...words, ...channel, ...dossier, ...forms, ...replies }
/** What every language must have. */
export type OfficerTexts = typeof officer
