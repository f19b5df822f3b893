/** Are two places one and the same? What is kept twice in one place is kept once. */
import { realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

export type StorePlace =
  | { kind: 'sqlite'; path: string }
  | { kind: 'cosmos'; endpoint: string; key: string; database: string; container: string }

/** The path as the disk knows it: links followed, also where the file itself, or its folder, is not there yet. */
function realPath(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync.native(whole)
  } catch {
    const above = dirname(whole)
    return above === whole ? whole : join(realPath(above), basename(whole))
  }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

/** One file under two names: also through a link, a relative path, or a second name of the same file (a hard link). */
export function isSameFile(one: string, other: string): boolean {
  if (realPath(one) === realPath(other)) return true
  const [first, second] = [statOf(one), statOf(other)]
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino
}

/** Is this one account? Two have never the same key; one can be reached at several addresses. */
export function isSameAccount(
  one: { endpoint: string; key: string },
  other: { endpoint: string; key: string },
): boolean {
  const host = (endpoint: string) => URL.parse(endpoint)?.host ?? endpoint
  return one.key.trim() === other.key.trim() || host(one.endpoint) === host(other.endpoint)
}

/** The same file, or the same container of the same account. */
export function isSamePlace(one: StorePlace, other: StorePlace): boolean {
  if (one.kind === 'sqlite') return other.kind === 'sqlite' && isSameFile(one.path, other.path)
  if (other.kind === 'sqlite') return false
  return isSameAccount(one, other) && one.database === other.database && one.container === other.container
}
