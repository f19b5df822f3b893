/**
 * Local mode with both windows open: what every story in the browser is played on.
 *
 * Each story has a folder, ports and a browser of its own, so that one cannot disturb another. A picture is
 * taken after every step, and of both windows when something goes wrong: tests/screenshots/.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import type { Browser } from 'playwright-core'
import type { LocalPorts } from '../../infra/local/demo.ts'
import { type Local, startLocal } from '../../infra/local/start.ts'
import { Instant } from '../../services/words.ts'
import { PlaygroundPage } from '../kit/browser.ts'
import { launchBrowser } from '../kit/chromium.ts'

/** Where the pictures go. */
export const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url))
/** Long enough for a whole story on a busy machine. */
export const STORY_TIMEOUT_MS = 300_000

type Who = 'reporter' | 'officer'

export type Stage = {
  /** The address that `npm start` prints. */
  readonly startPage: string
  /** Sanne, at the counter. */
  readonly reporter: PlaygroundPage
  /** Marieke, at the reporting point. */
  readonly officer: PlaygroundPage
  /** Does one step and takes a picture of that person's window. Says which step it was when it fails. */
  step(who: Who, what: string, act: () => Promise<unknown>): Promise<void>
  /**
   * Stops everything, and starts it again on the same folder and ports; the windows are opened anew. With days it was off
   * for so long: the bot's clock is ahead by that from then on, the clock of the windows is not.
   */
  restart(later?: { days: number }): Promise<void>
  close(): Promise<void>
}

/** Starts local mode in a folder of its own and opens both windows. Close it at the end. */
export async function openStage(story: string): Promise<Stage> {
  // Relative, as the folder of `npm start` is.
  const dir = relative('.', mkdtempSync(join(tmpdir(), 'signaalpunt-browser-')))
  const ports = await freePorts()
  mkdirSync(SCREENSHOTS, { recursive: true })
  const undo: (() => unknown)[] = [() => rmSync(dir, { recursive: true, force: true })]
  const close = async () => {
    for (const each of undo.splice(0).reverse()) await each()
  }
  try {
    let local = await startLocal(dir, ports)
    undo.push(() => local.stop())
    const browser = await launchBrowser()
    undo.push(() => browser.close())
    const windows = { reporter: await windowOf(browser), officer: await windowOf(browser) }
    const open = async (at: Local) => {
      await windows.reporter.open(at.reporter)
      await windows.officer.open(at.officer)
    }
    await open(local)
    let steps = 0
    let aheadMs = 0
    const now = () => Instant.parse(new Date(Date.now() + aheadMs).toISOString())
    return {
      startPage: local.startPage,
      ...windows,
      step: async (who, what, act) => {
        steps += 1
        const name = `${story}-${String(steps).padStart(2, '0')}-${what.replaceAll(/[^a-z0-9]+/giu, '-')}`
        try {
          await act()
        } catch (error) {
          throw await explained(windows, dir, name, `${story}, step ${steps} (${who}: ${what})`, error)
        }
        await windows[who].screenshot(join(SCREENSHOTS, `${name}.png`))
      },
      restart: async ({ days } = { days: 0 }) => {
        await local.stop()
        aheadMs += days * 86_400_000
        local = await startLocal(dir, ports, aheadMs === 0 ? {} : { now })
        await open(local)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const windowOf = (browser: Browser) => PlaygroundPage.in(browser)

/** An error that says where it was, with both windows as a picture and as text beside it. */
async function explained(
  windows: Record<Who, PlaygroundPage>,
  dir: string,
  name: string,
  where: string,
  cause: unknown,
): Promise<Error> {
  const files: string[] = []
  for (const who of ['reporter', 'officer'] as const) {
    const path = join(SCREENSHOTS, `${name}-FAILED-${who}`)
    // A window that is gone must not hide why the step failed.
    await windows[who].screenshot(`${path}.png`).catch(() => undefined)
    const text = await windows[who].text().catch(() => 'this window could not be read')
    writeFileSync(`${path}.txt`, text)
    // What the Playground itself has to say of it: a message that it could not deliver stands there only.
    const log = join(dir, who, 'devTools', 'm365agentsplayground.log')
    if (existsSync(log)) copyFileSync(log, `${path}.playground.txt`)
    files.push(`${path}.png, .txt, .playground.txt`)
  }
  const why = stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause))
  return new Error(`${where}: ${why}\nThe windows at that moment:\n  ${files.join('\n  ')}`, { cause })
}

/** Ports that nobody uses now, one for every part of local mode. */
async function freePorts(): Promise<LocalPorts> {
  const servers = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const server = createServer()
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(0, '127.0.0.1', resolve)
      })
      return server
    }),
  )
  const [bot = 0, reporter = 0, officer = 0, startPage = 0, graph = 0] = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return { bot, reporter, officer, startPage, graph }
}
