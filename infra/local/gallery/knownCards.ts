/** What is known already beside a signal: the line on the dossier, what was found, what says nothing, who looked. */
import { dossierCard } from '../../../cards/officer/case/dossier.ts'
import { looksCard } from '../../../cards/officer/known/looks.ts'
import { mutedCard } from '../../../cards/officer/known/muted.ts'
import { knownPage } from '../../../cards/officer/known/page.ts'
import { stepOf } from '../../../services/facts/entryOf.ts'
import type { Fact, KnownMatch } from '../../../services/facts/fact.ts'
import type { Reason } from '../../../services/matching/match.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Instant, type Language } from '../../../services/words.ts'
import { type Chapter, show } from './chapters.ts'
import {
  idOf,
  MARIEKE,
  municipality,
  NOW,
  OTHER_REFERENCE,
  OTHER_SIGNAL,
  onCase,
  PRESS,
  REFERENCE,
  record,
} from './records.ts'

const DAY = Instant.parse('2026-11-20T23:00:00.000Z')
const HOUSE = { kind: 'address', street: 'Kraanvogelstraat', number: '14b', city: 'Voorbeeldstad' } as const
const fact: Fact = {
  id: idOf(60),
  at: NOW,
  by: 'reading',
  details: HOUSE,
  how: 'observed',
  standing: 'unverified',
}
const reasons: Reason[] = [
  {
    field: 'address',
    agrees: 'same',
    here: 'Kraanvogelstraat 14b',
    there: 'Kraanvogelstraat 14-B',
    bits: 18,
  },
  { field: 'name', agrees: 'differs', here: 'J. de Boer', there: 'Pieter Boersma', bits: -4 },
]
const match: KnownMatch = {
  signal: OTHER_SIGNAL,
  reference: OTHER_REFERENCE,
  strength: 'likely',
  score: 9,
  reasons: reasons.map(({ field, agrees, bits }) => ({ field, agrees, bits })),
  foundAt: DAY,
  open: true,
  near: true,
}
const somebodyElse: KnownMatch = { ...match, other: { at: DAY, by: MARIEKE } }

function found(matches: KnownMatch[], more: Partial<SignalRecord> = {}): SignalRecord {
  const base = { ...record(), urgency: 'normal' as const, facts: [fact], ...more }
  return { ...base, known: { at: DAY, of: stepOf(base), matches } }
}

/** The chapter. */
export function knownChapter(language: Language): Chapter {
  const it = onCase(language)
  const page = { municipality, language, press: PRESS, part: 1, onDuty: true }
  const there = { receivedAt: DAY, record: record(), reasons }
  const dossier = (name: string, when: string, from: SignalRecord) =>
    show(name, when, dossierCard, { ...it, record: from })
  const list = (name: string, when: string, shown: Parameters<typeof knownPage>[0]['shown']) =>
    show(name, when, knownPage, {
      ...page,
      record: found(shown.map((each) => each.match)),
      shown,
      lines: [],
      total: shown.length,
    })
  return {
    side: 'meldpunt',
    title: 'Komt dit al voor?',
    about: 'Wat in een ander signaal ook staat. Een voorstel, nooit een feit, en nooit wie het meldde.',
    cards: [
      dossier('Dossier: voor het eerst gezien', 'Als er niets gevonden is.', found([])),
      dossier('Dossier: komt al voor', 'Als er iets gevonden is, en het andere nog open is.', found([match])),
      dossier('Dossier: nog niet opgezocht', 'In de seconden na een wijziging, of als de opslag weg is.', {
        ...found([]),
        known: undefined,
      }),
      list('Wat overeenkomt', 'Na Bekijk wat overeenkomt.', [{ match, there }]),
      list('Wat overeenkomt, niet voor jou', 'Buiten dienst: alleen dat er iets is.', [{ match }]),
      list('Iemand anders', 'Nadat iemand dat zei.', [{ match: somebodyElse }]),
      show(
        'Uit een overgenomen register',
        'Als een regel daarvan lijkt op wat in het signaal staat.',
        knownPage,
        {
          ...page,
          record: found([]),
          shown: [],
          lines: [
            { line: { id: 'regel', strength: 'likely' }, there: { nr: 7, reasons } },
            { line: { id: 'weg', strength: 'possible' } },
          ],
          total: 0,
        },
      ),
      list('Niets meer', 'Als het andere er niet meer is.', []),
      show('Stilgezet', 'Na Stilgezet.', mutedCard, {
        values: [{ id: idOf(61), details: HOUSE, at: DAY, by: MARIEKE }],
        municipality,
        language,
      }),
      show('Wie keek wat overeenkomt', 'Na Wie keek wat overeenkomt.', looksCard, {
        lines: [{ at: NOW, by: MARIEKE, reference: REFERENCE, found: 1 }],
        month: '2026-11',
        now: '2026-11',
        municipality,
        language,
      }),
    ],
  }
}
