/** Is there somebody younger than eighteen in it, or somebody who depends on others (A155)? */
import { passagesOf } from '../passages.ts'
import type { AgeReading } from '../reading.ts'

/** What the words say of age. */
export function readAge(messages: readonly string[]): AgeReading {
  const [said] = passagesOf(messages, /\b(\d{1,2})[ -]?jarige?\b|\b(?:is|pas|maar) (\d{1,2})(?: jaar)?\b/gi)
  const years = said && Number(/\d{1,2}/.exec(said.words)?.[0])
  if (said === undefined || years === undefined)
    return { minor: undefined, age: undefined, dependent: undefined }
  const because = [said]
  return {
    minor: { is: years < 18 ? 'yes' : 'no', sure: 'likely', because },
    age: { from: years, to: years, sure: 'likely', because },
    dependent: undefined,
  }
}
