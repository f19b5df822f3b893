/** The photos and documents of a signal in its dossier: what each is, never what is on it. */
import type { CardElement, IAdaptiveCard, IOpenUrlAction } from '@microsoft/teams.cards'
import { LOOK_MINUTES } from '../../../services/files/attachment.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import type { Look } from '../case/caseView.ts'
import {
  buttons,
  choose,
  frame,
  leave,
  reasonField,
  section,
  small,
  submit,
  text,
  title,
} from '../elements.ts'
import { form, onCase, type PageOf } from '../forms/form.ts'
import { momentsIn } from '../lookups.ts'

/** How large a file is, as people say it. */
const sizeInWords = (bytes: number, language: Language): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString(language)} kB`
    : `${(bytes / 1_000_000).toLocaleString(language, { maximumFractionDigits: 1 })} MB`

/** One line for each file. */
function linesOf({ record, municipality, language }: Look) {
  const { files: t } = texts(language).officer
  const moment = momentsIn(municipality, language)
  return (record.attachments ?? []).map((file, at) => ({
    file,
    number: at + 1,
    line: t.line(at + 1, t.kinds[file.kind], sizeInWords(file.size, language), moment(file.at)),
  }))
}

/** The part of the dossier; nothing where there are none. */
export function filesPart(it: Look & { press: string }): CardElement[] {
  const { record, language } = it
  const { files: t } = texts(language).officer
  const lines = linesOf(it)
  if (lines.length === 0) return []
  const notScanned = lines.some(({ file }) => file.scanned === 'notScanned')
  return section(t.title, [
    small(t.warning),
    ...lines.flatMap(({ file, number, line }) => [
      text(line, { spacing: 'Small' }),
      ...buttons(submit(t.look(number), packOfficer('lookFile', { ...onCase(it), file: file.id }))),
    ]),
    small(notScanned ? t.scanned.notScanned : t.scanned.clean),
    ...buttons(submit(t.drop, packOfficer('page', { signal: record.id, page: 'dropFile' }))),
  ])
}

/** The link to look at one; without one it says why. */
export function lookCard(it: {
  record: SignalRecord
  link: string | undefined
  language: Language
}): IAdaptiveCard {
  const { record, link, language } = it
  const { files: t } = texts(language).officer
  const open: IOpenUrlAction[] = link ? [{ type: 'Action.OpenUrl', title: t.openLink, url: link }] : []
  return frame({
    language,
    speak: t.lookTitle,
    body: [
      title(t.lookTitle),
      small(record.reference),
      text(link ? t.lookAbout(LOOK_MINUTES) : t.noPages),
      ...(link ? [text(t.warning, { weight: 'Bolder' })] : []),
    ],
    actions: [...open, leave(t.back, packOfficer('open', { signal: record.id }))],
  })
}

/** The form to take one out. */
export function dropFileCard(it: PageOf<{ file: string; reason: string }>): IAdaptiveCard {
  const { language, values } = it
  const { files: t } = texts(language).officer
  const lines = linesOf(it)
  if (lines.length === 0) return form({ ...it, name: t.drop, about: t.dropNone, body: [] })
  const [only] = lines.length === 1 ? lines : []
  return form({
    ...it,
    name: t.drop,
    about: t.dropAbout,
    body: [
      choose({
        id: 'file',
        label: t.which,
        missing: t.whichMissing,
        choices: lines.map(({ file, line }) => [file.id, line]),
        value: values?.file ?? only?.file.id,
      }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(t.dropSend, packOfficer<'dropFile', 'file' | 'reason'>('dropFile', onCase(it)), {
      style: 'positive',
    }),
  })
}
