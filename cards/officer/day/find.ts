/** Finding a file to work on: what is looked for and what for, and where it was found; nothing of what stands there. */
import type { CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import { FindPurpose } from '../../../services/signal/deeds/dayData.ts'
import type { FindPart } from '../../../services/signal/reading/finding.ts'
import type { State } from '../../../services/signal/words.ts'
import type { Language, Reference, SignalId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { area, buttons, choose, frame, leave, small, submit, text, title, top } from '../elements.ts'

/** As many as one card shows. */
export const MOST_FILES = 15
/** Characters of why: it is kept, so it is short. */
const MOST_WHY = 200
const MOST_TERMS_TYPED = 1_000

type Base = { press: string; language: Language; error?: string | undefined; notice?: string | undefined }
type Asked = { terms: string; findFor?: FindPurpose | undefined; reason: string }

/** The form. */
export function findCard(it: Base & { values?: Partial<Asked> }): IAdaptiveCard {
  const { language, values } = it
  const { day, search, words } = texts(language).officer
  const { find: t } = day
  return frame({
    language,
    speak: t.title,
    body: [
      ...top(it),
      title(t.title),
      text(t.about),
      area({
        id: 'terms',
        label: t.terms,
        missing: t.termsMissing,
        most: MOST_TERMS_TYPED,
        value: values?.terms,
        language,
      }),
      choose({
        id: 'findFor',
        label: t.purpose,
        missing: t.purposeMissing,
        choices: FindPurpose.options.map((purpose) => [purpose, t.purposes[purpose]]),
        value: values?.findFor,
      }),
      area({
        id: 'reason',
        label: t.reason,
        hint: t.reasonHint,
        missing: t.reasonMissing,
        most: MOST_WHY,
        value: values?.reason,
        language,
      }),
    ],
    actions: [
      submit(t.send, packOfficer<'findNow', 'terms' | 'findFor' | 'reason'>('findNow', { press: it.press }), {
        style: 'positive',
      }),
      leave(search.button, packOfficer('search', {})),
      leave(words.worklist, packOfficer('worklist', {})),
    ],
  })
}

/** One file that was found. */
export type FoundFile = {
  signal: SignalId
  reference: Reference
  state: State
  label?: { text: string; own: boolean } | undefined
  parts: readonly FindPart[]
}

type Found = Base & {
  files: readonly FoundFile[]
  asked: Asked
  walked: number
  unreadable: number
  /** Where it goes on; undefined: everything was gone along. */
  next: string | undefined
}

/** Which files, how each stands, and by what it was found. */
export function foundFilesCard(it: Found): IAdaptiveCard {
  const { files, language, asked, next } = it
  const { channel, day, words } = texts(language).officer
  const { find: t, label } = day
  const row = (file: FoundFile): CardElement =>
    ({
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        text(file.reference, { weight: 'Bolder' }),
        ...(file.label
          ? [text((file.label.own ? label.own : label.other)(plain(file.label.text)), { spacing: 'Small' })]
          : []),
        small(words.states[file.state]),
        small(t.in(file.parts.map((part) => t.parts[part]).join(', '))),
        ...buttons(
          submit(channel.list.openOne(file.reference), packOfficer('open', { signal: file.signal })),
        ),
      ],
    }) satisfies IContainer
  const { terms, findFor, reason } = asked
  const on = { press: it.press, terms, findFor, reason, from: next }
  return frame({
    language,
    speak: t.title,
    body: [
      ...top(it),
      title(t.title),
      text(files.length === 0 ? t.none : t.found(files.length)),
      ...files.map(row),
      ...(next === undefined ? [] : [text(t.walked(it.walked), { separator: true })]),
      ...(it.unreadable > 0 ? [text(t.unreadable(it.unreadable), { color: 'Attention' })] : []),
    ],
    actions: [
      ...(next === undefined ? [] : [submit(t.more, packOfficer('findNow', on), { style: 'positive' })]),
      leave(t.again, packOfficer('find', {})),
      leave(words.worklist, packOfficer('worklist', {})),
    ],
  })
}
