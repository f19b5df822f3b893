/** The pages of the dossier on which an officer fills something in. */
import type { DecideForm } from '../../../cards/actions.ts'
import { decideCard, decideDaysCard } from '../../../cards/officer/decision/decide.ts'
import { answerCard } from '../../../cards/officer/forms/answer.ts'
import { numberAskedCard } from '../../../cards/officer/forms/bsnAsked.ts'
import { callCard } from '../../../cards/officer/forms/call.ts'
import { calledCard } from '../../../cards/officer/forms/called.ts'
import { feedBackCard } from '../../../cards/officer/forms/feedBack.ts'
import { handToCard } from '../../../cards/officer/forms/handTo.ts'
import { helpCard } from '../../../cards/officer/forms/help.ts'
import { keepCard } from '../../../cards/officer/forms/keep.ts'
import { moveCard } from '../../../cards/officer/forms/move.ts'
import { answerPartnerCard, giveUpCard } from '../../../cards/officer/forms/route.ts'
import { urgencyCard } from '../../../cards/officer/forms/urgency.ts'
import { adviseCard, askCard, noteCard } from '../../../cards/officer/forms/write.ts'
import { givenCard, moreCard } from '../../../cards/officer/handover/given.ts'
import { prepareCard } from '../../../cards/officer/handover/prepare.ts'
import { previewCard } from '../../../cards/officer/handover/preview.ts'
import { texts } from '../../../cards/texts/index.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { BSN_MARKS } from '../../../services/privacy/bsn/marks.ts'
import type { Route } from '../../../services/signal/record.ts'
import { Day, Instant, type Language, OfficerId } from '../../../services/words.ts'
import { people } from '../demo.ts'
import { type Chapter, show } from './chapters.ts'
import { advised, OTHER_REFERENCE, OTHER_SIGNAL, onCase, record, unanswered, withMoved } from './records.ts'

const GIVEN = '0b6d2f5e-7d4c-4b1e-9d55-2f1a9c3e7a10'
/** A route with what was given on it, by phone, of which the call is still to be filled in. */
const withGiven = (route: Route): Route => ({
  ...route,
  sent: [
    {
      id: GIVEN,
      at: Instant.parse('2026-11-24T09:05:00.000Z'),
      by: route.handedOverBy ?? OfficerId.parse(people.marieke.aadObjectId),
      way: 'telephone',
      to: '0800-5151',
      words:
        'Aan: Nederlandse Arbeidsinspectie\n\nWat we weten\n- Organisatie: Nagelstudio Glans BV\n\nWat we vragen',
      facts: [],
      aim: 'act',
      questions: [],
      conditions: [],
      answerBy: route.answerBy,
      onBehalf: 'municipality',
      standing: 'done',
      fillBy: Day.parse('2026-11-25'),
    },
  ],
})

const decided: DecideForm = {
  outcome: 'external',
  reason: 'Haar paspoort wordt vastgehouden en op het adres staan al zes mensen.',
  safeReason: undefined,
  lead: 'Aandachtsfunctionaris',
  partners: ['arbeidsinspectie', 'zorgcoordinator'],
  victimHelp: 'notYet',
  victimCheck: '',
  minor: 'no',
  tellForm: 'message',
  tellWhy: '',
}

/** The same town, that settled no ground for anybody. */
const withoutGrounds = (it: Municipality): Municipality => ({
  ...it,
  partners: it.partners.map(({ basis: _none, ...partner }) => partner),
})

/** Every form, and what it looks like where it cannot be used. */
export function forms(language: Language): Chapter {
  const it = onCase(language)
  const t = texts(language).officer
  const signal = { ...it, record: record('inTriage') }
  const english = { ...it, record: record('inTriage', { language: 'en' }) }
  const minor = { ...it, record: record('inTriage', { minor: 'yes' }) }
  const unknown = { ...it, record: record('inTriage', {}, 'signal', 'unknown') }
  const anonymous = { ...it, record: record('inTriage', {}, 'signal', 'anonymous') }
  const handed = record('handedOver')
  const route = handed.routes[0]
  const waiting = unanswered()
  const [asks, silent] = waiting.routes
  const [planned] = record('decided').routes
  const suggested = Day.parse('2026-12-01')
  return {
    side: 'meldpunt',
    title: 'Invullen',
    about: 'Wat al ingevuld is, gaat nooit verloren: bij een fout komt het terug met uitleg erboven.',
    cards: [
      show('Bel de melder', 'Na Bel melder.', callCard, signal),
      show('Bel de melder, die onbekend is', 'Dan kan niemand de naam zien.', callCard, unknown),
      show('Bel de melder, die anoniem is', 'Dan is er niets bewaard.', callCard, anonymous),
      show('Noteer je gesprek', 'Na Ik heb gebeld.', calledCard, signal),
      show('Verplaats een stuk tekst', 'Na Meer.', moveCard, {
        ...it,
        record: withMoved(),
        others: [{ signal: OTHER_SIGNAL, reference: OTHER_REFERENCE, received: Day.parse('2026-11-23') }],
      }),
      show('Hulp bijwerken', 'Bij hulp die nog niet geregeld is, en na Afsluiten.', helpCard, {
        ...it,
        record: waiting,
      }),
      show('Stel een vraag', 'Na Stel een vraag.', askCard, signal),
      show('Stel een vraag, in het Engels', 'Als de melder Engels leest.', askCard, english),
      show('Stel een vraag, anoniem', 'De vraag wacht tot de melder de code gebruikt.', askCard, anonymous),
      show('Notitie', 'Na Notitie.', noteCard, signal),
      show(
        'Notitie, met een nummer',
        'Als er een BSN in lijkt te staan: er is nog niets bewaard.',
        numberAskedCard,
        {
          form: noteCard({ ...signal, values: { text: `Hij noemde ${BSN_MARKS[language]}.` } }),
          lost: false,
          language,
        },
      ),
      show(
        'Notitie, nummer kwijt',
        'Als het geen BSN was, en ik het nummer niet meer weet.',
        numberAskedCard,
        {
          form: noteCard({ ...signal, values: { text: `Dossier ${BSN_MARKS[language]}.` } }),
          lost: true,
          language,
        },
      ),
      show('Geef dit aan een collega', 'Na Meer.', handToCard, signal),
      show('Urgentie wijzigen', 'Na Meer.', urgencyCard, signal),
      show('Geef advies', 'Bij sparren.', adviseCard, { ...it, record: advised() }),
      show('Geef advies, anoniem', 'Het advies wacht tot de melder de code gebruikt.', adviseCard, anonymous),
      show('Toch bewaren', 'Bij sparren over gevaar of een minderjarige.', keepCard, {
        ...it,
        record: advised({ minor: 'yes' }),
      }),
      show('Toch bewaren, kan niet', 'Bij ander sparren.', keepCard, { ...it, record: advised() }),
      show('Besluit nemen', 'Na Besluit nemen.', decideCard, signal),
      show('Besluit nemen, bij een minderjarige', 'Dan wordt ook naar hulp gevraagd.', decideCard, minor),
      show('Besluit nemen, anoniem', 'De melder hoort het met de code.', decideCard, anonymous),
      show('Besluit nemen, iets vergeten', 'Als er iets ontbreekt.', decideCard, {
        ...signal,
        values: { ...decided, partners: [] },
        error: t.replies.refusal({ refused: 'needs', field: 'routes' }),
      }),
      show('De data bij het besluit', 'Na Verder.', decideDaysCard, { ...signal, form: decided, suggested }),
      show('De data bij monitoren', 'Na Verder.', decideDaysCard, {
        ...signal,
        form: { ...decided, outcome: 'monitor', partners: [] },
        suggested,
      }),
      ...(route
        ? [
            show('Antwoord van een organisatie', 'Na Antwoord noteren.', answerCard, {
              ...it,
              record: handed,
              route,
            }),
            show('Wat ze kregen', 'Na Lees wat we gaven.', givenCard, {
              ...it,
              record: handed,
              route: withGiven(route),
              sent: GIVEN,
            }),
            show('Het gesprek aanvullen', 'Na Vul het gesprek aan.', moreCard, {
              ...it,
              record: handed,
              route: withGiven(route),
            }),
          ]
        : []),
      ...(asks && silent
        ? [
            show('Beantwoord een organisatie', 'Als die iets vraagt.', answerPartnerCard, {
              ...it,
              record: waiting,
              route: asks,
            }),
            show('Stop met vragen', 'Als er twee dagen geen antwoord kwam.', giveUpCard, {
              ...it,
              record: waiting,
              route: silent,
            }),
          ]
        : []),
      ...(planned
        ? [
            show('Overdragen, om te bellen', 'Na Overdragen aan.', previewCard, {
              ...it,
              record: record('decided'),
              route: planned,
            }),
            show('Overdragen, via een portaal', 'Na Anders: via hun portaal.', previewCard, {
              ...it,
              record: record('decided'),
              route: planned,
              values: { way: 'portal' as const },
            }),
            show('Op welke grondslag', 'Als die niet vaststaat.', previewCard, {
              ...it,
              municipality: withoutGrounds(it.municipality),
              record: record('decided'),
              route: planned,
            }),
            show('Wat een organisatie krijgt', 'Na Pas de tekst aan.', prepareCard, {
              ...it,
              record: record('decided'),
              route: planned,
            }),
          ]
        : []),
      show('Terugkoppelen', 'Na Terugkoppelen.', feedBackCard, { ...it, record: handed }),
      show('Terugkoppelen, anoniem', 'Het bericht wacht tot de melder de code gebruikt.', feedBackCard, {
        ...it,
        record: record('decided', {}, 'signal', 'anonymous'),
      }),
      show('Terugkoppelen, te vroeg', 'Als er nog geen besluit is.', feedBackCard, signal),
    ],
  }
}
