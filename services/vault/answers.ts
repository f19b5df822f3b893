/**
 * Answers of partners whose law restricts their use (I.14), sealed within the record under a key of their own: whoever
 * reads a record, an index or an export has nothing of them. Bound to where they stand: put elsewhere, they do not open.
 */
import { AnswerWords } from '../signal/sealedAnswer.ts'
import type { MunicipalityId, SignalId } from '../words.ts'
import { type Keys, seal, unseal } from './seal.ts'

/** The route on which it was said. */
export type AnswerPlace = { municipality: MunicipalityId; signal: SignalId; route: string }

const boundTo = ({ municipality, signal, route }: AnswerPlace): string =>
  `${municipality}/${signal}/${route}/answer`

/** Seals what was said. */
export const sealAnswer = (keys: Pick<Keys, 'answers'>, at: AnswerPlace, words: AnswerWords): string =>
  seal(keys.answers, boundTo(at), JSON.stringify(words))

/** Opens it; undefined when it was changed or moved, or sealed with another key. */
export function openAnswer(
  keys: Pick<Keys, 'answers'>,
  at: AnswerPlace,
  sealed: string,
): AnswerWords | undefined {
  const opened = unseal(keys.answers, boundTo(at), sealed)
  return opened === undefined ? undefined : AnswerWords.parse(JSON.parse(opened))
}
