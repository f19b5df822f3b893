/**
 * The page behind an answer link (docs/decisions/answer-link.md). Looking changes nothing; an answer is posted, once for
 * each page that was filled in, and is kept as what the link said.
 */
import { readDay } from '../../cards/readDay.ts'
import { pageTexts } from '../../cards/texts/pages.ts'
import { handOverOf, takesAnswer } from '../../services/handover/link/answerLink.ts'
import {
  isFinal,
  LinkForm,
  LinkSaid,
  MOST_LINE,
  MOST_SHORT,
} from '../../services/handover/link/linkAnswer.ts'
import { mailNumber } from '../../services/handover/link/number.ts'
import { isPageNumber, pageNumber } from '../../services/handover/link/once.ts'
import { isLinkHash, type LinkTarget, readLink } from '../../services/handover/link/token.ts'
import { phoneOf } from '../../services/handover/phone.ts'
import type { Sent } from '../../services/handover/sent.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { hideAcross } from '../../services/privacy/bsn/across.ts'
import { BSN_MARKS, maskBsn } from '../../services/privacy/bsn/find.ts'
import { oneLine, withoutUnseen } from '../../services/privacy/unseen.ts'
import { handle, readSignal } from '../../services/signal/handle.ts'
import type { Route, SignalRecord } from '../../services/signal/record.ts'
import { withoutCodes } from '../../services/vault/code.ts'
import { Day, type Language, MunicipalityId, SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import { type Asker, answerPage, FIELDS, type FieldName, ONCE, thanksPage, type Wrong } from './answerForm.ts'
import type { Form, Page, PageAnswer, PageRequest } from './page.ts'

/** Bytes: each field to the brim, in signs of which an address takes three for each of four bytes. */
const MOST_FORM = 24_000
/** Days ahead that anybody would name. */
const MOST_AHEAD = 366
const NOTHING: PageAnswer = { is: 'nothing' }
/** A signal that is none: it is looked for where a link is none, so that both cost the same. */
const NO_SIGNAL = SignalId.parse('00000000-0000-4000-8000-000000000000')

/** What a link leads to. */
type Found = { municipality: Municipality; record: SignalRecord; route: Route; sent: Sent }

/** The page of answer links. */
export function answerPages(app: App): Page {
  return {
    prefix: 'a',
    look: async ({ rest, language }) => {
      const found = await findOf(app, rest)
      if (!found || !takesAnswer(found.record, found.route)) return NOTHING
      return answerPage({ ...askerOf(app, found, language), once: pageNumber(app.keys, rest, app.newId()) })
    },
    post: { as: 'form', most: MOST_FORM, handle: (request, form) => answered(app, request, form) },
  }
}

/** Where the link leads, as it stands now; undefined: nowhere, and nobody learns why. @throws StoreUnavailable */
async function findOf(app: App, rest: string): Promise<Found | undefined> {
  const target = readLink(app.keys, 'answer', rest, app.now())
  const municipality = target && app.municipalities.all().find(({ id }) => id === target.municipality)
  if (!target || !municipality) {
    const [any] = app.municipalities.all()
    await readSignal(app.store, any?.id ?? MunicipalityId.parse('none'), NO_SIGNAL)
    return undefined
  }
  return standing(app, municipality, target, rest)
}

async function standing(
  app: App,
  municipality: Municipality,
  target: LinkTarget,
  token: string,
): Promise<Found | undefined> {
  const signal = SignalId.safeParse(target.subject)
  const kept = signal.success ? await readSignal(app.store, municipality.id, signal.data) : undefined
  const record = kept && 'record' in kept ? kept.record : undefined
  const found = record && handOverOf(app.keys, record, target)
  if (!record || !found) return undefined
  const mail = found.route.mails?.find(({ sent }) => sent === found.sent.id)
  // What stands in the record of the link must be of this very one.
  if (mail && !isLinkHash(app.keys, token, mail.link)) return undefined
  return { municipality: app.municipalities.now(municipality), record, ...found }
}

const askerOf = (
  { keys, now }: Pick<App, 'keys' | 'now'>,
  { municipality, record, sent }: Found,
  language: Language,
): Asker => ({
  municipality: municipality.name,
  number: mailNumber(keys, municipality.id, sent.id),
  phone: phoneOf(record, municipality, now()),
  language,
})

async function answered(app: App, { rest, language }: PageRequest, form: Form): Promise<PageAnswer> {
  const found = await findOf(app, rest)
  if (!found) {
    // Of something that is gone, or of nothing that we ever made: there is nobody to tell it to, so it is counted.
    app.log.warn('link.unusable')
    return NOTHING
  }
  const { municipality, record, route, sent } = found
  const said = form.get(ONCE) ?? ''
  const once = isPageNumber(app.keys, rest, said) ? said : undefined
  const asker = askerOf(app, found, language)
  const before = once === undefined ? undefined : route.fromLink?.find(({ id }) => id === once)
  if (before) return thanksPage({ ...asker, again: !isFinal(before), hidden: false })
  const of = { route: route.id, sent: sent.id }
  const by = { id: app.newId(), actor: { role: 'system' } } as const
  const refused = async (): Promise<PageAnswer> => {
    const tried = await handle(handling(app, municipality), record.id, { do: 'linkRefused', ...of, ...by })
    if (tried.done === 'saved') void app.courier.deliver(municipality, tried.kept)
    app.log.warn('link.unusable')
    return NOTHING
  }
  if (!takesAnswer(record, route)) return refused()
  const read = readForm(form, language, dayOf(app.now(), municipality))
  const number = once ?? pageNumber(app.keys, rest, app.newId())
  if ('wrong' in read) return answerPage({ ...asker, once: number, typed: read.typed, wrong: read.wrong })
  const { filled, hidden } = read
  // Not from the page: a scanner that sends forms, or a page of somebody else. The page comes back, with what was in it.
  if (once === undefined) return answerPage({ ...asker, once: number, typed: typedIn(filled), again: true })
  const command = { do: 'linkAnswered', ...of, answer: once, said: filled, ...by } as const
  const handled = await handle(handling(app, municipality), record.id, command)
  switch (handled.done) {
    case 'saved':
      void app.courier.deliver(municipality, handled.kept)
      return thanksPage({ ...asker, again: !isFinal(filled), hidden })
    case 'refused':
      // The same page, pressed twice at the same moment.
      return handled.refusal.refused === 'already'
        ? thanksPage({ ...asker, again: !isFinal(filled), hidden })
        : refused()
    case 'unknown':
    case 'ended':
      app.log.warn('link.unusable')
      return NOTHING
    default:
      return handled satisfies never
  }
}

/** What was filled in, as it stands in the fields. */
const typedIn = ({
  what,
  contact,
  reach,
  day,
  passedTo,
  line,
}: LinkForm): Partial<Record<FieldName, string>> => ({
  what,
  contact,
  reach,
  day,
  passedTo,
  line,
})

type Read =
  | { filled: LinkForm; hidden: boolean }
  | { wrong: Wrong; typed: Partial<Record<FieldName, string>> }

const MOST: Partial<Record<FieldName, number>> = {
  passedTo: MOST_SHORT,
  contact: MOST_SHORT,
  reach: MOST_SHORT,
  line: MOST_LINE,
}
/** Only here an end of a line means something. */
const IN_LINES: ReadonlySet<FieldName> = new Set(['line'])
const cleaned = (name: FieldName, text: string): string =>
  IN_LINES.has(name) ? withoutUnseen(text) : oneLine(text)

/** What was filled in, without numbers of citizens and codes of reporters; or what is wrong, with what was typed. */
export function readForm(form: Form, language: Language, today: Day): Read {
  const { wrong: t } = pageTexts(language).answer
  const typed = Object.fromEntries(FIELDS.map((name) => [name, cleaned(name, form.get(name) ?? '')]))
  const wrong: Wrong = {}
  const what = LinkSaid.safeParse(typed.what)
  if (!what.success) wrong.what = t.what
  if (what.data === 'passedOn' && !typed.passedTo) wrong.passedTo = t.passedTo
  if (what.data === 'question' && !typed.line && !typed.reach) wrong.line = t.question
  // A browser without a field for days sends what was typed in it.
  const day = typed.day ? Day.safeParse(readDay(typed.day)) : undefined
  if (day && (!day.success || day.data < today || daysTo(today, day.data) > MOST_AHEAD)) wrong.day = t.day
  for (const name of FIELDS) {
    const most = MOST[name]
    if (most !== undefined && (typed[name] ?? '').length > most) wrong[name] = t.long(most)
  }
  const texts = ['passedTo', 'contact', 'reach', 'line'] as const
  const mark = BSN_MARKS[language]
  const plain = texts.map((name) => withoutCodes(typed[name] ?? ''))
  const masked = hideAcross(
    plain.map((text) => maskBsn(text, mark).text),
    mark,
  )
  // A mark is longer than a number: what was within its bounds stays there.
  const kept = Object.fromEntries(
    texts.flatMap((name, at) => (masked[at] ? [[name, masked[at].slice(0, MOST[name])]] : [])),
  )
  const hidden = masked.some((text, at) => text !== plain[at])
  if (!what.success || Object.keys(wrong).length > 0)
    return { wrong, typed: { what: what.data ?? '', day: typed.day ?? '', ...kept } }
  const filled = LinkForm.parse({ what: what.data, ...(day?.success ? { day: day.data } : {}), ...kept })
  return { filled, hidden }
}

const daysTo = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
