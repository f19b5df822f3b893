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
export type Message = {
  messages: readonly string[]
  danger: 'ring' | 'ask' | 'none'
  group: 'acute' | 'lookalike' | 'ordinary'
  topic: string
}
export type Hand = { name: string; messages: readonly Message[] }

export function handOf(path: string | URL, name: string): Hand {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return {
    name,
    messages: lines.map((line) => {
      const { t, danger, group, topic } = Message.parse(JSON.parse(line))
      return { messages: typeof t === 'string' ? [t] : t, danger, group, topic }
    }),
  }
}

const HERE = new URL('./corpus/', import.meta.url)

/** What each hand is for, who wrote it, and when; a hand that is for testing is never learnt from. */
const Index = z.record(z.string(), z.strictObject({ use: z.enum(['training', 'test']), about: z.string() }))

export function handsFor(use: 'training' | 'test'): Hand[] {
  const index = Index.parse(JSON.parse(readFileSync(new URL('index.json', HERE), 'utf8')))
  return readdirSync(HERE)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.replace('.jsonl', ''))
    .filter((name) => index[name]?.use === use)
    .sort()
    .map((name) => handOf(new URL(`${name}.jsonl`, HERE), name))
}

/**
 * Messages of hands for testing that are learnt from too, whatever the capitals, signs and spaces: with these nothing is
 * measured. None, or the figures say nothing. Up to three words ("stop", "ok") are everybody's, and count for neither.
 */
export function alsoLearnt(tested: readonly Hand[], trained: readonly Hand[]): string[] {
  const plain = ({ messages }: Message): string =>
    messages
      .join(' ')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const known = new Set(trained.flatMap(({ messages }) => messages.map(plain)))
  return tested.flatMap(({ messages }) =>
    messages.map(plain).filter((text) => text.split(' ').length > 3 && known.has(text)),
  )
}
