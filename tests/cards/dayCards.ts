/** The cards of the day of an officer, for the tests that go through every card. */
import { listFilterCard } from '../../cards/officer/day/filter.ts'
import { findCard, foundFilesCard, MOST_FILES } from '../../cards/officer/day/find.ts'
import { labelCard, watchLongerCard } from '../../cards/officer/day/forms.ts'
import {
  doneMeanwhileCard,
  dutyBeginsCard,
  dutyEndsCard,
  MOST_DONE,
  morningCard,
} from '../../cards/officer/day/morning.ts'
import { referenceCard } from '../../cards/officer/day/reference.ts'
import { type WorklistItem, worklistCard } from '../../cards/officer/lists/worklist.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { GROUPS } from '../../services/signal/reading/dayList.ts'
import { FIND_PARTS } from '../../services/signal/reading/finding.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Day, type Language, PartnerId, Reference } from '../../services/words.ts'
import type { NamedCard } from './namedCard.ts'
import { MARIEKE, NOW, PRESS, REFERENCE, SIGNAL } from './officerRecords.ts'

const referenceOf = (nr: number) => Reference.parse(`S-2026-${String(nr + 42).padStart(4, '0')}`)
const NUMBERS = { today: 3, late: 2, fresh: 5, open: 12 }
const ASKED = { terms: 'Zeester', findFor: 'goOn', reason: 'Vervolg' } as const
const FILE = {
  signal: SIGNAL,
  reference: REFERENCE,
  state: 'received',
  label: { text: 'tiener · Golf', own: false },
  parts: FIND_PARTS,
} as const
const DONE = { signal: SIGNAL, reference: REFERENCE, lines: [{ name: 'Joost', deeds: ['note', 'other'] }] }

/** With these lines; in a window of one's own each has all that a line can have. */
export function dayCards(
  municipality: Municipality,
  language: Language,
  items: readonly WorklistItem[],
): NamedCard[] {
  const it = { municipality, language, now: NOW, press: PRESS, surface: 'dialog' as const }
  const day = {
    now: { late: 1, yours: 2, fresh: 3 },
    counts: { today: 4 },
    groups: new Map(),
    filter: {},
    all: 60,
  }
  const grouped = items.map(
    (item, nr): WorklistItem => ({
      ...item,
      group: GROUPS[nr % GROUPS.length],
      since: Day.parse('2026-11-20'),
      helpless: true,
      watched: { until: Day.parse('2026-11-26'), cameIn: 2, seen: 1, closes: nr % 2 === 0 },
      own: { label: { text: 'x'.repeat(60), own: nr % 2 === 0 }, asked: ['Politie'] },
    }),
  )
  const list = { ...it, items: grouped, total: 60, after: '0 2 2026-11-20', day }
  return [
    ['worklist of the day', worklistCard({ ...list, inPrivate: true })],
    ['worklist of the day, in a conversation', worklistCard({ ...list, items: [...items] })],
    ['find', findCard({ ...it, error: 'E', values: ASKED })],
    [
      'found files',
      foundFilesCard({
        ...it,
        files: Array.from({ length: MOST_FILES }, (_, nr) => ({ ...FILE, reference: referenceOf(nr) })),
        asked: ASKED,
        walked: 500,
        unreadable: 1,
        next: SIGNAL,
      }),
    ],
    [
      'found no file',
      foundFilesCard({ ...it, files: [], asked: ASKED, walked: 3, unreadable: 0, next: undefined }),
    ],
    ['morning', morningCard({ ...it, numbers: NUMBERS })],
    ['duty begins', dutyBeginsCard({ ...it, numbers: NUMBERS, back: false })],
    ['duty begins again', dutyBeginsCard({ ...it, numbers: NUMBERS, back: true })],
    ['duty ends', dutyEndsCard({ ...it, name: 'Joost Hartog' })],
    [
      'done meanwhile',
      doneMeanwhileCard({
        since: 'dinsdag',
        files: Array.from({ length: MOST_DONE }, (_, nr) => ({ ...DONE, reference: referenceOf(nr) })),
        next: SIGNAL,
        language,
      }),
    ],
    ['nothing done', doneMeanwhileCard({ since: 'dinsdag', files: [], next: undefined, language })],
    ['a number in a message', referenceCard({ reference: REFERENCE, signal: SIGNAL, language })],
  ]
}

/** Names of organisations stand on these: only a window of one's own has them. */
export function chosenCards(
  municipality: Municipality,
  language: Language,
  items: readonly WorklistItem[],
): NamedCard[] {
  const it = { municipality, language, now: NOW, press: PRESS, surface: 'dialog' as const }
  const filter = {
    mine: true,
    kind: 'signal',
    area: '9711',
    partner: PartnerId.parse('wijkteam'),
    lacks: 'lead',
  } as const
  const day = { now: { late: 1, yours: 0, fresh: 0 }, counts: {}, groups: new Map(), filter, all: 60 }
  const list = { ...it, total: 20, day, inPrivate: true }
  return [
    ['worklist, chosen', worklistCard({ ...list, items: [...items], seen: 15 })],
    ['worklist, nothing fits', worklistCard({ ...list, items: [], total: 0 })],
    ['what is shown', listFilterCard({ ...it, chosen: {}, areas: ['1011', '9711'] })],
  ]
}

/** Its forms on a record; the second only where it is watched. */
export function dayForms(record: SignalRecord, municipality: Municipality, language: Language): NamedCard[] {
  const it = {
    record,
    municipality,
    language,
    now: NOW,
    press: PRESS,
    surface: 'dialog' as const,
    viewer: MARIEKE,
  }
  const longer = watchLongerCard({ ...it, error: 'E' })
  return [
    ['label', labelCard({ ...it, values: { text: 'tiener · Golf' } })],
    ...(longer ? [['watch longer', longer] satisfies NamedCard] : []),
  ]
}
