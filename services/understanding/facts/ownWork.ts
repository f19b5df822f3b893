/** Where the writer speaks of their own work: when that is, is no fact of what it is about. */
import type { Page } from './page.ts'
import { OWN_WORK } from './words/times.ts'

/** The sentences in which the writer speaks of their own work and when. */
export function ownSentences(page: Page): (at: number) => boolean {
  const own = new Uint8Array(page.tokens.length)
  let begin = 0
  let me = false
  let work = false
  let drill = false
  const lay = (end: number): void => {
    if ((me && work) || drill) own.fill(1, begin, end)
    begin = end
    me = false
    work = false
    drill = false
  }
  page.tokens.forEach(({ flat, first, kind }, at) => {
    if (at > 0 && (first || kind === 'line')) lay(at)
    if (kind !== 'word') return
    const next = page.tokens[at + 1]
    const behind = next?.first ? '' : (next?.flat ?? '')
    me ||= WRITER.has(flat)
    work ||= OWN_WORK.has(flat)
    work ||= flat === 'ik' && (behind === 'werk' || behind === 'zit')
    work ||= flat === 'werk' && behind === 'ik'
    drill ||= DRILLS.has(flat)
  })
  lay(page.tokens.length)
  return (at) => own[at] === 1
}
const WRITER = new Set(['ik', 'mijn', 'wij', 'we', 'ons', 'onze', 'i', 'my', 'mn', 'jij', 'je', 'jullie'])
const DRILLS = new Set([
  'training',
  'oefening',
  'cursus',
  'teamuitje',
  'ontruimingsoefening',
  'vergadering',
  'teamoverleg',
  'werkoverleg',
  'openingstijden',
  'webinar',
  'workshop',
  'deadline',
  'verlof',
  'intervisie',
  'themadag',
])
