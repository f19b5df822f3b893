/** What the tests about the project itself look at: its files as git has them or is about to. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Paths of every file that is in git, or that would be with the next commit. */
export function projectFiles(): string[] {
  // A checkout of another user (a container that builds) is safe to list: nothing of it is run.
  const options = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', options, { cwd: ROOT, encoding: 'utf8' }).split('\0')
  return listed.filter((path) => path !== '' && existsSync(ROOT + path)).sort()
}

/** The text of a file of the project. */
export function read(path: string): string {
  return readFileSync(ROOT + path, 'utf8')
}

/** Is it a source file in one of these folders? */
export function isSource(path: string, folders: readonly string[]): boolean {
  return /\.[cm]?[jt]s$/.test(path) && folders.some((folder) => path.startsWith(`${folder}/`))
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/
const QUOTED = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/
/** Where no division can stand. */
const PATTERN = /(?<=(?:^|[=(,:[!&|?{;>]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/
const TOKENS = new RegExp([COMMENT, QUOTED, PATTERN].map(({ source }) => source).join('|'), 'gm')

/**
 * The source with its comments gone, and with `strings: false` what is between quotes or in a pattern too; lines stay
 * lines.
 */
export function codeOf(source: string, keep: { strings: boolean }): string {
  return source.replace(TOKENS, (token) => {
    const comment = token.startsWith('//') || token.startsWith('/*')
    if (!comment && keep.strings) return token
    return comment ? token.replace(/[^\n]/g, ' ') : `''${'\n'.repeat(token.split('\n').length - 1)}`
  })
}

/** A pattern as it stands in a source, between its slashes, and the line on which it begins. */
export type Literal = { source: string; flags: string; line: number }

/** Every pattern that stands in a source as one. */
export function patternsOf(source: string): Literal[] {
  return [...source.matchAll(TOKENS)].flatMap(({ 0: token, index }) => {
    if (!/^\/[^/*]/.test(token)) return []
    const end = token.lastIndexOf('/')
    const line = source.slice(0, index).split('\n').length
    return [{ source: token.slice(1, end), flags: token.slice(end + 1), line }]
  })
}

/** Its comments as running text, without their signs; lines that begin with `//` right below each other are one. */
export function commentsOf(source: string): string[] {
  const found: { text: string; end: number }[] = []
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    if (!/^\/[/*]/.test(token)) continue
    const text = token
      .replace(/^\/\*\*?|\*\/$|^\/\/|^\s*\*(?= |$)/gm, '')
      .replace(/\s+/g, ' ')
      .trim()
    const before = found.at(-1)
    const goesOn = token.startsWith('//') && before && /^\n[ \t]*$/.test(source.slice(before.end, index))
    if (goesOn) before.text += ` ${text}`
    else found.push({ text, end: index })
    const last = found.at(-1)
    if (last) last.end = index + token.length
  }
  return found.map(({ text }) => text)
}
