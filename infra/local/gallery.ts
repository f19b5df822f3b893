/**
 * `npm run cards`: one page with every card in every state and both languages, made from fictional data, for
 * people who judge the texts. On this computer only.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '../../bot/app/commandLine.ts'
import type { Language } from '../../services/words.ts'
import type { Chapter } from './gallery/chapters.ts'
import { factChapters } from './gallery/factCards.ts'
import { officerChapters } from './gallery/officerCards.ts'
import { galleryPage } from './gallery/page.ts'
import { reporterChapters } from './gallery/reporterCards.ts'
import { rightsChapters } from './gallery/rightsCards.ts'
import { fileAndHearChapter } from './gallery/routeCards.ts'

export const GALLERY_PORT = 3971

/** The gallery, being served. */
export type Gallery = { readonly url: string; stop(): Promise<void> }

/** Every chapter of the gallery in this language. */
export function chaptersIn(language: Language): Chapter[] {
  return [
    ...reporterChapters(language),
    fileAndHearChapter(language),
    ...officerChapters(language),
    ...factChapters(language),
    ...rightsChapters(language),
  ]
}

type Answer = { type: string; body: string }

const require = createRequire(import.meta.url)
const SCRIPTS: Readonly<Record<string, string>> = {
  '/adaptivecards.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/show.js': fileURLToPath(new URL('./gallery/show.js', import.meta.url)),
}

async function answerTo(path: string, language: string | null): Promise<Answer | undefined> {
  const script = SCRIPTS[path]
  if (script) return { type: 'text/javascript', body: await readFile(script, 'utf8') }
  if (path !== '/') return undefined
  const languages: Language[] = language === 'nl' ? ['nl'] : language === 'en' ? ['en'] : ['nl', 'en']
  return { type: 'text/html', body: galleryPage(languages.map((each) => [each, chaptersIn(each)])) }
}

/** Serves the gallery on the loopback address; port 0 for a free one. @throws when the port is taken. */
export async function startGallery(port: number = GALLERY_PORT): Promise<Gallery> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const answer = request.method === 'GET' ? await answerTo(pathname, searchParams.get('lang')) : undefined
    response.writeHead(answer ? 200 : 404, {
      'content-type': `${answer?.type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; " +
        "form-action 'none'; base-uri 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.end(answer?.body ?? 'Niet gevonden. Not found.\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is in use by another program' : error.message
      reject(new Error(`The gallery cannot listen on port ${port}: ${reason}.`))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const listening = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://127.0.0.1:${listening}/`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const COMMAND = {
  name: 'npm run cards',
  about: 'a page with every card in every state, in both languages, on this computer only.',
  options: {
    port: { kind: 'number', about: 'the port of the page', usual: GALLERY_PORT, least: 1, most: 65_535 },
  },
} as const

if (import.meta.main) {
  await runCommandLine(COMMAND, async ({ port }) => {
    const gallery = await startGallery(port).catch((error: unknown) => {
      if (!Error.isError(error)) throw error
      process.stderr.write(`${error.message}\n`)
    })
    if (!gallery) return 1
    process.stdout.write(`\nAlle kaarten / every card: ${gallery.url}\nStoppen / stop: Ctrl+C\n\n`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void gallery.stop())
    }
    return 0
  })
}
