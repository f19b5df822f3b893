/**
 * The page by which an officer looks at a photo or document: once, minutes after asking for it, and only while this officer
 * may still see it. Opening the page changes nothing; the press in it is the look.
 */
import { pageTexts } from '../../../cards/texts/pages.ts'
import type { FileLook } from '../../../services/files/attachment.ts'
import { readFile } from '../../../services/files/kept.ts'
import { fileName } from '../../../services/files/kinds.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { mayActOn } from '../../../services/signal/deeds/may.ts'
import { handle, readSignal } from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { keyedHash } from '../../../services/vault/seal.ts'
import { OfficerId, uuidOf } from '../../../services/words.ts'
import type { App } from '../../app/app.ts'
import { LOOK_PREFIX, readLook } from '../../app/fileLinks.ts'
import { handling } from '../../app/ports.ts'
import { isStillThere } from '../../officer/authorise.ts'
import { el } from '../html.ts'
import type { Page, PageAnswer } from '../page.ts'

const NOTHING: PageAnswer = { is: 'nothing' }

type Opened = { municipality: Municipality; record: SignalRecord; look: FileLook; officer: OfficerId }

export function lookPage(app: App): Page {
  /** Whoever asked is on duty and in the channel now: the same check as at the press that made the link. */
  async function mayStill({ municipality, record, officer }: Omit<Opened, 'look'>): Promise<boolean> {
    const now = app.municipalities.now(municipality)
    if (!mayActOn(record, officer, { municipality: now, now: app.now() })) return false
    return isStillThere(app, now, officer)
  }

  /** @throws StoreUnavailable */
  async function opened(rest: string): Promise<Opened | undefined> {
    const target = readLook(app, rest, app.now())
    const municipality = app.municipalities.all().find(({ id }) => id === target?.municipality)
    if (!target || !municipality) return undefined
    const kept = await readSignal(app.store, municipality.id, target.signal)
    if (!kept || 'tombstone' in kept) return undefined
    const { record } = kept
    const look = record.fileLooks?.find(({ id }) => id === target.look)
    if (!look || look.shown || look.until <= app.now()) return undefined
    const officer = OfficerId.parse(look.by)
    return (await mayStill({ municipality, record, officer }))
      ? { municipality, record, look, officer }
      : undefined
  }

  /** Recorded, and only then shown. */
  async function shown(rest: string): Promise<PageAnswer> {
    const it = await opened(rest)
    const file = it && (await readFile(app.store, it.municipality.id, it.look.file))
    if (!it || !file) return NOTHING
    const handled = await handle(handling(app, it.municipality), it.record.id, {
      do: 'showFile',
      look: it.look.id,
      id: uuidOf(keyedHash(app.keys.chat, 'showFile', it.look.id)),
      actor: { role: 'officer', id: it.officer },
    })
    if (handled.done !== 'saved') return NOTHING
    const name = fileName(file.kind, it.record.reference)
    switch (file.kind) {
      case 'jpeg':
      case 'png':
      case 'webp':
        return { is: 'bytes', type: `image/${file.kind}`, bytes: file.bytes }
      case 'pdf':
        return { is: 'download', type: 'application/pdf', name, bytes: file.bytes }
      case 'txt':
        return { is: 'download', type: 'text/plain; charset=utf-8', name, bytes: file.bytes }
      default:
        return file.kind satisfies never
    }
  }

  return {
    prefix: LOOK_PREFIX,
    look: async ({ rest, language }) => {
      if (!(await opened(rest))) return NOTHING
      const { look: t } = pageTexts(language).files
      return {
        is: 'page',
        title: t.title,
        main: [
          el('p', {}, t.about),
          el('p', { class: 'note' }, t.warning),
          el(
            'form',
            { method: 'post', action: `/${LOOK_PREFIX}/${rest}?lang=${language}` },
            el('button', { type: 'submit' }, t.open),
          ),
        ],
      }
    },
    post: { as: 'form', most: 1_000, handle: ({ rest }) => shown(rest) },
  }
}
