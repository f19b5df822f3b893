/** Where words go, as one input of a card sends it. */
import type { SignalId } from '../services/words.ts'

/** Where words belong: a signal, and the question in it that they answer, if they do. */
export type Where = { signal: SignalId; question?: string | undefined }

/** One input sends both: the question stands behind its signal. */
export const packWhere = ({ signal, question }: Where): string =>
  question === undefined ? signal : `${signal} ${question}`
