/**
 * The process that a model runs in, started by `modelWorker.ts` with an empty environment: it knows no key and no
 * setting, takes texts one after the other, and ends with the bot.
 */
import type { FromModel, ToModel } from './messages.ts'
import { type Embed, openSession } from './session.ts'

const say = (message: FromModel): void => void process.send?.(message)

let embed: Embed | undefined

async function take(message: ToModel): Promise<void> {
  switch (message.say) {
    case 'open': {
      const opened = await openSession(message.folder, message.manifest)
      if ('refused' in opened) return say({ say: 'refused', why: opened.refused })
      embed = opened.embed
      return say({ say: 'opened' })
    }
    case 'embed': {
      const row = await embed?.(message.text).catch(() => undefined)
      const { id } = message
      return say(row === undefined ? { say: 'failed', id } : { say: 'embedded', id, row })
    }
    default:
      return message satisfies never
  }
}

process.on('message', (message: ToModel) => void take(message))
process.on('disconnect', () => process.exit())
// Whoever stops the bot from a keyboard stops this with it, when the bot has finished.
process.on('SIGINT', () => undefined)
