/** A line in the officer's own chat: that something happened, never what was written or by whom. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { OfficerNotice } from '../../services/signal/signal.ts'
import type { Language, Reference, SignalId } from '../../services/signal/words.ts'
import { opensDialog, packOfficer, type Surface } from '../actions.ts'
import { texts } from '../texts/index.ts'
import { frame, small, submit, text, title } from './parts.ts'

type Notice = {
  reference: Reference
  notice: OfficerNotice
  signal: SignalId
  surface: Surface
  language: Language
}

/** What happened with one signal, and the way to it. */
export function noticeCard({ reference, notice, signal, surface, language }: Notice): IAdaptiveCard {
  const t = texts(language).officer
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
    body: [title(reference), text(t.notice[notice]), small(t.noticeOpen)],
    actions: [submit(t.open, opensDialog(packOfficer('open', { signal }), surface))],
  })
}
