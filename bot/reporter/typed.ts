/** What a person typed, as it came in. */
import type { Words } from '../../services/draft/drafting.ts'
import type { Slots } from '../../services/privacy/bsn/hide.ts'

/** What a person sent in one message, with what was hidden in it; `recordings` of the files are no pictures. */
export type Typed = Words & { hidden?: Slots; recordings?: number }
