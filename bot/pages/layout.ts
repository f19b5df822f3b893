/** Around every page: a language to choose, one heading, and nothing that asks for anything else. */
import { pageTexts } from '../../cards/texts/pages.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Language } from '../../services/words.ts'
import { el, Html } from './html.ts'
import type { Shown } from './page.ts'
import { CSS } from './style.ts'

const OTHER: Readonly<Record<Language, Language>> = { nl: 'en', en: 'nl' }

/** A telephone number that can be pressed. */
export const callable = (phone: string): Html =>
  el('a', { class: 'press', href: `tel:${phone.replace(/[^\d+]/g, '')}` }, phone)

/** What went wrong, above all else: read first, for it has the focus when the page comes back. */
export const errorsBox = (title: string, ...rest: readonly Html[]): Html =>
  el(
    'div',
    { class: 'errors', role: 'alert', tabindex: -1, autofocus: true, 'aria-labelledby': 'errors' },
    el('h2', { id: 'errors' }, title),
    ...rest,
  )

/** The whole page, as it goes out. */
export function wholePage(language: Language, { title, main }: Pick<Shown, 'title' | 'main'>): Html {
  const other = OTHER[language]
  const head = [
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { name: 'robots', content: 'noindex, nofollow' }),
    el('meta', { name: 'format-detection', content: 'telephone=no' }),
    el('title', {}, title),
  ]
  const change = el(
    'nav',
    { 'aria-label': pageTexts(language).languages },
    el('a', { href: `?lang=${other}`, lang: other, hreflang: other }, pageTexts(other).inThisLanguage),
  )
  return Html.whole(language, head, CSS, [
    el('header', {}, change),
    el('main', {}, el('h1', {}, title), ...main),
  ])
}

/**
 * The one page for everything that is not there: unknown, altered, expired, used, destroyed. It is the same for all of
 * these, so it cannot know of which municipality it is: it names each that is served here, with its number.
 */
export function neutralPage(
  language: Language,
  municipalities: readonly Pick<Municipality, 'name' | 'phone'>[],
): Shown {
  const { neutral } = pageTexts(language)
  const numbers = municipalities.map(({ name, phone }) => [
    el('dt', {}, neutral.municipality(name)),
    el('dd', {}, callable(phone)),
  ])
  return {
    is: 'page',
    title: neutral.title,
    main: [
      el('p', {}, neutral.text),
      el('p', {}, neutral.whole),
      el('p', {}, neutral.teams),
      el('p', {}, neutral.call),
      el('dl', {}, ...numbers),
    ],
  }
}

/** It is not the visitor's doing, and it passes. */
export function laterPage(language: Language): Shown {
  const { later } = pageTexts(language)
  return { is: 'page', title: later.title, main: [el('p', {}, later.text)] }
}
