/** `npm run train:understanding`: learns the product's own models, or on top of a sentence model that stands in a folder. */
import { runCommandLine } from '../../bot/app/commandLine.ts'
import { ModelRefusedError } from '../../services/understanding/model/sentence/sentenceModel.ts'
import { handsFor } from './corpus.ts'

const COMMAND = {
  name: 'npm run train:understanding',
  about: 'learns to read danger from the corpus, and writes what was learnt as data.',
  options: {
    model: { kind: 'text', about: 'on top of the sentence model in this folder', usual: '' },
  },
} as const

if (import.meta.main) {
  await runCommandLine(COMMAND, async ({ model }) => {
    if (model === '') {
      await import('./train.ts')
      return 0
    }
    try {
      const { learnOnModel } = await import('./onModel.ts')
      await learnOnModel(model, handsFor('training'), (line) => void process.stdout.write(`${line}\n`))
      return 0
    } catch (error) {
      if (!(error instanceof ModelRefusedError)) throw error
      process.stderr.write(`${error.message}\n`)
      return 1
    }
  })
}
