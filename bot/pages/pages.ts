/** Every kind of page, and the door that they come by. Each kind is one value; whoever adds one adds a line here. */
import type restify from 'restify'
import type { App } from '../app/app.ts'
import { RateLimit } from '../app/rateLimit.ts'
import type { PagesConfig } from '../app/settings/pages.ts'
import { answerPages } from './answer.ts'
import { PAGE_PACE, pagesHandler } from './door.ts'
import { lookPage } from './files/lookPage.ts'
import { uploadPage } from './files/uploadPage.ts'
import type { Page } from './page.ts'

/** The table of pages. @throws TypeError when two have the same prefix */
export function pagesOf(app: App): Page[] {
  const pages: Page[] = [answerPages(app), uploadPage(app), lookPage(app)]
  if (new Set(pages.map(({ prefix }) => prefix)).size !== pages.length)
    throw new TypeError('Two pages have the same prefix.')
  return pages
}

/** The door for pages; undefined where it is not configured where they are reached. */
export function openPages(app: App, config: PagesConfig | undefined): restify.RequestHandler | undefined {
  if (!config) return undefined
  const pace = {
    address: new RateLimit(app.keys, PAGE_PACE.address),
    link: new RateLimit(app.keys, PAGE_PACE.link),
    all: new RateLimit(app.keys, PAGE_PACE.all),
  }
  return pagesHandler({ pages: pagesOf(app), pace, proxies: config.proxies }, app)
}
