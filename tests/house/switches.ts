/** Every `switch` of a source, and how it ends. */
import { codeOf } from './sources.ts'

/** `on`: what is looked at. `end`: what its `default` does. `after`: what stands behind it. Empty when there is none. */
export type Switch = { on: string; end: string; after: string }

/** Where the bracket that opens at `from` is closed. */
function closing(code: string, from: number, open: string, close: string): number {
  let depth = 0
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === open) depth += 1
    if (code[at] === close) depth -= 1
    if (depth === 0) return at
  }
  return code.length
}

/** What stands in a block itself, and not in a block within it. */
function ownLevel(block: string): string {
  let depth = 0
  return [...block]
    .map((char) => {
      if (char === '}') depth -= 1
      const shown = depth === 0 ? char : ' '
      if (char === '{') depth += 1
      return shown
    })
    .join('')
}

/** The switches of this source, in its order; those within others too. */
export function switchesIn(source: string): Switch[] {
  const code = codeOf(source, { strings: false })
  return [...code.matchAll(/\bswitch\s*\(/g)].map((found) => {
    const open = found.index + found[0].length - 1
    const close = closing(code, open, '(', ')')
    const begin = code.indexOf('{', close)
    const last = closing(code, begin, '{', '}')
    const block = ownLevel(code.slice(begin + 1, last))
    const end = block.lastIndexOf('default:')
    return {
      on: code.slice(open + 1, close).trim(),
      end: end < 0 ? '' : block.slice(end + 'default:'.length).trim(),
      after:
        code
          .slice(last + 1)
          .trimStart()
          .split('\n')[0] ?? '',
    }
  })
}

/** Does it end in what does not compile when a member of the union has no case of its own? */
export function isClosed({ on, end, after }: Switch): boolean {
  const names = new Set([on, on.replace(/\.\w+$/, '')])
  const by = (text: string, pattern: RegExp): boolean => names.has(pattern.exec(text)?.[1] ?? '')
  const behind = /^return ([\w.]+) satisfies never$/
  return end === '' ? by(after, behind) : by(end, /^return impossible\(([\w.]+)\)$/) || by(end, behind)
}
