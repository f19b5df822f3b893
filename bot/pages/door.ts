/**
 * The door for web pages of ours, on the same server as the messages of Teams. Whoever comes here is a stranger with a
 * link: no account, no cookie, no script. An address with a link in it is a key, so it stands in no log, no error and
 * no metric (docs/decisions/pages.md).
 */
import { setTimeout as pause } from 'node:timers/promises'
import type restify from 'restify'
import { StoreUnavailable } from '../../services/store/port.ts'
import { KeysUnavailable } from '../../services/vault/keyring.ts'
import type { Language } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import type { RateLimit } from '../app/rateLimit.ts'
import { arriveWithin, FILE_ARRIVAL, FORM_TYPE, formOf, letPass, PASSING, readBody } from './body.ts'
import { bytesHeaders, downloadHeaders, languageOf, pageHeaders } from './headers.ts'
import { laterPage, neutralPage, wholePage } from './layout.ts'
import type { Page, PageAnswer, Shown } from './page.ts'

/** How often one address, one link, and all of them together may come. */
export const PAGE_PACE = {
  address: { burst: 40, perSecond: 1 },
  link: { burst: 20, perSecond: 0.2 },
  all: { burst: 400, perSecond: 50 },
} as const

export type PageDoor = {
  pages: readonly Page[]
  pace: Readonly<Record<keyof typeof PAGE_PACE, RateLimit>>
  /**
   * How many proxies of ours stand in front: the address of a visitor is what the outermost of them wrote. With 0 it is
   * that of the connection.
   */
  proxies: number
}

type Given = Pick<Outside, 'log' | 'municipalities'>

/** A link is at most so long; ours are a third of it. */
const MOST_LINK = 600
const PATH = /^\/([a-z])\/([A-Za-z0-9_-]{1,600})$/
/**
 * Milliseconds. What is not there is answered at a multiple of it after it came: an altered link costs a hash, a used one
 * costs a look in the store, and nobody can tell these apart by a watch.
 */
const BEAT = 150
/** Seconds, where somebody has to wait and nothing says how long. */
const LATER = 30

/** The parts of an address that is one of these pages; undefined: another door's. */
function partsOf(
  url: string,
  pages: readonly Page[],
): { page: Page; rest: string; query: string } | undefined {
  const [path = '', query = ''] = url.split('?', 2)
  if (path.length > MOST_LINK + 3) return undefined
  const [, prefix, rest] = PATH.exec(path) ?? []
  const page = pages.find((one) => one.prefix === prefix)
  return page && rest !== undefined ? { page, rest, query } : undefined
}

/** Is it an address below one of these prefixes, readable or not? Then nobody else answers it. */
const isBelow = (url: string, pages: readonly Page[]): boolean =>
  pages.some(
    ({ prefix }) => url === `/${prefix}` || url.startsWith(`/${prefix}/`) || url.startsWith(`/${prefix}?`),
  )

/** Who comes, to count how often. It is hashed by the rate limit, with a key that lives in memory. */
function visitorOf({ headers, socket }: restify.Request, proxies: number): string {
  const line = String(headers['x-forwarded-for'] ?? '')
    .slice(-400)
    .split(',')
  const written = proxies > 0 ? line.at(-proxies)?.trim() : undefined
  return written || socket.remoteAddress || 'unknown'
}

const isAway = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof KeysUnavailable

/** Answers requests for pages; everything else goes on to `next`. */
export function pagesHandler(door: PageDoor, { log, municipalities }: Given): restify.RequestHandler {
  /** With its whole body or none, and the connection ends where something of the request was left unread. */
  function send(
    request: restify.Request,
    response: restify.Response,
    language: Language,
    answer: PageAnswer,
  ) {
    const bare = request.method === 'HEAD'
    const end = (status: number, headers: Readonly<Record<string, string>>, body: Buffer) => {
      // Not by `header`: that would add to what every answer has, and two policies are both obeyed.
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      if (!request.complete) response.setHeader('connection', 'close')
      response.writeHead(status)
      response.end(bare ? undefined : body)
    }
    const show = (status: number, shown: Shown) => {
      const body = Buffer.from(wholePage(language, shown).toString())
      end(status, pageHeaders(body.length, shown.images), body)
    }
    switch (answer.is) {
      case 'page':
        return show(answer.status ?? 200, answer)
      case 'nothing':
        return show(404, neutralPage(language, municipalities.all()))
      case 'bytes':
        return end(200, bytesHeaders(answer.type, answer.bytes.length), answer.bytes)
      case 'download':
        return end(200, downloadHeaders(answer.type, answer.bytes.length, answer.name), answer.bytes)
      case 'later':
        response.setHeader('retry-after', String(answer.retryAfter))
        return show(answer.why === 'pace' ? 429 : 503, laterPage(language))
      default:
        return answer satisfies never
    }
  }

  /**
   * Seconds that this visitor has to wait; 0 when it may come in. Who is refused takes no room of anybody else: one address
   * that never stops does not use up what is there for all.
   */
  function waitOf(request: restify.Request, rest: string | undefined): number {
    const now = Date.now()
    return (
      door.pace.address.wait(visitorOf(request, door.proxies), now) ||
      (rest === undefined ? 0 : door.pace.link.wait(rest, now)) ||
      door.pace.all.wait('all', now)
    )
  }

  async function answerOf(request: restify.Request, language: Language): Promise<PageAnswer> {
    const parts = partsOf(request.url ?? '', door.pages)
    const wait = waitOf(request, parts?.rest)
    if (wait > 0) {
      log.warn('page.refused', { code: 'pace' })
      return { is: 'later', why: 'pace', retryAfter: wait }
    }
    if (!parts) return { is: 'nothing' }
    const { page, rest } = parts
    const it = { rest, language }
    if (request.method === 'GET' || request.method === 'HEAD') return page.look(it)
    const { post } = page
    if (request.method !== 'POST' || !post) return { is: 'nothing' }
    // A page of somebody else sends nothing in the name of whoever has it open.
    if (request.headers['sec-fetch-site'] === 'cross-site') return { is: 'nothing' }
    const type = request.headers['content-type'] ?? ''
    const packed = request.headers['content-encoding'] !== undefined
    if (packed || !(post.as === 'form' ? FORM_TYPE : post.type).test(type)) return { is: 'nothing' }
    if (post.as === 'form') {
      const read = await readBody(request, post.most)
      const form = typeof read === 'string' ? undefined : formOf(read.bytes)
      return form ? post.handle(it, form) : { is: 'nothing' }
    }
    if (!(await post.admits(it))) return { is: 'nothing' }
    arriveWithin(request, FILE_ARRIVAL)
    const read = await readBody(request, post.most)
    if (read === 'tooLarge') {
      await letPass(request, PASSING)
      return post.tooLarge(it)
    }
    return typeof read === 'string' ? { is: 'nothing' } : post.handle(it, read.bytes, type)
  }

  async function serve(request: restify.Request, response: restify.Response): Promise<void> {
    const came = performance.now()
    const language = languageOf(
      (request.url ?? '').split('?', 2)[1] ?? '',
      request.headers['accept-language'],
    )
    const answer = await answerOf(request, language).catch((error: unknown): PageAnswer => {
      // Its class and where it was thrown: the log takes no text of an error, so no link either.
      log.error('page.failed', { error })
      return isAway(error) ? { is: 'later', why: 'away', retryAfter: LATER } : { is: 'nothing' }
    })
    if (answer.is === 'nothing') {
      const spent = performance.now() - came
      await pause(Math.ceil((spent + 1) / BEAT) * BEAT - spent)
    }
    if (!response.destroyed) send(request, response, language, answer)
  }

  return (request: restify.Request, response: restify.Response, next: restify.Next) => {
    if (!isBelow(request.url ?? '', door.pages)) return next()
    serve(request, response)
      .catch((error: unknown) => {
        log.error('page.failed', { error })
        response.destroy()
      })
      .finally(() => next(false))
  }
}
