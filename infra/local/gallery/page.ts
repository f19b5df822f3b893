/** The page of the gallery: a table of contents, and every card with when somebody gets to see it. */
import type { Language } from '../../../services/words.ts'
import type { Chapter, Shown } from './chapters.ts'
import { hostConfigs } from './hostConfig.ts'

type InLanguage = readonly [language: Language, chapters: readonly Chapter[]]

const SIDES = { melder: 'Voor de melder', meldpunt: 'Voor het meldpunt' } as const
const LANGUAGES = { nl: 'Nederlands', en: 'Engels' } as const
const CHOICES = [
  ['', 'Naast elkaar'],
  ['nl', 'Nederlands'],
  ['en', 'Engels'],
] as const

/** The whole page, with the cards in these languages beside each other. */
export function galleryPage(all: readonly InLanguage[]): string {
  const [first] = all
  const chapters = first?.[1] ?? []
  const chosen = all.length > 1 ? '' : (first?.[0] ?? '')
  const total = chapters.reduce((sum, chapter) => sum + chapter.cards.length, 0)
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Alle kaarten van Signaalpunt</title>
<style>${STYLE}</style>
</head>
<body>
<header>
  <h1>Alle kaarten van Signaalpunt</h1>
  <p>Dit zijn de ${total} kaarten die Signaalpunt in Teams kan laten zien, voor wie de teksten beoordeelt.
    Alle namen, nummers en gebeurtenissen zijn verzonnen. De knoppen doen hier niets, behalve de knoppen
    die iets open- of dichtklappen.</p>
  <p>Klopt een zin niet? Noem de kaart en de zin. De teksten staan bij elkaar: <b>cards/texts</b>.</p>
  <nav class="languages" aria-label="Taal van de kaarten">${CHOICES.map(choice(chosen)).join('')}</nav>
  <p><label><input type="checkbox" id="unfold" checked> Toon ook wat op de kaart is dichtgeklapt</label></p>
</header>
<nav class="contents" aria-label="Inhoud">
  <h2>Inhoud</h2>
  ${(['melder', 'meldpunt'] as const).map((side) => contentsOf(side, chapters)).join('')}
</nav>
<main>
${chapters.map((chapter, at) => chapterOf(chapter, at, all)).join('')}
</main>
${all.map(dataOf).join('\n')}
<script type="application/json" id="host-configs">${json(hostConfigs)}</script>
<script src="/adaptivecards.js"></script>
<script src="/show.js"></script>
</body>
</html>
`
}

const choice =
  (chosen: string) =>
  ([language, name]: readonly [string, string]): string =>
    language === chosen
      ? `<b aria-current="true">${name}</b>`
      : `<a href="/${language === '' ? '' : `?lang=${language}`}">${name}</a>`

function contentsOf(side: Chapter['side'], chapters: readonly Chapter[]): string {
  const entries = chapters.flatMap((chapter, at) => {
    if (chapter.side !== side) return []
    const link = (id: string, text: string): string => `<a href="#${id}">${escapeHtml(text)}</a>`
    const cards = chapter.cards.map((card, n) => `<li>${link(idOf(at, n), card.name)}</li>`)
    // The way to the chapter stands in the list: a summary is a button, and a button holds no link.
    const whole = `<li>${link(idOf(at), 'Het hele hoofdstuk')}</li>`
    const title = escapeHtml(chapter.title)
    return [`<li><details><summary>${title}</summary><ol>${whole}${cards.join('')}</ol></details></li>`]
  })
  return `<h3>${SIDES[side]}</h3><ol>${entries.join('')}</ol>`
}

/** The place of a chapter, or of a card in it. */
const idOf = (chapter: number, card?: number): string =>
  card === undefined ? `h${chapter + 1}` : `h${chapter + 1}-${card + 1}`

function chapterOf(chapter: Chapter, at: number, all: readonly InLanguage[]): string {
  return `<section aria-labelledby="${idOf(at)}">
  <h2 id="${idOf(at)}"><small>${SIDES[chapter.side]}</small> ${escapeHtml(chapter.title)}</h2>
  <p>${escapeHtml(chapter.about)}</p>
  ${chapter.cards.map((card, n) => cardOf(card, idOf(at, n), all)).join('')}
</section>
`
}

/** Where a card comes: one place for every language. */
function cardOf(card: Shown, id: string, all: readonly InLanguage[]): string {
  const places = all.map(
    ([language]) =>
      `<div class="card" lang="${language}" data-card="${language}-${id}"${
        all.length > 1 ? ` data-language="${LANGUAGES[language]}"` : ''
      }></div>`,
  )
  return `<article aria-labelledby="${id}">
    <h3 id="${id}">${escapeHtml(card.name)}</h3>
    <p class="when">${escapeHtml(card.when)}</p>
    <div class="places">${places.join('')}</div>
  </article>`
}

/** The cards themselves, as data that the script in the page renders. */
function dataOf([language, chapters]: InLanguage): string {
  const cards = chapters.flatMap((chapter, at) =>
    chapter.cards.map((card, n) => [`${language}-${idOf(at, n)}`, card.card] as const),
  )
  return `<script type="application/json" class="cards">${json(Object.fromEntries(cards))}</script>`
}

/** JSON that cannot end the element it stands in. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const STYLE = `
:root { color-scheme: light dark; --ink: #242424; --soft: #575757; --line: #8a8a8a; --page: #f0f4f3; --card: #ffffff;
  --link: #0b5a52; --main: #5b5fc7; --on-main: #ffffff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f5f5f5; --soft: #c8c8c8; --line: #8a8a8a; --page: #141414; --card: #292929;
    --link: #8fd8cd; --main: #aab1fa; --on-main: #141414 }
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0; display: grid; grid-template-columns: 19rem minmax(0, 1fr); gap: 0 2.5rem;
  padding: 1.5rem 2rem 6rem;
  color: var(--ink); background: var(--page); font: 1rem/1.5 "Segoe UI", "Noto Sans", system-ui, sans-serif }
header { grid-column: 1 / -1; max-width: 56rem }
h1 { margin: 0 0 .5rem; font-size: 1.8rem }
a { color: var(--link) }
a:focus-visible, .ac-pushButton:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.languages { display: flex; gap: 1rem }
.contents { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow: auto;
  padding: .5rem 1rem 1rem; background: var(--card); border-radius: .5rem; font-size: .9375rem }
.contents h2 { margin: .5rem 0; font-size: 1.1rem }
.contents h3 { margin: 1rem 0 .25rem; font-size: .9375rem; color: var(--soft) }
.contents ol { margin: 0; padding-left: 1.25rem }
.contents > ol { list-style: none; padding-left: 0 }
.contents ol ol { padding-bottom: .5rem }
summary { padding: .15rem 0; cursor: pointer }
section { padding-top: 1rem }
h2 { margin: 2rem 0 .25rem; font-size: 1.5rem }
section h2 small { display: block; font-size: .875rem; font-weight: 400; color: var(--soft) }
section > p { margin: 0 0 1rem; max-width: 48rem }
article { padding: 1.25rem 0 .5rem; border-top: 1px solid var(--line) }
h3 { margin: 0; font-size: 1.0625rem }
.when { margin: 0 0 .75rem; color: var(--soft) }
.places { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start }
.card { width: 28.5rem; max-width: 100%; padding: .25rem; background: var(--card); border-radius: .5rem;
  box-shadow: 0 1px 3px rgb(0 0 0 / .18) }
.card[data-language]::before { content: attr(data-language); display: block; padding: .35rem .75rem 0;
  font-size: .8125rem; color: var(--soft) }
.ac-adaptiveCard { outline: none }
.ac-pushButton { min-height: 2rem; padding: .25rem .75rem; border: 1px solid var(--line);
  border-radius: .25rem; background: var(--card); color: var(--ink); font-family: inherit;
  font-size: .875rem; font-weight: 600; cursor: pointer; text-align: left; white-space: normal; overflow: visible }
.ac-pushButton.style-positive { border-color: var(--main); background: var(--main); color: var(--on-main) }
.ac-input { width: 100%; padding: .35rem .6rem; border: 1px solid var(--line); border-bottom-color: var(--soft);
  border-radius: .25rem; background: var(--card); color: var(--ink); font: inherit; font-size: .875rem }
.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect { border: 0; padding: .15rem 0 }
/* Large enough for a finger, and for a hand that shakes (WCAG 2.2, 2.5.8). */
input[type='radio'], input[type='checkbox'] { width: 1.5rem; height: 1.5rem; flex: none }
summary, .contents li a { display: block; min-height: 1.5rem }
.ac-actionSet { flex-wrap: wrap !important; row-gap: .5rem; overflow: visible !important }
textarea.ac-input { min-height: 4.5rem }
@media (forced-colors: active) {
  .ac-pushButton, .ac-pushButton.style-positive { border-color: ButtonText; background: ButtonFace; color: ButtonText }
}
@media (max-width: 60rem) {
  body { display: block; padding: 1rem }
  .contents { position: static; max-height: none }
}
@media print {
  .contents, .languages, label { display: none }
  body { display: block; background: white; color: black }
  article { break-inside: avoid }
}
`
