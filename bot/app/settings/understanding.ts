/** A sentence model that an administrator puts beside the product (docs/understanding/local-model.md). */
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { MANIFEST_FILE } from '../../../services/understanding/model/sentence/manifest.ts'

/** Where it is, and how many milliseconds a turn waits for it. */
export type UnderstandingConfig = { folder: string; timeoutMs: number }

const LEAST_MS = 20
const MOST_MS = 1_000
const USUAL_MS = 150

export const UnderstandingSettings = z.object({
  UNDERSTANDING_MODEL_DIR: z
    .string()
    .trim()
    .refine(isAbsolute, { error: 'must be the whole path of a folder', abort: true })
    .refine(
      (folder) => existsSync(join(folder, MANIFEST_FILE)),
      `must be a folder with ${MANIFEST_FILE} in it`,
    )
    .optional(),
  UNDERSTANDING_MODEL_TIMEOUT_MS: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number of milliseconds')
    .transform(Number)
    .refine((ms) => ms >= LEAST_MS && ms <= MOST_MS, `must be from ${LEAST_MS} to ${MOST_MS} milliseconds`)
    .optional(),
})
export type UnderstandingSettings = z.infer<typeof UnderstandingSettings>

/** What does not go together. `filled`: the environment without what is empty. */
export function understandingProblems(filled: Readonly<Record<string, string | undefined>>): string[] {
  const [folder, timeout] = ['UNDERSTANDING_MODEL_DIR', 'UNDERSTANDING_MODEL_TIMEOUT_MS'] as const
  if (filled[timeout] === undefined || filled[folder] !== undefined) return []
  return [`${timeout}: goes with ${folder}`]
}

/** The model that is configured; undefined: the product's own model reads alone. */
export function understandingOf(env: UnderstandingSettings): UnderstandingConfig | undefined {
  const { UNDERSTANDING_MODEL_DIR: folder, UNDERSTANDING_MODEL_TIMEOUT_MS: timeoutMs = USUAL_MS } = env
  return folder === undefined ? undefined : { folder, timeoutMs }
}
