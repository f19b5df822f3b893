/** Puts the sentence model of an installation in its place, and counts in the log, without content, when it fails. */
import {
  type ModelEvent,
  ModelRefusedError,
  openSentenceModel,
} from '../../services/understanding/model/sentence/sentenceModel.ts'
import { placeTextModel } from '../../services/understanding/model/textModel.ts'
import { ConfigurationError } from './config.ts'
import type { Log } from './log.ts'
import type { UnderstandingConfig } from './settings/understanding.ts'

/** One line a minute says how often there was no answer in time since the line before. */
const LATE_EVERY_MS = 60_000

/** What is said of a model in the log: `late` counted, with a line now and then. */
export function modelNotes(log: Log, elapsed: () => number): (event: ModelEvent) => void {
  let late = 0
  let said = Number.NEGATIVE_INFINITY
  return (event) => {
    switch (event) {
      case 'away':
        return log.warn('model.away')
      case 'back':
        return log.info('model.back')
      case 'late':
        late += 1
        if (elapsed() - said < LATE_EVERY_MS) return
        log.warn('model.late', { count: late })
        late = 0
        said = elapsed()
        return
      default:
        return event satisfies never
    }
  }
}

/**
 * Opens the model, if one is configured.
 * @returns what takes it away again
 * @throws ConfigurationError where its folder is not as it must be
 */
export async function placeSentenceModel(
  config: UnderstandingConfig | undefined,
  log: Log,
  elapsed: () => number,
): Promise<() => void> {
  if (config === undefined) return () => undefined
  const model = await openSentenceModel({ ...config, note: modelNotes(log, elapsed) }).catch(
    (error: unknown) => {
      if (!(error instanceof ModelRefusedError)) throw error
      throw new ConfigurationError([`UNDERSTANDING_MODEL_DIR: ${error.message}`])
    },
  )
  placeTextModel(model)
  log.info('model.opened')
  return () => {
    placeTextModel(undefined)
    model.close()
  }
}
