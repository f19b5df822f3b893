/** A text as a sentence model may see it: no name and no origin moves a score, with this model as with our own. */
import { tokensOf } from '../../danger/tokens.ts'
import { isName, isOrigin } from '../features.ts'

const SOMEBODY = 'iemand'

/** The text with one and the same word for every name, and without words of origin; all else as it was typed. */
export function withoutNames(text: string): string {
  let plain = ''
  let done = 0
  for (const { word, name, from, to } of tokensOf([text])) {
    const known = name || isName(word)
    if (from < done || !(known || isOrigin(word))) continue
    plain += text.slice(done, from) + (known ? SOMEBODY : '')
    done = to
  }
  return plain + text.slice(done)
}
