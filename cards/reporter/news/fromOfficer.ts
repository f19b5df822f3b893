/** What an officer wrote to a reporter, and who wrote it. */
import { officerOf } from '../../../services/municipality/municipality.ts'
import type { OfficerId } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { type Element, written } from '../elements.ts'
import type { Told } from './input.ts'

/** How much of what an officer wrote is shown; the officer's own fields stop well before it. */
export const MOST_TOLD = 9_000

/** What an officer wrote, and whom to call for what did not fit. */
export function fromOfficer(text: string, { municipality, language }: Told): Element {
  const { longer } = texts(language).reporter.message
  return written(text, MOST_TOLD, (left) => longer(left, municipality.phone))
}

/** That this officer wrote it; of one who no longer works here no name is known, and nobody else wrote it. */
export function writerOf({ municipality, language }: Told, by: OfficerId): string {
  const t = texts(language).reporter.message
  const writer = officerOf(municipality, by)
  return writer ? t.feedback.from(plain(writer.name)) : t.fromPoint
}
