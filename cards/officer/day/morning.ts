/**
 * What an officer hears in their own chat of the day and of a turn: numbers, never a reference, and the way to the list. In
 * the window: what colleagues did meanwhile, by file.
 */
import type { CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import type { Language, Reference, SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { buttons, frame, leave, small, submit, text, title } from '../elements.ts'

type Said = { surface: Surface; language: Language }

/** How many things there are of each. */
export type MorningNumbers = { today: number; late: number; fresh: number; open: number }

const listButton = ({ surface, language }: Said) =>
  submit(texts(language).officer.day.morning.open, opensDialog(packOfficer('worklist', {}), surface))

/** The morning of whoever is on duty. */
export function morningCard(it: Said & { numbers: MorningNumbers }): IAdaptiveCard {
  const { day } = texts(it.language).officer
  return frame({
    language: it.language,
    urgent: true,
    speak: day.morning.title,
    body: [title(day.morning.title), text(day.morning.list(it.numbers))],
    actions: [listButton(it)],
  })
}

/** A turn begins. `back`: others were on duty since the last turn of this person. */
export function dutyBeginsCard(it: Said & { numbers: MorningNumbers; back: boolean }): IAdaptiveCard {
  const { day } = texts(it.language).officer
  const done = submit(day.duty.button, opensDialog(packOfficer('duty', {}), it.surface))
  return frame({
    language: it.language,
    urgent: true,
    speak: day.duty.begins,
    body: [
      title(day.duty.begins),
      text(it.back ? day.duty.backAbout : day.duty.beginsAbout(it.numbers.open)),
      text(day.morning.list(it.numbers)),
    ],
    actions: [listButton(it), ...(it.back ? [done] : [])],
  })
}

/** A turn is over, and who is on duty now. */
export function dutyEndsCard({ name, language }: Said & { name: string }): IAdaptiveCard {
  const { duty } = texts(language).officer.day
  return frame({
    language,
    urgent: true,
    speak: duty.ends,
    body: [title(duty.ends), text(duty.endsAbout(plain(name)))],
  })
}

/** What was done on one file, by whom, in its order. */
export type DoneOn = {
  signal: SignalId
  reference: Reference
  lines: readonly { name: string; deeds: readonly string[] }[]
}

type Done = {
  /** Since which day, in words. */
  since: string
  files: readonly DoneOn[]
  /** Where it goes on; undefined: everything was gone along. */
  next: string | undefined
  language: Language
}

/** As many files as one card shows. */
export const MOST_DONE = 15

/** What colleagues did, by file: names of deeds, and nothing that was written. */
export function doneMeanwhileCard({ since, files, next, language }: Done): IAdaptiveCard {
  const { day, channel, words } = texts(language).officer
  const { duty: t } = day
  const names: Readonly<Record<string, string>> = t.deeds
  const inWords = (deeds: readonly string[]): string =>
    [...new Set(deeds.map((deed) => names[deed] ?? t.other))].join(', ')
  const row = ({ signal, reference, lines }: DoneOn): CardElement =>
    ({
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        text(reference, { weight: 'Bolder' }),
        ...lines.map(({ name, deeds }) => text(t.row(name, inWords(deeds)), { spacing: 'Small' })),
        ...buttons(submit(channel.list.openOne(reference), packOfficer('open', { signal }))),
      ],
    }) satisfies IContainer
  return frame({
    language,
    speak: t.title,
    body: [
      title(t.title),
      small(t.since(since)),
      ...(files.length === 0 ? [text(t.nothing)] : files.map(row)),
      ...(next === undefined ? [] : [text(t.walked, { separator: true })]),
    ],
    actions: [
      ...(next === undefined ? [] : [submit(t.more, packOfficer('duty', { from: next }))]),
      leave(words.worklist, packOfficer('worklist', {})),
    ],
  })
}
