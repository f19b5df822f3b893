/** The gallery of the first run: the door to it, and each step as somebody who is named sees it. */
import { firstRunCard, firstRunDoorCard } from '../../../cards/officer/firstRun/firstRun.ts'
import { texts } from '../../../cards/texts/index.ts'
import { type FirstRun, FirstRunPage, NOTHING_YET } from '../../../services/municipality/firstRun.ts'
import { Day, GroupId, type Language, OfficerId } from '../../../services/words.ts'
import { people } from '../demo.ts'
import { type Chapter, show } from './chapters.ts'
import { MARIEKE, municipality, NOW } from './records.ts'

const NADIA = OfficerId.parse(people.nadia.aadObjectId)
const begins = {
  ...municipality,
  firstRun: { claim: [MARIEKE], confirm: [NADIA] },
  pilot: { group: GroupId.parse('7c0f7d2e-1111-4222-8333-444455556666') },
}
const mark = (by: OfficerId) => ({ by, at: NOW })

/** Every point at which it can stand, in its order. */
function points(): FirstRun[] {
  const claimed: FirstRun = { ...NOTHING_YET, claimed: mark(MARIEKE) }
  const pages = [0, ...FirstRunPage.options.map((_page, at) => at + 1)].map((count): FirstRun => {
    const seen = FirstRunPage.options.slice(0, count).map((page) => [page, mark(MARIEKE)] as const)
    return { ...claimed, confirmed: mark(NADIA), looked: Object.fromEntries(seen) }
  })
  const looked = pages.at(-1) ?? claimed
  const tested: FirstRun = { ...looked, tested: mark(MARIEKE) }
  const begun: FirstRun = { ...tested, begun: mark(MARIEKE) }
  return [NOTHING_YET, claimed, ...pages, tested, begun, { ...begun, everybody: mark(MARIEKE) }]
}

/** The chapter. */
export function firstRunChapter(language: Language): Chapter {
  const door = { run: NOTHING_YET, municipality: begins, surface: 'dialog' as const, language }
  const today = Day.parse('2026-11-24')
  const { about } = texts(language).officer.firstRun
  return {
    side: 'meldpunt',
    title: 'Eerste start',
    about: about.claim,
    cards: [
      show('deur', 'Iemand die genoemd is, voegt de app toe of typt iets.', firstRunDoorCard, door),
      ...points().map((run, at) => {
        const viewer = at === 1 ? NADIA : MARIEKE
        const it = { run, municipality: begins, viewer, isOfficer: viewer === MARIEKE, today, language }
        return show(`stap ${at + 1}`, 'De stap die nu gevraagd wordt.', firstRunCard, it)
      }),
    ],
  }
}
