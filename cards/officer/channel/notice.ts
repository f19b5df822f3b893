/** A line in the officer's own chat: that something happened, never what was written or by whom. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { OverdueTerm } from '../../../services/signal/overdueTypes.ts'
import type { OfficerNotice } from '../../../services/signal/record.ts'
import type { Language, Reference, SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, small, submit, text, title } from '../elements.ts'

/** What a notice says of terms that passed. A partner goes by the name that is configured. */
export type OverdueShown = {
  terms: readonly { term: OverdueTerm; partner?: string | undefined }[]
  /** So many other cases are told with this one: then none of them is named. */
  others: number
  /** Who had it was told before. */
  next: boolean
}

type Notice = {
  reference: Reference
  notice: OfficerNotice
  /** With `overdue`. */
  overdue?: OverdueShown | undefined
  signal: SignalId
  surface: Surface
  language: Language
}

/** What happened with one signal, and the way to it. */
export function noticeCard({ reference, notice, overdue, signal, surface, language }: Notice): IAdaptiveCard {
  const t = texts(language).officer
  if (overdue && overdue.others > 0) {
    return frame({
      language,
      speak: t.waitingShort,
      body: [
        title(t.waitingShort),
        text(t.lateMany(overdue.others + 1)),
        ...(overdue.next ? [text(t.lateManyNext)] : []),
      ],
      actions: [submit(t.list.title, opensDialog(packOfficer('worklist', {}), surface))],
    })
  }
  // Of the whole list, and of no case.
  if (notice === 'toDestroy') {
    const { title: name, openList } = t.toDestroy
    return frame({
      language,
      speak: `${t.waitingShort}: ${name}`,
      body: [title(name), text(t.notice.toDestroy)],
      actions: [submit(openList, opensDialog(packOfficer('toDestroy', {}), surface))],
    })
  }
  return frame({
    language,
    speak: `${t.waitingShort}: ${reference}`,
    body: [title(reference), text(t.notice[notice]), ...overdueLines(overdue, language), small(t.noticeOpen)],
    actions: [submit(t.open, opensDialog(packOfficer('open', { signal }), surface))],
  })
}

function overdueLines(overdue: OverdueShown | undefined, language: Language): CardElement[] {
  const t = texts(language).officer
  if (!overdue) return []
  const lines = overdue.terms.map(({ term, partner }) => {
    if (partner === undefined) return t.lateTerm[term]
    const named = term === 'handOver' || term === 'answer' || term === 'recipient'
    return named ? t.lateWith[term](partner) : t.lateTerm[term]
  })
  return [...new Set(lines), ...(overdue.next ? [t.lateNext] : [])].map((line) =>
    text(line, { spacing: 'Small' }),
  )
}
