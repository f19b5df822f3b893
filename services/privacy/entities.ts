/** Entities of HTML that stand in a text as they are: a client, a copy or a form that wrote them down twice. */
import { decodeHTMLStrict } from 'entities'

/** One entity, however often its own ampersand was written as one: `&nbsp;`, `&#160;`, `&amp;nbsp;`. */
const ENTITY = /&(?:amp;){0,4}(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});/y

/** What was looked up before: of the same few there can be very many. */
const known = new Map<string, string>()
const MOST_KNOWN = 500

/** The entity that begins at this place, and how long it is; undefined where none does. */
export function entityAt(text: string, at: number): { stands: string; length: number } | undefined {
  ENTITY.lastIndex = at
  const found = ENTITY.exec(text)
  if (!found) return undefined
  const written = `&${found[1]};`
  const stands = known.get(written) ?? decodeHTMLStrict(written)
  if (known.size < MOST_KNOWN) known.set(written, stands)
  return stands === written ? undefined : { stands, length: found[0].length }
}

/** The text with what its entities stand for. Time grows with its length. */
export function withoutEntities(text: string): string {
  let result = ''
  let done = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', Math.max(at + 1, done))) {
    const entity = entityAt(text, at)
    if (!entity) continue
    result += text.slice(done, at) + entity.stands
    done = at + entity.length
  }
  return result + text.slice(done)
}
