/** Everything that was written, page after page, however much it is: an officer can read all of it. */
import type { CardElement, IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, small, text, title } from '../elements.ts'
import { paged } from '../fit.ts'
import { backTo } from './back.ts'
import { coursePieces } from './course.ts'
import { seeingMorePieces } from './seeingMore.ts'
import { writtenPieces } from './written.ts'

type Story = {
  record: SignalRecord
  municipality: Municipality
  language: Language
  /** The page, from 1; one that is not there is the nearest that is. */
  part?: number | undefined
}

/** UTF-16 units of what people wrote on one page; with all around it never too large, see the tests. */
const PAGE = 7_000

/** The page behind *Lees alles*. */
export function storyCard(it: Story): IAdaptiveCard {
  const { record, language } = it
  const t = texts(language).officer.dossier
  const pages = paged([...writtenPieces(it), ...seeingMorePieces(it), ...coursePieces(it)], PAGE)
  const part = Math.min(Math.max(it.part ?? 1, 1), pages.length)
  const shown = pages[part - 1] ?? []
  const go = (label: string, to: number): ISubmitAction =>
    leave(label, packOfficer('page', { signal: record.id, page: 'story', part: to }))
  const written = shown.flatMap((piece): CardElement[] => [
    small(piece.head, { spacing: 'Medium' }),
    ...(plain(piece.text) === '' ? [] : [text(plain(piece.text), { spacing: 'Small' })]),
    ...(piece.after ?? []),
  ])
  return frame({
    language,
    speak: t.speak(record.reference),
    body: [
      title(t.storyTitle(record.reference)),
      small(t.unverified),
      ...(pages.length > 1 ? [text(t.part(part, pages.length), { weight: 'Bolder' })] : []),
      ...(written.length > 0 ? written : [text(t.nothingWritten)]),
    ],
    actions: [
      ...(part < pages.length ? [go(t.nextPart, part + 1)] : []),
      ...(part > 1 ? [go(t.previousPart, part - 1)] : []),
      backTo(record, language),
    ],
  })
}
