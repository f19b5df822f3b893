/** What must hold, in words that say what is broken. */
export class Broken extends Error {}
export function must(held: boolean, what: string, more: unknown = ''): void {
  if (!held) throw new Broken(`${what} ${typeof more === 'string' ? more : JSON.stringify(more)}`)
}
