/**
 * HTML as values: what stands between tags and in attributes is escaped where it is made, and there is no other way to
 * make some. So no page holds a text that became markup, whoever typed it.
 */

/** A name of an element or attribute of ours: never one that was typed. */
const NAME = /^[a-z][a-z0-9-]{0,30}$/
/** Elements without content. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
/** Where an address stands: ours only, so a path, a telephone number, or a place on the page itself. */
const ADDRESSES = new Set(['href', 'src', 'action'])
const OWN_ADDRESS = /^(?:\/(?!\/)|\?|#|tel:\+?[\d-]{3,30}$)/
/** What runs or shapes a page is no attribute of ours. */
const REFUSED = /^(?:on|style$|srcdoc$|formaction$)/

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** A piece of a page. Only this file makes one. */
export class Html {
  readonly #markup: string
  private constructor(markup: string) {
    this.#markup = markup
  }
  /** What a person typed, or a text of ours: as text. */
  static text(text: string): Html {
    return new Html(escaped(text))
  }
  /** An element with these attributes and this content. @throws TypeError for a name or an address that is none of ours */
  static element(name: string, attributes: Attributes, content: readonly Content[]): Html {
    if (!NAME.test(name) || name === 'script' || name === 'style')
      throw new TypeError('This is no element of ours.')
    const open = `<${name}${attributesOf(attributes)}>`
    if (VOID.has(name)) return new Html(open)
    return new Html(`${open}${content.map(markupOf).join('')}</${name}>`)
  }
  /** A whole page with its stylesheet in it. @param css a constant of ours */
  static whole(language: string, head: readonly Content[], css: string, body: readonly Content[]): Html {
    if (css.includes('<')) throw new TypeError('A stylesheet holds no markup.')
    const inHead = `${head.map(markupOf).join('')}<style>${css}</style>`
    return new Html(
      `<!doctype html><html${attributesOf({ lang: language })}><head>${inHead}</head><body>${body.map(markupOf).join('')}</body></html>`,
    )
  }
  toString(): string {
    return this.#markup
  }
}

/** `true` is an attribute without a value; undefined and false leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>
/** A text becomes text; undefined is nothing. */
export type Content = Html | string | undefined | readonly Content[]

function markupOf(content: Content): string {
  if (content === undefined) return ''
  if (content instanceof Html) return content.toString()
  if (typeof content === 'string') return escaped(content)
  return content.map(markupOf).join('')
}

function attributesOf(attributes: Attributes): string {
  let all = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (!NAME.test(name) || REFUSED.test(name)) throw new TypeError('This is no attribute of ours.')
    if (value === undefined || value === false) continue
    if (ADDRESSES.has(name) && !OWN_ADDRESS.test(String(value)))
      throw new TypeError('A page leads to our own addresses only.')
    all += value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`
  }
  return all
}

/** An element: `el('p', { class: 'note' }, 'text')`. */
export const el = (name: string, attributes: Attributes = {}, ...content: readonly Content[]): Html =>
  Html.element(name, attributes, content)
