/** `manifest.json`: what an administrator says of a model, and by which sums its files are known. */
import { z } from 'zod'

export const MODEL_FILE = 'model.onnx'
export const TOKENIZER_FILE = 'tokenizer.json'
export const HEAD_FILE = 'head.json'
export const MANIFEST_FILE = 'manifest.json'

const Sum = z.string().regex(/^[0-9a-f]{64}$/, 'must be a sha-256: 64 small hexadecimal digits')

/** What else an administrator notes in it stays there. */
export const Manifest = z.looseObject({
  name: z.string().trim().min(1).max(100),
  licence: z.string().trim().min(1).max(200),
  /**
   * How one row of numbers comes of a text: the mean over its tokens, that of its first token, or `none` where the
   * model gives one row by itself.
   */
  pooling: z.enum(['mean', 'first', 'none']),
  /** How many numbers a row has. */
  dimension: z.int().min(1).max(8_192),
  /** So many tokens of a text are read at most, those around it included. */
  maxTokens: z.int().min(4).max(512),
  /** Which of the outputs of the model; left out: the first. */
  output: z.string().min(1).max(200).optional(),
  sha256: z.strictObject({
    [MODEL_FILE]: Sum,
    [TOKENIZER_FILE]: Sum,
    /** Comes with the training. */
    [HEAD_FILE]: Sum.optional(),
  }),
})
export type Manifest = z.infer<typeof Manifest>

/** What is learnt on top of a model: a weight for each number of its row (logistic regression). */
export const Head = z
  .object({
    /** The sum of the model that it was learnt on: over another one it means nothing. */
    model: Sum,
    bias: z.number(),
    weights: z.array(z.number()),
  })
  .strict()
export type Head = z.infer<typeof Head>
