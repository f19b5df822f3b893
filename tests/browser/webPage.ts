/** Pages of ours as people open them: of some width and theme, with or without script, and looked at by axe-core (WCAG 2.2 AA). */
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Where pictures go, to be looked at by a person. */
export const PICTURES = process.env.PICTURES

export type Sight = { width: number; height: number; dark?: boolean; script?: boolean; zoom?: number }
export const SIGHTS: readonly ({ name: string } & Sight)[] = [
  { name: 'a screen', width: 1280, height: 900 },
  { name: 'a screen, dark', width: 1280, height: 900, dark: true },
  { name: 'a narrow phone', width: 320, height: 640 },
  { name: 'a screen at 400 %', width: 1280, height: 1024, zoom: 4 },
]

/** A window that people have; close its context when done. */
export async function windowOf(
  browser: Browser,
  { width, height, dark = false, script = false, zoom = 1 }: Sight,
): Promise<Page> {
  const context = await browser.newContext({
    // At 400 % a window of 1280 is 320 wide (WCAG 1.4.10).
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'nl-NL',
    javaScriptEnabled: script,
    // axe is a script; the policy of the page allows none.
    bypassCSP: script,
  })
  return context.newPage()
}

/** What axe says of the page as it is, and what it could not tell. */
export async function found(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE })
  const { violations, incomplete } = await page.evaluate<Pick<AxeResults, 'violations' | 'incomplete'>>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations', 'incomplete'], runOnly: RULES })})`,
  )
  return [...violations, ...incomplete].map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes[0]?.failureSummary})`,
  )
}

/** A picture of the whole page, when pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES)
    await page.screenshot({ path: `${PICTURES}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
}

/** Nothing that has to be scrolled sideways for. */
export const fits = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
/** What can be pressed is large enough (WCAG 2.5.8), with what belongs to it. */
export const sizes = (page: Page) =>
  page.evaluate<number[]>(
    "[...document.querySelectorAll('button, a, input:not([type=hidden]):not([type=radio]), textarea, .choice')].map((e) => e.getBoundingClientRect().height)",
  )
/** What is wrong, or not sent, is read first: it has the focus when the page comes back. */
export const focused = (page: Page) => page.evaluate<string>('document.activeElement?.className')
