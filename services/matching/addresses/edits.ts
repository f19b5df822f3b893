/** How many typing errors are looked over, by how long a word is. */
import { typingErrors } from '../names/edits.ts'

/** How many errors a word of this length may hold and still be taken for the same: none in a short one. */
export const errorsIn = (length: number): 0 | 1 | 2 => (length < 4 ? 0 : length < 9 ? 1 : 2)

/** Is it the same word but for typing errors? */
export function nearlySame(here: string, there: string): boolean {
  const most = errorsIn(Math.min(here.length, there.length))
  return typingErrors(here, there, most) <= most
}
