/** The gallery of an officer's day: the list sorted out, searching, a turn that begins and ends, and what came by telephone. */
import { listFilterCard } from '../../../cards/officer/day/filter.ts'
import { findCard, foundFilesCard } from '../../../cards/officer/day/find.ts'
import { labelCard, watchLongerCard } from '../../../cards/officer/day/forms.ts'
import {
  doneMeanwhileCard,
  dutyBeginsCard,
  dutyEndsCard,
  morningCard,
} from '../../../cards/officer/day/morning.ts'
import { referenceCard } from '../../../cards/officer/day/reference.ts'
import { enterCard, enteredCard } from '../../../cards/officer/intake/enter.ts'
import { dayInWords } from '../../../cards/when.ts'
import { Day, type Language, PartnerId } from '../../../services/words.ts'
import { people } from '../demo.ts'
import { type Chapter, show } from './chapters.ts'
import {
  decision,
  municipality,
  OTHER_REFERENCE,
  OTHER_SIGNAL,
  onCase,
  REFERENCE,
  record,
  SIGNAL,
} from './records.ts'

const TODAY = Day.parse('2026-11-24')
const NUMBERS = { today: 3, late: 1, fresh: 2, open: 9 }

/** The chapter of the day. */
export function dayChapter(language: Language): Chapter {
  const it = onCase(language)
  const watched = record('decided', { decisions: [decision('monitor')], routes: [] })
  const asked = { terms: 'grijze bus', findFor: 'goOn', reason: 'Het wijkteam belde hierover.' } as const
  const entered = { signal: SIGNAL, reference: REFERENCE, acute: false, already: false, language } as const
  return {
    side: 'meldpunt',
    title: 'De dag',
    about: 'Wat er ligt, wat er gevonden is, en wie er dienst heeft.',
    cards: [
      show('De ochtend', 'Elke werkdag, bij wie dienst heeft.', morningCard, { ...it, numbers: NUMBERS }),
      show('Dienst begint', 'Op de eerste dag van een beurt.', dutyBeginsCard, {
        ...it,
        numbers: NUMBERS,
        back: false,
      }),
      show('Weer dienst, na een ander', 'Als een collega ertussen dienst had.', dutyBeginsCard, {
        ...it,
        numbers: NUMBERS,
        back: true,
      }),
      show('Dienst eindigt', 'Op de dag na een beurt.', dutyEndsCard, { ...it, name: people.joost.name }),
      show('Wat collega’s deden', 'Na Wat is er gedaan, aan het begin van een beurt.', doneMeanwhileCard, {
        since: dayInWords(Day.parse('2026-11-16'), language),
        files: [
          {
            signal: SIGNAL,
            reference: REFERENCE,
            lines: [
              { name: people.joost.name, deeds: ['take', 'note', 'ask'] },
              { name: people.ellen.name, deeds: ['setUrgency'] },
            ],
          },
          {
            signal: OTHER_SIGNAL,
            reference: OTHER_REFERENCE,
            lines: [{ name: people.joost.name, deeds: ['decide', 'handOver'] }],
          },
        ],
        next: undefined,
        language,
      }),
      show('Niets gedaan', 'Als niemand anders iets deed.', doneMeanwhileCard, {
        since: dayInWords(Day.parse('2026-11-16'), language),
        files: [],
        next: undefined,
        language,
      }),
      show('Kies wat je ziet', 'Na Kies wat je ziet, op de werklijst.', listFilterCard, {
        chosen: { mine: 'mine', partner: PartnerId.parse('wijkteam') },
        areas: ['1234', '1235'],
        municipality,
        language,
      }),
      show('Zoek een dossier', 'Na Zoek een dossier.', findCard, { ...it, values: asked }),
      show('Gevonden', 'Na Zoek. Wie zocht en waarvoor, wordt vastgelegd.', foundFilesCard, {
        ...it,
        asked,
        files: [
          {
            signal: SIGNAL,
            reference: REFERENCE,
            state: 'inTriage',
            label: { text: 'jongere · Golf', own: true },
            parts: ['fact', 'note'],
          },
          { signal: OTHER_SIGNAL, reference: OTHER_REFERENCE, state: 'closed', parts: ['partner'] },
        ],
        walked: 312,
        unreadable: 0,
        next: undefined,
      }),
      show('Niets gevonden', 'Na Zoek.', foundFilesCard, {
        ...it,
        asked,
        files: [],
        walked: 312,
        unreadable: 1,
        next: undefined,
      }),
      show('Een eigen naam voor een dossier', 'Na Geef een eigen naam. Alleen voor jezelf.', labelCard, {
        ...it,
        record: record('inTriage'),
        values: { text: 'jongere · Golf' },
      }),
      show('Langer volgen', 'Bij een zacht signaal.', watchLongerCard, { ...it, record: watched }),
      show('Een nummer in een gesprek', 'Na het hele nummer in de berichtenbalk.', referenceCard, {
        reference: REFERENCE,
        signal: SIGNAL,
        language,
      }),
      show('Voer een melding in', 'Als iemand belt, mailt of langskomt.', enterCard, {
        ...it,
        today: TODAY,
        values: {
          text: 'Een vrouw slaapt in de opslag van de winkel.',
          source: 'citizen',
          cameBy: 'telephone',
        },
      }),
      show('Is er nu gevaar?', 'Als de woorden over gevaar kunnen gaan.', enterCard, {
        ...it,
        today: TODAY,
        asksDanger: true,
        values: { text: 'Ze wordt nu vastgehouden.', source: 'partner', cameBy: 'telephone' },
      }),
      show('Ingevoerd', 'Na Voer in.', enteredCard, { ...entered, wayBack: 'telephone' }),
      show('Ingevoerd, zonder terugweg', 'Als de melder niets wil horen.', enteredCard, {
        ...entered,
        wayBack: 'none',
      }),
      show('Ingevoerd, met gevaar', 'De telefoons gaan.', enteredCard, {
        ...entered,
        wayBack: 'telephone',
        acute: true,
      }),
      show('Al ingevoerd', 'Na twee keer klikken.', enteredCard, {
        ...entered,
        wayBack: 'telephone',
        already: true,
      }),
    ],
  }
}
