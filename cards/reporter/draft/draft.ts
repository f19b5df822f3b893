/** The echo of what was typed, with the few choices that an officer needs to begin (A003, I.17). */
import type { IAdaptiveCard, IChoiceSetInput } from '@microsoft/teams.cards'
import type { Draft } from '../../../services/draft/chat.ts'
import { splits } from '../../../services/draft/parked.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Form } from '../../../services/signal/record.ts'
import type { Language, SignalId } from '../../../services/words.ts'
import { opensDialog, packReporter, type Surface } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { type Texts, texts } from '../../texts/index.ts'
import {
  announced,
  aside,
  bareButton,
  button,
  buttons,
  card,
  type Element,
  emergencyLine,
  heading,
  noticeLine,
  type Readers,
  say,
  whoMayKnow,
  written,
} from '../elements.ts'
import { noteLines, type Proposals, reasonLines } from './proposals.ts'
import { betrayPart, hiddenPart, type Pointed } from './review.ts'

/** How much of a draft its card shows. */
export const MOST_ECHO = 6_000

type DraftCard = Readers & {
  draft: Draft
  municipality: Municipality
  /** Where the form opens; inline when not given. */
  surface?: Surface
  /** A page of ours takes photos and documents. */
  files?: boolean
  /** What gives its writer away, where nobody may know who that is. */
  pointed?: readonly Pointed[]
  /** What to look at, said once at the top; nothing went wrong. */
  notice?: string | undefined
  /** What was understood of it. */
  proposals?: Proposals
  language: Language
}

/** What the bot has of the reporter: the text, three choices with defaults, and the button to send it. */
export function draftCard({
  draft,
  accountable,
  municipality,
  surface = 'inline',
  files = false,
  pointed = [],
  notice,
  proposals = {},
  language,
}: DraftCard): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const t = reporter.draft
  const name = plain(accountable.name)
  const { id, kind, attachmentsRefused } = draft
  const echo = echoOf(draft, shared)
  const body: Element[] = [
    ...noticeLine(notice),
    heading(t.title[kind]),
    emergencyLine(language),
    written(echo === '' ? t.nothing : echo, MOST_ECHO, shared.more),
    say(kind === 'signal' ? t.notSent : `${t.notSent} ${t.consultation(name)}`),
    ...(attachmentsRefused > 0 ? [say(t.attachments(attachmentsRefused, name))] : []),
    ...(draft.attachments?.length ? [say(reporter.files.count(draft.attachments.length))] : []),
    ...hiddenPart(draft, language),
    ...betrayPart(draft, pointed, language),
    ...noteLines(proposals, name, language),
    ...choices(draft, whoMayKnow(municipality, language, accountable), proposals, texts(language)),
    ...departmentOf(municipality, language),
    ...reasonLines(proposals, language),
    ...(splits(draft) > 0
      ? [buttons(bareButton(reporter.talk.undo.split, packReporter('split', { draft: id })))]
      : []),
    aside(t.honest),
  ]
  const other = kind === 'signal' ? 'consultation' : 'signal'
  const send = button(
    t.send[kind],
    packReporter<'send', 'certainty' | 'urgency' | 'degree' | 'minor' | 'department'>('send', { draft: id }),
    { style: 'positive' },
  )
  const form = bareButton(t.form, opensDialog(packReporter('form', { draft: id }), surface))
  const asOther = bareButton(
    kind === 'signal' ? t.toConsultation : t.toSignal,
    packReporter('asKind', { draft: id, kind: other }),
  )
  return card(language, t.title[kind], body, [
    // Where the words doubt, talking it through stands first (A007).
    ...(proposals.consult && kind === 'signal' ? [asOther, send, form] : [send, form, asOther]),
    ...(files ? [bareButton(reporter.files.button, packReporter('addFile', { to: id }))] : []),
    bareButton(reporter.button.discard, packReporter('discard', { draft: id })),
  ])
}

/** What was typed, in its order, and what stands in the form. */
export function echoOf(draft: Draft, shared: Texts['shared']): string {
  const typed = draft.parts.map((part) => part.text)
  return [...typed, ...formLines(draft.form ?? {}, shared)].join('\n')
}

/** A line such as "Where: …" for every field that was filled in. */
export function formLines(form: Form, shared: Texts['shared']): string[] {
  const { field, yesNo } = shared
  const filled = (['what', 'where', 'when', 'who', 'howKnown'] as const).flatMap((key) => {
    const value = form[key]?.trim() ?? ''
    return value === '' ? [] : [`${field[key]}: ${value}`]
  })
  return form.minor ? [...filled, `${field.minor}: ${yesNo[form.minor]}`] : filled
}

/** The three choices; what was chosen before stays, danger makes it urgent. */
function choices(draft: Draft, who: string, proposals: Proposals, { reporter }: Texts): IChoiceSetInput[] {
  const acute = draft.danger !== undefined && draft.danger.takenBackAt === undefined
  const { certainty, urgency, degree } = reporter.draft
  const t = reporter.form
  return [
    choice('certainty', certainty.label, draft.certainty ?? proposals.certainty?.value ?? 'suspicion', [
      ['sure', certainty.sure],
      ['suspicion', certainty.suspicion],
      ['gut', certainty.gut],
    ]),
    choice(
      'urgency',
      urgency.label,
      draft.urgency ?? (acute ? 'acute' : (proposals.urgency?.value ?? 'normal')),
      [
        ['acute', urgency.acute],
        ['high', urgency.high],
        ['normal', urgency.normal],
        ['soft', urgency.soft],
      ],
    ),
    choice('degree', degree.label[draft.kind], draft.degree ?? proposals.degree?.value ?? 'confidential', [
      ['confidential', degree.confidential(who)],
      ['unknown', degree.unknown],
      ['anonymous', degree.anonymous],
    ]),
    ...(proposals.minor
      ? [
          choice('minor', t.minor, 'yes', [
            ['yes', t.yes],
            ['no', t.no],
            ['unknown', t.unknown],
          ]),
        ]
      : []),
  ]
}

/** Where in the organisation it was seen, where there is a list to choose from; nobody is made to say it. */
function departmentOf({ departments = [] }: Municipality, language: Language): IChoiceSetInput[] {
  const { department: t } = texts(language).reporter.draft
  if (departments.length === 0) return []
  return [
    choice('department', t.label, 'none', [
      ['none', t.none],
      ...departments.map((d): [string, string] => [d, d]),
    ]),
  ]
}

function choice(id: string, label: string, value: string, all: [string, string][]): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    value,
    choices: all.map(([code, title]) => ({ title, value: code })),
  }
}

/** In place of an older echo: the text stands once on a screen, not twice. */
export function draftMovedCard({ language }: { language: Language }): IAdaptiveCard {
  const { moved } = texts(language).reporter.draft
  return card(language, moved, announced(moved))
}

/** In place of the echo of a draft that is no more. */
export function draftGoneCard({
  why,
  draft,
  language,
}: {
  why: 'discarded' | 'expired' | 'expiredLater'
  /** What can be put back for a minute. */
  draft?: SignalId
  language: Language
}): IAdaptiveCard {
  const { talk, draft: t } = texts(language).reporter
  const gone = t.gone[why]
  if (!draft) return card(language, gone, announced(gone))
  return card(
    language,
    `${gone} ${talk.undo.minute}`,
    [...announced(gone), say(talk.undo.minute)],
    [bareButton(talk.undo.put, packReporter('putBack', { draft }))],
  )
}

/** I.9: one nudge, without a word of what was typed. Its button shows the draft again. */
export function draftNudgeCard({ draft, language }: { draft: Draft; language: Language }): IAdaptiveCard {
  const { draft: t, button: titles } = texts(language).reporter
  return card(language, t.nudge, announced(t.nudge), [
    bareButton(t.continue, packReporter('asKind', { draft: draft.id, kind: draft.kind })),
    bareButton(titles.discard, packReporter('discard', { draft: draft.id })),
  ])
}
