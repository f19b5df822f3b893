/** The first page of local mode: the way to both windows, what to try, and what stands in for what. */
import { createServer } from 'node:http'
import { meldpunt, municipality, people } from './demo.ts'

/** What the page leads to. */
export type StartPageOptions = {
  readonly port: number
  readonly reporterUrl: string
  readonly officerUrl: string
}

/** The page, being served. */
export type StartPage = {
  /** What to open in a browser. */
  readonly url: string
  stop(): Promise<void>
}

type Language = 'nl' | 'en'

/** Serves the page on the loopback address only; port 0 for a free one. */
export async function startStartPage(options: StartPageOptions): Promise<StartPage> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname !== '/') {
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Niet gevonden. Not found.\n')
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const html = pageOf(searchParams.get('lang') === 'en' ? 'en' : 'nl', options)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : html)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is in use by another program' : error.message
      reject(new Error(`The start page cannot listen on port ${options.port}: ${reason}.`))
    })
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const reporter = people.sanne.name
const officer = people.marieke.name
const channel = meldpunt.channel.name

const texts = {
  nl: {
    title: 'Signaalpunt, lokaal proberen',
    other: { language: 'en', label: 'English' },
    banner: `Lokale modus. ${municipality.name} en wie er werkt zijn verzonnen. Typ geen echte meldingen.`,
    intro: 'Eén bot, twee vensters. Zet ze naast elkaar en speel beide kanten.',
    windows: 'De twee vensters',
    newTab: 'opent een nieuw tabblad',
    reporter: {
      name: 'De melder',
      who: `${reporter}, medewerker aan de balie`,
      where: 'Kies links: Personal Chat',
    },
    officer: {
      name: 'De aandachtsfunctionaris',
      who: `${officer}, in het kanaal ${channel}`,
      where: `Kies links: ${channel}`,
    },
    try: 'Wat je kunt proberen',
    steps: [
      [
        'Meld iets.',
        `Typ als ${reporter} wat je zag, in je eigen woorden. Loop de kaart na en druk op Versturen.`,
      ],
      ['Open de deurbelkaart.', `Ga naar ${officer}, kanaal ${channel}. Druk op Openen en lees het dossier.`],
      ['Neem de melding in behandeling.', 'Stel een vraag, of leg een notitie vast.'],
      ['Beslis.', 'Kies wat er gebeurt, wie aan zet is en wanneer je antwoord vraagt.'],
      ['Kijk wat de melder hoort.', `Ga terug naar ${reporter}. Het bericht komt vanzelf.`],
      [
        'Stop en start opnieuw.',
        'Alles staat er nog. Typ mijn meldingen bij de melder, of werklijst bij de aandachtsfunctionaris.',
      ],
    ],
    standIns: 'Wat hier waarvoor in de plaats komt',
    real: 'In het echt',
    here: 'Hier',
    rows: [
      ['Microsoft Teams', 'Twee keer de Microsoft 365 Agents Playground. De knoppen daar zijn Engels.'],
      ['Een besloten kanaal', 'Een gewoon kanaal. De Playground kent geen besloten kanalen.'],
      ['Dialoogvensters', 'De kaart zelf. De Playground kent geen dialoogvensters.'],
      ['Microsoft Graph', 'Een nagebouwde dienst op deze computer.'],
      ['Azure Cosmos DB', 'SQLite: een bestand op deze computer.'],
    ],
    know: 'Goed om te weten',
    notes: [
      'Herlaad je een venster, dan is het leeg. Het register niet: typ mijn meldingen of werklijst.',
      'Typ je iets in het kanaal? Begin met @Signaalpunt en kies de bot uit het lijstje.',
      'De Playground laat regeleinden in een chatbericht weg. Teams doet dat niet.',
      'Niets hiervan is buiten deze computer te bereiken.',
      'De Playground haalt alleen zijn lettertype van internet. Zonder internet werkt alles ook.',
    ],
  },
  en: {
    title: 'Signaalpunt, try it locally',
    other: { language: 'nl', label: 'Nederlands' },
    banner: `Local mode. ${municipality.name} and all who work there are made up. Do not type real reports.`,
    intro: 'One bot, two windows. Put them side by side and play both parts.',
    windows: 'The two windows',
    newTab: 'opens a new tab',
    reporter: {
      name: 'The reporter',
      who: `${reporter}, employee at the counter`,
      where: 'Choose: Personal Chat',
    },
    officer: {
      name: 'The officer',
      who: `${officer}, in the channel ${channel}`,
      where: `Choose: ${channel}`,
    },
    try: 'What to try',
    steps: [
      [
        'Report something.',
        `As ${reporter}, type what you saw, in your own words. Check the card and send it.`,
      ],
      ['Open the doorbell card.', `Go to ${officer}, channel ${channel}. Press Openen and read the file.`],
      ['Take the report.', 'Ask a question, or write a note.'],
      ['Decide.', 'Choose what happens, who has the lead and when you ask for an answer.'],
      ['See what the reporter hears.', `Go back to ${reporter}. The message comes by itself.`],
      [
        'Stop and start again.',
        'Everything is still there. Type mijn meldingen as the reporter, or werklijst as the officer.',
      ],
    ],
    standIns: 'What stands in for what',
    real: 'In production',
    here: 'Here',
    rows: [
      ['Microsoft Teams', 'The Microsoft 365 Agents Playground, twice.'],
      ['A private channel', 'An ordinary channel. The Playground has no private channels.'],
      ['Dialogs', 'The card itself. The Playground has no dialogs.'],
      ['Microsoft Graph', 'A stand-in on this computer.'],
      ['Azure Cosmos DB', 'SQLite: a file on this computer.'],
    ],
    know: 'Good to know',
    notes: [
      'A window is empty after a reload. The register is not: type mijn meldingen or werklijst.',
      'Do you type in the channel? Begin with @Signaalpunt and choose the bot from the list.',
      'The Playground drops line breaks in a chat message. Teams does not.',
      'Nothing of this can be reached from outside this computer.',
      'The Playground fetches only its font from the internet. Without internet all of it works too.',
    ],
  },
} as const satisfies Record<Language, unknown>

function pageOf(language: Language, { reporterUrl, officerUrl }: StartPageOptions): string {
  const text = texts[language]
  const { other } = text
  const rows = text.rows.map(([real, here]) => `<tr><th scope="row">${real}</th><td>${here}</td></tr>`)
  const windowLink = (url: string, about: { name: string; who: string; where: string }) => `
      <li><a href="${escapeHtml(url)}" target="_blank" rel="noopener">
        <strong>${about.name}</strong>
        <span>${about.who}</span>
        <small>${about.where} (${text.newTab})</small>
      </a></li>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
  <nav><a href="/?lang=${other.language}" lang="${other.language}">${other.label}</a></nav>
  <h1>${text.title}</h1>
  <p class="banner" role="note">${text.banner}</p>
  <p>${text.intro}</p>
</header>
<main>
  <section aria-labelledby="windows">
    <h2 id="windows">${text.windows}</h2>
    <ul class="windows">${windowLink(reporterUrl, text.reporter)}${windowLink(officerUrl, text.officer)}
    </ul>
  </section>
  <section aria-labelledby="try">
    <h2 id="try">${text.try}</h2>
    <ol>${text.steps.map(([what, how]) => `<li><strong>${what}</strong> ${marked(how)}</li>`).join('')}</ol>
  </section>
  <section aria-labelledby="stand-ins">
    <h2 id="stand-ins">${text.standIns}</h2>
    <table>
      <thead><tr><th scope="col">${text.real}</th><th scope="col">${text.here}</th></tr></thead>
      <tbody>${rows.join('')}</tbody>
    </table>
  </section>
  <section aria-labelledby="know">
    <h2 id="know">${text.know}</h2>
    <ul>${text.notes.map((note) => `<li>${marked(note)}</li>`).join('')}</ul>
  </section>
</main>
</body>
</html>
`
}

/** What one types or presses, set apart; a Dutch word stays Dutch for a screen reader. */
function marked(text: string): string {
  return text.replace(/mijn meldingen|werklijst|@Signaalpunt|Openen|Versturen/g, '<kbd lang="nl">$&</kbd>')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

// Every pair of colours has a contrast of at least 4.5 to 1, in both schemes.
const STYLE = `
:root { color-scheme: light dark; --ink: #1f2933; --paper: #fbfbfa; --soft: #eef2f1; --line: #8a9692;
  --link: #0b5a52; --note: #fff4d6; --note-ink: #4a3600 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edec; --paper: #17201f; --soft: #22302e; --line: #7d8c88; --link: #8fd8cd;
    --note: #3d3210; --note-ink: #ffe7a8 }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 56rem; padding: 1.5rem 1.25rem 4rem; color: var(--ink);
  background: var(--paper); font: 1.0625rem/1.6 "Segoe UI", "Noto Sans", system-ui, sans-serif }
nav { text-align: right }
h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.25 }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.25rem }
a { color: var(--link) }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px }
.banner { margin: 0 0 1rem; padding: .75rem 1rem; border-left: 6px solid currentColor;
  background: var(--note); color: var(--note-ink); font-weight: 600 }
.windows { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem;
  margin: 0; padding: 0; list-style: none }
.windows a { display: block; height: 100%; padding: 1.25rem; border: 2px solid var(--link);
  border-radius: .5rem; background: var(--soft); text-decoration: none }
.windows a:hover strong { text-decoration: underline }
.windows strong { display: block; font-size: 1.25rem }
.windows span, .windows small { display: block; color: var(--ink) }
.windows small { margin-top: .35rem; font-size: .9375rem }
ol, ul { margin: 0; padding-left: 1.5rem }
li + li { margin-top: .35rem }
.windows li { margin: 0 }
kbd { padding: .05rem .3rem; border-radius: .25rem; background: var(--soft); font: inherit; font-weight: 600 }
table { width: 100%; border-collapse: collapse }
th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top }
tbody th { font-weight: 600 }
`
