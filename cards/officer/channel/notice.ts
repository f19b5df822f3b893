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
  /** How many other cases this notice tells of as well: then none of them is named. */
  others: number
  /** The person who had it was told before. */
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
      urgent: true,
      speak: t.channel.waitingShort,
      body: [
        title(t.channel.waitingShort),
        text(t.late.many(overdue.others + 1)),
        ...(overdue.next ? [text(t.late.manyNext)] : []),
      ],
      actions: [submit(t.channel.list.title, opensDialog(packOfficer('worklist', {}), surface))],
    })
  }
  // Of the whole list, and of no case.
  if (notice === 'toDestroy') {
    const { title: name, openList } = t.retention.toDestroy
    return frame({
      language,
      urgent: true,
      speak: `${t.channel.waitingShort}: ${name}`,
      body: [title(name), text(t.channel.notice.toDestroy)],
      actions: [submit(openList, opensDialog(packOfficer('toDestroy', {}), surface))],
    })
  }
  return frame({
    language,
    urgent: true,
    speak: `${t.channel.waitingShort}: ${reference}`,
    body: [
      title(reference),
      text(t.channel.notice[notice]),
      ...overdueLines(overdue, language),
      small(t.channel.noticeOpen),
    ],
    actions: [submit(t.words.open, opensDialog(packOfficer('open', { signal }), surface))],
  })
}

/** Is there a sentence for this one that names who is waited for? */
const isNamed = <N extends string>(term: string, named: Record<N, unknown>): term is N =>
  Object.hasOwn(named, term)

function overdueLines(overdue: OverdueShown | undefined, language: Language): CardElement[] {
  const t = texts(language).officer
  if (!overdue) return []
  const lines = overdue.terms.map(({ term, partner }) => {
    if (partner === undefined) return t.late.term[term]
    return isNamed(term, t.late.with) ? t.late.with[term](partner) : t.late.term[term]
  })
  return [...new Set(lines), ...(overdue.next ? [t.late.next] : [])].map((line) =>
    text(line, { spacing: 'Small' }),
  )
}
