/**
 * The page by which a reporter adds a photo or document, from a link in their own chat. It does not say what it is for, and
 * the link works once.
 */
import { pageTexts } from '../../../cards/texts/pages.ts'
import { addFiles, countAt, uploadIn } from '../../../services/files/add.ts'
import {
  MOST_AT_ONCE,
  MOST_FILE_BYTES,
  MOST_UPLOAD_BYTES,
  MOST_WITH_SIGNAL,
} from '../../../services/files/attachment.ts'
import { type CleanFile, cleanFile } from '../../../services/files/clean.ts'
import { readChat } from '../../../services/signal/handle.ts'
import type { Language } from '../../../services/words.ts'
import type { App } from '../../app/app.ts'
import { readUpload, UPLOAD_PREFIX } from '../../app/fileLinks.ts'
import { handling } from '../../app/ports.ts'
import { el, type Html } from '../html.ts'
import { errorsBox } from '../layout.ts'
import type { Page, PageAnswer, PageRequest } from '../page.ts'
import { filesIn } from './multipart.ts'

const NOTHING: PageAnswer = { is: 'nothing' }
const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

/** What the browser offers to choose from; what comes is looked at by its bytes. */
const ACCEPTS = 'image/jpeg,image/png,image/webp,application/pdf,text/plain'

function formPage(
  rest: string,
  language: Language,
  wrong: readonly string[] = [],
  status: 413 | 422 = 422,
): PageAnswer {
  const { answer, files } = pageTexts(language)
  const t = files.upload
  const errors: Html[] =
    wrong.length === 0
      ? []
      : [errorsBox(t.wrong, el('ul', {}, ...wrong.map((line) => el('li', {}, line))), el('p', {}, t.again))]
  return {
    is: 'page',
    ...(wrong.length > 0 ? { status } : {}),
    title: wrong.length > 0 ? answer.errorTitle(t.title) : t.title,
    main: [
      ...errors,
      el('p', {}, t.about),
      el('ul', {}, ...t.what.map((line) => el('li', {}, line))),
      el('p', { class: 'note' }, t.warning),
      el(
        'form',
        {
          method: 'post',
          action: `/${UPLOAD_PREFIX}/${rest}?lang=${language}`,
          enctype: 'multipart/form-data',
          // What is wrong is said by the page, in its language; a browser says it in another.
          novalidate: true,
        },
        el(
          'div',
          { class: 'field' },
          el('label', { for: 'file' }, t.field),
          el(
            'p',
            { class: 'hint', id: 'hint' },
            t.hint(MOST_AT_ONCE, megabytes(MOST_FILE_BYTES), megabytes(MOST_UPLOAD_BYTES)),
          ),
          el('input', {
            type: 'file',
            id: 'file',
            name: 'file',
            multiple: true,
            required: true,
            accept: ACCEPTS,
            'aria-describedby': 'hint',
          }),
        ),
        el('button', { type: 'submit' }, t.send),
      ),
    ],
  }
}

export function uploadPage(app: App): Page {
  /** What the link is for, as long as it works. @throws StoreUnavailable */
  async function opened(rest: string) {
    const now = app.now()
    const target = readUpload(app, rest, now)
    const municipality = app.municipalities.all().find(({ id }) => id === target?.municipality)
    if (!target || !municipality) return undefined
    const it = handling(app, municipality)
    const { chat } = await readChat(app.store, municipality.id, target.chat)
    const upload = uploadIn(chat, target.link, now)
    const count = upload && (await countAt(it, chat, upload.to))
    return count === undefined ? undefined : { it, municipality, target, count }
  }

  /** Each of them checked and made anew; or what is wrong with which. */
  async function cleaned(files: readonly Buffer[], language: Language) {
    const { upload: t } = pageTexts(language).files
    const clean: CleanFile[] = []
    const wrong: string[] = []
    for (const [at, bytes] of files.entries()) {
      const made = await cleanFile(bytes, { language, scanner: app.scanner })
      if ('refused' in made) wrong.push(t.file(at + 1, t.why[made.refused]))
      else clean.push(made)
    }
    return { clean, wrong }
  }

  async function handle({ rest, language }: PageRequest, body: Buffer, type: string): Promise<PageAnswer> {
    const { upload: t } = pageTexts(language).files
    const open = await opened(rest)
    if (!open) return NOTHING
    const posted = await filesIn(body, type)
    if ('refused' in posted)
      return formPage(rest, language, [posted.refused === 'tooMany' ? t.tooMany(MOST_AT_ONCE) : t.none])
    if (posted.files.length === 0) return formPage(rest, language, [t.none])
    if (open.count + posted.files.length > MOST_WITH_SIGNAL) return formPage(rest, language, [t.full])
    const { clean, wrong } = await cleaned(posted.files, language)
    if (wrong.length > 0) return formPage(rest, language, wrong)
    const { target, it, municipality } = open
    const done = await app.turns.run(target.chat, () => addFiles(it, target.chat, target.link, clean))
    if ('refused' in done) return done.refused === 'full' ? formPage(rest, language, [t.full]) : NOTHING
    if (done.to === 'signal') app.courier.deliver(municipality, done.kept)
    return {
      is: 'page',
      title: t.done.title,
      main: [el('p', {}, t.done.text(done.added)), el('p', { class: 'note' }, t.done[done.to])],
    }
  }

  return {
    prefix: UPLOAD_PREFIX,
    look: async ({ rest, language }) => ((await opened(rest)) ? formPage(rest, language) : NOTHING),
    post: {
      as: 'raw',
      most: MOST_UPLOAD_BYTES,
      type: /^multipart\/form-data\s{0,4};/i,
      admits: async ({ rest }) => (await opened(rest)) !== undefined,
      tooLarge: ({ rest, language }) => {
        const { tooLarge } = pageTexts(language).files.upload
        return formPage(rest, language, [tooLarge(megabytes(MOST_UPLOAD_BYTES))], 413)
      },
      handle,
    },
  }
}
