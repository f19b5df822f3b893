/** The messages from which is learnt, and with which is measured: one file a hand (docs/understanding.md). */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const Message = z.object({
  t: z.union([z.string(), z.array(z.string())]),
  danger: z.enum(['ring', 'ask', 'none']),
  group: z.enum(['acute', 'lookalike', 'ordinary']),
  topic: z.string(),
  language: z.string().optional(),
})
export type Message = { messages: readonly string[]; danger: 'ring' | 'ask' | 'none'; group: 'acute' | 'lookalike' | 'ordinary'; topic: string }
export type Hand = { name: string; messages: readonly Message[] }

export function handOf(path: string | URL, name: string): Hand {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '')
  return {
    name,
    messages: lines.map((line) => {
      const { t, danger, group, topic } = Message.parse(JSON.parse(line))
      return { messages: typeof t === 'string' ? [t] : t, danger, group, topic }
    }),
  }
}

const HERE = new URL('./corpus/', import.meta.url)

export const hands = (): Hand[] =>
  readdirSync(HERE)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => handOf(new URL(file, HERE), file.replace('.jsonl', '')))
