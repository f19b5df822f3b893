/** The rights of the people in a signal, the end of its term, and what is kept of a reporter. */

import { rightsCard } from '../../../cards/officer/forms/rights.ts'
import {
  correctCard,
  eraseCard,
  freezeCard,
  keepLongerCard,
} from '../../../cards/officer/forms/rightsForms.ts'
import { foundCard, overviewCard, searchCard } from '../../../cards/officer/lists/accessRequest.ts'
import { declarationCard } from '../../../cards/officer/lists/declaration.ts'
import { doorCard, toDestroyCard } from '../../../cards/officer/lists/destructionList.ts'
import { searchesCard } from '../../../cards/officer/lists/searches.ts'
import { myDataCard } from '../../../cards/reporter/myData.ts'
import { texts } from '../../../cards/texts/index.ts'
import { termOf } from '../../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Degree } from '../../../services/signal/words.ts'
import { Day, type Language } from '../../../services/words.ts'
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
  readers,
  record,
  SIGNAL,
} from './records.ts'

const reason = 'De betrokkene zegt dat het niet klopt en vraagt om uitzoeken.'
const freezes = [{ at: NOW, by: MARIEKE, reason }]

/** Frozen, corrected, with partners to tell. */
function busy(): SignalRecord {
  const handed = record('handedOver')
  const [route] = handed.routes
  const text = 'Het was haar oom, niet haar baas.'
  return {
    ...handed,
    corrections: [{ id: idOf(40), at: NOW, by: MARIEKE, passage: 'story.0', text, reason }],
    recipientTasks: route
      ? [
          { id: idOf(41), at: NOW, route: route.id, why: 'corrected' },
          { id: idOf(42), at: NOW, route: route.id, why: 'frozen', informed: { at: NOW, by: MARIEKE } },
        ]
      : [],
  }
}

function officerChapter(language: Language): Chapter {
  const it = onCase(language)
  const closed = record('closed')
  const term = termOf(closed, municipality)
  const signal = { ...it, record: closed }
  const day = Day.parse('2026-11-23')
  const due = {
    class: 'noAction',
    from: day,
    until: day,
    most: Day.parse('2028-11-23'),
    why: 'term',
  } as const
  const base = { press: PRESS, language }
  const asked = { terms: 'Jan Jansen\n06 12 34 56 78', reason: 'Verzoek van 3 maart' }
  const found = { signal: SIGNAL, reference: REFERENCE, receivedAt: NOW, parts: ['story', 'note'] as const }
  const passages = [
    {
      passage: 'story.0',
      part: 'story',
      text: 'Jan Jansen neemt de telefoon niet op.',
      identifyingHints: true,
    },
  ] as const
  const months = { month: '2026-10', now: '2026-11', municipality, language }
  const list = [
    { signal: SIGNAL, reference: REFERENCE, term: due, tellFirst: [] },
    {
      signal: OTHER_SIGNAL,
      reference: OTHER_REFERENCE,
      term: { ...due, class: 'handled', why: 'erase' } as const,
      tellFirst: ['Veilig Thuis'],
    },
  ]
  return {
    side: 'meldpunt',
    title: 'Rechten en bewaren',
    about: 'De rechten van de mensen over wie het gaat, en het einde van de bewaartermijn.',
    cards: [
      show('Rechten en bewaren', 'Na Meer.', rightsCard, { ...signal, term, due: false }),
      show('Rechten en bewaren, nog geen besluit', 'Na Meer.', rightsCard, {
        ...it,
        record: record('inTriage'),
        term: undefined,
        due: false,
      }),
      show('Rechten en bewaren, met taken', 'Na een rechtzetting.', rightsCard, {
        ...it,
        record: busy(),
        term,
        due: true,
      }),
      show('Rechten en bewaren, bevroren', 'Als het dossier bevroren is.', rightsCard, {
        ...it,
        record: { ...closed, freezes },
        term,
        due: false,
      }),
      show('Bevriezen', 'Na Bevriezen.', freezeCard, signal),
      show('Bevriezen opheffen', 'Als het bevroren is.', freezeCard, {
        ...it,
        record: { ...closed, freezes },
      }),
      show('Rechtzetten', 'Na Rechtzetten.', correctCard, signal),
      show('Rechtzetten, niets geschreven', 'Als er geen tekst is.', correctCard, {
        ...it,
        record: { ...record('received'), story: [], form: undefined },
      }),
      show('Eerder wissen', 'Na Eerder wissen.', eraseCard, signal),
      show('Langer bewaren', 'Vanaf de lijst.', keepLongerCard, { ...signal, term: due }),
      show('Langer bewaren, kan niet', 'Als het niet langer mag.', keepLongerCard, {
        ...signal,
        term: undefined,
      }),
      show('De deur naar de lijst', 'Na: te vernietigen.', doorCard, {
        to: 'toDestroy',
        surface: 'dialog',
        language,
      }),
      show('De deur naar het zoeken', 'Na: inzageverzoek.', doorCard, {
        to: 'search',
        surface: 'dialog',
        language,
      }),
      show('Te vernietigen', 'Als bewaartermijnen voorbij zijn.', toDestroyCard, {
        ...base,
        items: list,
        total: 14,
        undecided: [OTHER_REFERENCE],
      }),
      show('Te vernietigen, leeg', 'Als er niets te doen is.', toDestroyCard, {
        ...base,
        items: [],
        total: 0,
        undecided: [],
        notice: texts(language).officer.retention.toDestroy.done(2),
      }),
      show('Verklaring van vernietiging', 'Vanaf de lijst.', declarationCard, {
        ...months,
        lines: [
          {
            reference: REFERENCE,
            class: 'noAction',
            selection: '19.2',
            from: day,
            until: day,
            why: 'term',
            at: NOW,
            by: MARIEKE,
          },
        ],
      }),
      show('Verklaring van vernietiging, leeg', 'In een maand zonder.', declarationCard, {
        ...months,
        lines: [],
      }),
      show('Wie zocht iets op', 'Vanaf het inzageverzoek.', searchesCard, {
        ...months,
        searches: true,
        lines: [{ at: NOW, by: MARIEKE, what: 'search', reason: asked.reason, found: 3 }],
      }),
      show('Inzageverzoek', 'Na Zoek op.', searchCard, base),
      show('Inzageverzoek, iets vergeten', 'Als er te weinig staat.', searchCard, {
        ...base,
        values: asked,
        error: texts(language).officer.search.termsTooShort,
      }),
      show('Inzageverzoek, gevonden', 'Na Zoek.', foundCard, {
        ...base,
        ...asked,
        items: [{ ...found, parts: [...found.parts] }],
        total: 3,
        unreadable: 1,
        municipality,
      }),
      show('Inzageverzoek, niets gevonden', 'Na Zoek.', foundCard, {
        ...base,
        ...asked,
        items: [],
        total: 0,
        unreadable: 0,
        municipality,
      }),
      show('Overzicht voor de verzoeker', 'Na Maak een overzicht.', overviewCard, {
        ...base,
        cases: [{ record: busy(), term, found: [...passages] }],
        municipality,
      }),
    ],
  }
}

function reporterChapter(language: Language): Chapter {
  const { accountable } = readers()
  const given = { draft: false, shared: false, days: 90, accountable, municipality, language }
  return {
    side: 'melder',
    title: 'Mijn gegevens',
    about: 'Wat er van een melder bewaard is.',
    cards: [
      show('Mijn gegevens', 'Na: mijn gegevens.', myDataCard, {
        ...given,
        draft: true,
        shared: true,
        items: Degree.options.map((degree, at) => ({
          reference: REFERENCE,
          degree,
          revealed: at === 0 ? [NOW] : [],
          until: at === 1 ? Day.parse('2027-02-22') : undefined,
        })),
      }),
      show('Mijn gegevens, niets', 'Als er geen meldingen zijn.', myDataCard, { ...given, items: [] }),
    ],
  }
}

/** The chapters of the rights, on both sides. */
export const rightsChapters = (language: Language): Chapter[] => [
  officerChapter(language),
  reporterChapter(language),
]
