/** The facts of a signal, and what an officer makes of it as a whole. */
import {
  addFactCard,
  correctFactCard,
  refuteFactCard,
  safeContactCard,
} from '../../../cards/officer/facts/forms.ts'
import { factsCard } from '../../../cards/officer/facts/page.ts'
import {
  elsewhereCard,
  helpersCard,
  kindsCard,
  specialCard,
  weighCard,
} from '../../../cards/officer/facts/wholeForms.ts'
import { factsOf } from '../../../services/facts/inStep.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Day, type Language } from '../../../services/words.ts'
import { type Chapter, show } from './chapters.ts'
import { idOf, MARIEKE, municipality, NOW, onCase, record } from './records.ts'

const WORDS =
  'Gisteren zag ik in de Tulpenstraat 14b mevrouw Celik. De baas Dragan Petrov heeft een bus met kenteken AB-123-C.'

/** Just read; nobody looked yet. */
const read = (): SignalRecord => record('inTriage', { story: [{ at: NOW, via: 'chat', text: WORDS }] })

/** Some were looked at, and the signal was weighed. */
function lookedAt(): SignalRecord {
  const fresh = read()
  const checked = { at: NOW, by: MARIEKE }
  const facts = factsOf(fresh, municipality, NOW).map((fact, at) => {
    if (fact.details.kind === 'person' && at < 3) {
      const safeContact = { how: 'Via de huisarts, overdag.', mustNotKnow: 'De baas.' }
      const details = { ...fact.details, roles: ['possibleVictim' as const], safeContact }
      return { ...fact, checked, standing: 'confirmed' as const, details }
    }
    if (fact.details.kind !== 'vehicle') return fact
    return { ...fact, checked, standing: 'refuted' as const, why: 'Het kenteken is van een leverancier.' }
  })
  return {
    ...fresh,
    facts,
    weighed: {
      kinds: { ...checked, kinds: ['labourExploitation'] },
      weighing: {
        ...checked,
        points: { concrete: { answer: 'yes', line: 'Er is een adres.' }, recent: { answer: 'unknown' } },
      },
      helpers: { ...checked, known: 'unknown' },
      special: [{ id: idOf(71), ...checked, text: 'Zij is zwanger.', needed: 'de opvang dit moet weten' }],
      elsewhere: [
        {
          id: idOf(72),
          ...checked,
          source: 'kvk',
          on: Day.parse('2026-11-24'),
          why: 'Bestaat dit bedrijf?',
          basis: 'publicTask',
          hit: false,
        },
      ],
    },
  }
}

/** The chapter of the facts. */
export function factChapters(language: Language): Chapter[] {
  const fresh = { ...onCase(language), record: read() }
  const it = { ...onCase(language), record: lookedAt() }
  const facts = factsOf(it.record, municipality, NOW)
  const person = facts.find(({ details }) => details.kind === 'person')?.id
  const refuted = facts.find(({ standing }) => standing === 'refuted')?.id
  const about = person === undefined ? {} : { fact: person }
  const wrong = refuted === undefined ? {} : { fact: refuted }
  return [
    {
      side: 'meldpunt',
      title: 'Feiten',
      about: 'Wat in de tekst gelezen is, en wat de functionaris ervan maakt.',
      cards: [
        show('Feiten, net gelezen', 'Na de knop Feiten.', factsCard, fresh),
        show('Feiten, nagekeken', 'Als er feiten bevestigd en weerlegd zijn.', factsCard, it),
        show('Feit wijzigen', 'Na Wijzig.', correctFactCard, { ...it, values: about }),
        show('Feit toevoegen, welk', 'Na Feit toevoegen.', addFactCard, it),
        show('Feit toevoegen', 'Na de keuze voor een adres.', addFactCard, {
          ...it,
          values: { kind: 'address' as const },
        }),
        show('Waarom niet', 'Na Waarom niet?', refuteFactCard, { ...it, values: wrong }),
        show('Veilig contact', 'Na Veilig contact.', safeContactCard, { ...it, values: about }),
        show('Soort', 'Na Wijzig bij waar dit over gaat.', kindsCard, it),
        show('Weging', 'Na Wijzig bij de weging.', weighCard, it),
        show('Wie er al helpt', 'Na Wijzig bij wie er al helpt.', helpersCard, it),
        show('Bijzonder gegeven', 'Na Bijzonder gegeven toevoegen.', specialCard, it),
        show('Elders gekeken', 'Na Leg vast waar je keek.', elsewhereCard, it),
      ],
    },
  ]
}
