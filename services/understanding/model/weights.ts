/** What was learnt: made by `npm run train:understanding`, shipped as data, never changed by hand. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { BITS } from './features.ts'
import type { Linear } from './linear.ts'

/** `places` and `weights`: base64; the gap to the place before (one or more bytes) and one signed byte for each place. */
const Learnt = z.strictObject({
  bias: z.number(),
  scale: z.number().positive(),
  gaps: z.base64(),
  weights: z.base64(),
})
const Levels = z.strictObject({ ring: z.number(), ask: z.number() })

const Weights = z.strictObject({
  text: Learnt,
  concepts: Learnt,
  /**
   * What is weighed above `ring` rings, above `ask` asks; chosen on hands that were not learnt from. `elsewhere`: in
   * another language than Dutch and English, of which less was learnt.
   */
  here: Levels,
  elsewhere: Levels,
})

function unpacked({ bias, scale, gaps, weights }: z.infer<typeof Learnt>): Linear {
  const steps = Buffer.from(gaps, 'base64')
  const signed = Buffer.from(weights, 'base64')
  const all = new Int8Array(1 << BITS)
  let place = 0
  let step = 0
  let each = 0
  for (const byte of steps) {
    step = step * 128 + (byte & 127)
    if (byte >= 128) continue
    place += step
    step = 0
    all[place] = signed.readInt8(each)
    each += 1
  }
  return { bias, scale, weights: all }
}

const read = Weights.parse(JSON.parse(readFileSync(new URL('weights.json', import.meta.url), 'utf8')))

export const TEXT: Linear = unpacked(read.text)
export const CONCEPT_WEIGHTS: Linear = unpacked(read.concepts)
export const LEVELS = { here: read.here, elsewhere: read.elsewhere } as const
