/** Where the writer speaks of their own work: when that is, is no fact of what it is about. */
import type { Page } from './page.ts'
import { OWN_WORK } from './words/times.ts'

/** The sentences in which the writer speaks of their own work and when. */
export function ownSentences(page: Page): (at: number) => boolean {
  const own = new Uint8Array(page.tokens.length)
  let begin = 0
  const lay = (end: number): void => {
    const words = page.tokens.slice(begin, end)
    const me = words.some(({ flat }) =>
      ['ik', 'mijn', 'wij', 'we', 'ons', 'onze', 'i', 'my', 'mn', 'jij', 'je', 'jullie'].includes(flat),
    )
    const work = words.some(
      ({ flat }, at) =>
        OWN_WORK.has(flat) ||
        (flat === 'ik' && ['werk', 'zit'].includes(words[at + 1]?.flat ?? '')) ||
        (flat === 'werk' && words[at + 1]?.flat === 'ik'),
    )
    const drill = words.some(({ flat }) => DRILLS.has(flat))
    if ((me && work) || drill) own.fill(1, begin, end)
    begin = end
  }
  page.tokens.forEach((token, at) => {
    if (at > 0 && (token.first || token.kind === 'line')) lay(at)
  })
  lay(page.tokens.length)
  return (at) => own[at] === 1
}
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
