/** The links to the pages of files: made here, and read here, so that both sides say the same. */
import { ChatId } from '../../services/draft/chat.ts'
import { LOOK_MINUTES } from '../../services/files/attachment.ts'
import { linkToken, readLink } from '../../services/handover/link/token.ts'
import { type Instant, type MunicipalityId, plus, SignalId } from '../../services/words.ts'
import type { Outside } from './ports.ts'

type Linking = Pick<Outside, 'keys' | 'pagesAt'>

/** The prefixes of the two pages: to add files, and to look at one. */
export const UPLOAD_PREFIX = 'f'
export const LOOK_PREFIX = 'g'

/** Undefined: no pages are served. */
export function uploadLink(
  { keys, pagesAt }: Linking,
  it: { municipality: MunicipalityId; chat: ChatId; link: string; until: Instant },
): string | undefined {
  if (pagesAt === undefined) return undefined
  const { municipality, link, until } = it
  const token = linkToken(keys, { purpose: 'file', municipality, subject: `add.${it.chat}`, link, until })
  return `${pagesAt}/${UPLOAD_PREFIX}/${token}`
}

/** Undefined: no pages are served. */
export function lookLink(
  { keys, pagesAt }: Linking,
  it: { municipality: MunicipalityId; signal: SignalId; look: string; now: Instant },
): string | undefined {
  if (pagesAt === undefined) return undefined
  const { municipality, look: link } = it
  const until = plus(it.now, { minutes: LOOK_MINUTES })
  const token = linkToken(keys, { purpose: 'file', municipality, subject: `look.${it.signal}`, link, until })
  return `${pagesAt}/${LOOK_PREFIX}/${token}`
}

/** What a link to add files says. */
export function readUpload({ keys }: Linking, token: string, now: Instant) {
  const read = readLink(keys, 'file', token, now)
  const chat = ChatId.safeParse(read?.subject.replace(/^add\./, ''))
  if (!read?.subject.startsWith('add.') || !chat.success) return undefined
  return { municipality: read.municipality, chat: chat.data, link: read.link }
}

/** What a link to look at a file says. */
export function readLook({ keys }: Linking, token: string, now: Instant) {
  const read = readLink(keys, 'file', token, now)
  const signal = SignalId.safeParse(read?.subject.replace(/^look\./, ''))
  if (!read?.subject.startsWith('look.') || !signal.success) return undefined
  return { municipality: read.municipality, signal: signal.data, look: read.link }
}
