/** Patterns that are put together while the program runs: every `new RegExp` of ours, as it came out. */
import { ROOT } from '../sources.ts'

export type Made = { source: string; flags: string; where: string }

/** Which line of ours asked for it. */
function whereIn(stack: string, folders: readonly string[]): string | undefined {
  for (const line of stack.split('\n')) {
    const from = line.indexOf(ROOT)
    if (from < 0) continue
    const [file = '', row = ''] = line.slice(from + ROOT.length).split(':')
    if (folders.some((folder) => file.startsWith(`${folder}/`))) return `${file}:${row}`
  }
  return undefined
}

/** Runs `work`, and gives the patterns that it made in these folders. Modules must be loaded within it, not before. */
export async function madeIn(folders: readonly string[], work: () => Promise<void>): Promise<Made[]> {
  const made: Made[] = []
  const real = globalThis.RegExp
  globalThis.RegExp = new Proxy(real, {
    construct(target, given, asked) {
      const pattern: RegExp = Reflect.construct(target, given, asked)
      const where = whereIn(new Error('where').stack ?? '', folders)
      if (where) made.push({ source: pattern.source, flags: pattern.flags, where })
      return pattern
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = real
  }
  return made
}
