/** The cards of the reporting point in every state: the channel, the officer's own chat, the dossier and its pages. */

import { dossierCard } from '../../../cards/officer/case/dossier.ts'
import { moreCard } from '../../../cards/officer/case/more.ts'
import { routesCard } from '../../../cards/officer/case/routes.ts'
import { storyCard } from '../../../cards/officer/case/story.ts'
import { type AlarmState, alarmCard } from '../../../cards/officer/channel/alarm.ts'
import { doorbellCard, doorbellGoneCard } from '../../../cards/officer/channel/doorbell.ts'
import { noticeCard } from '../../../cards/officer/channel/notice.ts'
import { pointNewsCard } from '../../../cards/officer/channel/pointNews.ts'
import { refusedCard, unknownCaseCard, type WhyRefused } from '../../../cards/officer/channel/refused.ts'
import { alarmSeenCard } from '../../../cards/officer/channel/seen.ts'
import { type WorklistItem, worklistCard } from '../../../cards/officer/lists/worklist.ts'
import { sentenceCard } from '../../../cards/sentence.ts'
import { texts } from '../../../cards/texts/index.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { OverdueTerm } from '../../../services/signal/overdueTypes.ts'
import { calledByBell, pairOnDuty } from '../../../services/signal/reading/ringing.ts'
import { OfficerNotice, type SignalRecord } from '../../../services/signal/record.ts'
import { PointNews, State, Urgency } from '../../../services/signal/words.ts'
import { Instant, type Language, OfficerId, Reference } from '../../../services/words.ts'
import { people } from '../demo.ts'
import { casesChapter } from './caseCards.ts'
import { type Chapter, show } from './chapters.ts'
import { dayChapter } from './dayCards.ts'
import { decisionForms } from './decisionForms.ts'
import { firstRunChapter } from './firstRunCards.ts'
import { knownChapter } from './knownCards.ts'
import { forms } from './officerForms.ts'
import {
  advised,
  danger,
  failures,
  late,
  municipality,
  OTHER_SIGNAL,
  onCase,
  PRESS,
  REFERENCE,
  readers,
  record,
  SIGNAL,
  unanswered,
  unheard,
  withMoved,
} from './records.ts'
import { answersChapter } from './routeCards.ts'
import { settingsChapter } from './settingsCards.ts'

/** How states and notices are called in the descriptions, which are Dutch in every language of the cards. */
const { officer: dutch } = texts('nl')

const CAME: Record<State, string> = {
  received: 'Zodra er een melding binnen is. Dezelfde kaart verandert daarna mee.',
  inTriage: 'Als iemand van het meldpunt het in behandeling neemt.',
  decided: 'Als er een besluit is.',
  handedOver: 'Als het is overgedragen.',
  fedBack: 'Als de melder heeft gehoord wat er gedaan is.',
  closed: 'Als het klaar is.',
}

const freezes = [
  { at: record().receivedAt, by: OfficerId.parse(people.marieke.aadObjectId), reason: 'Betwist.' },
]

/** The chapters of the reporting point. */
export function officerChapters(language: Language): Chapter[] {
  return [
    channel,
    ownChat,
    dayChapter,
    dossiers,
    knownChapter,
    casesChapter,
    forms,
    decisionForms,
    answersChapter,
    firstRunChapter,
    settingsChapter,
    deadEnds,
  ].map((chapter) => chapter(language))
}

function channel(language: Language): Chapter {
  const it = onCase(language)
  const today = dayOf(it.now, it.municipality)
  const pair = pairOnDuty(it.municipality, today)
  const calledBy = (from: SignalRecord) => calledByBell(from, it.municipality, today)
  const bell = (name: string, when: string, from: SignalRecord) =>
    show(name, when, doorbellCard, { ...it, record: from, calls: calledBy(from) })
  const alarm = (name: string, when: string, state: AlarmState, sent = state === 'sent') =>
    show(name, when, alarmCard, {
      ...it,
      at: Instant.parse('2026-11-24T08:40:00.000Z'),
      state,
      calls: pair,
      ...(sent ? { reference: REFERENCE, signal: SIGNAL } : {}),
      ...(state === 'writing' ? { alarm: SIGNAL } : {}),
    })
  const seen = (name: string, until?: string) =>
    show(name, 'Na de knop Gezien.', alarmSeenCard, {
      municipality: it.municipality,
      until: until ? Instant.parse(until) : undefined,
      language,
    })
  return {
    side: 'meldpunt',
    title: 'In het kanaal',
    about: 'Iedereen in het kanaal ziet deze kaarten. Er staat nooit op wat er geschreven is of door wie.',
    cards: [
      ...State.options.map((state) =>
        bell(`Deurbel: ${dutch.words.states[state]}`, CAME[state], record(state)),
      ),
      bell('Deurbel: sparren', 'Als iemand iets voorlegt.', record('received', {}, 'consultation')),
      bell('Deurbel: acuut', 'Als er misschien nu gevaar is.', record('received', danger('no'))),
      bell('Deurbel: te laat', 'Als een termijn voorbij is.', record('received', late)),
      bell('Deurbel: niet aangekomen', 'Als de terugkoppeling na het afsluiten mislukt.', unheard()),
      bell('Deurbel: bevroren', 'Zolang het dossier bevroren is.', record('inTriage', { freezes })),
      show('Deurbel: sparren afgerond', 'Als sparren genoeg was. Alles is gewist.', doorbellGoneCard, {
        reference: REFERENCE,
        language,
      }),
      alarm(
        'Alarm: nog aan het schrijven',
        'Direct bij woorden van gevaar, ook in de eigen chat.',
        'writing',
      ),
      seen('Alarm gezien', '2026-11-25T10:30:00.000Z'),
      seen('Alarm gezien, te laat'),
      alarm('Alarm: verhoogd naar acuut', 'Als iemand van het meldpunt dat doet.', 'raised', true),
      alarm('Alarm: verstuurd', 'Zodra het verstuurd is.', 'sent'),
      alarm('Alarm: geen gevaar', 'Als de melder zegt dat er geen gevaar is.', 'takenBack'),
      alarm('Alarm: geen gevaar, al verstuurd', 'Idem, als het al verstuurd was.', 'takenBack', true),
      alarm('Alarm: verlopen', 'Als er in 24 uur niets verstuurd is.', 'expired'),
      show('Werklijst', 'Na: werklijst.', worklistCard, {
        ...it,
        items: worklistItems(),
        total: 21,
      }),
      show('Werklijst, niets open', 'Na: werklijst.', worklistCard, { ...it, items: [], total: 0 }),
    ],
  }
}

/** A few of everything that can stand in the list. */
function worklistItems(): WorklistItem[] {
  const waiting = ['officer', 'partner', 'reporter', 'officer'] as const
  const states = ['received', 'handedOver', 'inTriage', 'decided'] as const
  const { receivedAt, due } = record()
  return Urgency.options.map((urgency, n) => ({
    signal: OTHER_SIGNAL,
    reference: n === 0 ? REFERENCE : Reference.parse(`S-2026-000${n}`),
    kind: n === 2 ? 'consultation' : 'signal',
    state: states[n] ?? 'received',
    urgency,
    receivedAt,
    due: n === 2 ? late.due.decide : due.decide,
    overdue: n === 1 || n === 2,
    monitorOver: n === 3,
    waitingFor: waiting[n] ?? 'none',
    failed: n === 3,
    frozen: n === 2,
    tellAgain: n === 3,
    ...(n === 0 ? {} : { takenBy: people.marieke.name }),
  }))
}

/** These name a partner. */
const PARTNER_TERMS: ReadonlySet<OverdueTerm> = new Set(['handOver', 'answer', 'recipient'])

function ownChat(language: Language): Chapter {
  return {
    side: 'meldpunt',
    title: 'In de eigen chat',
    about: 'Een seintje voor wie het dossier heeft. Ook hier niets van wat er geschreven is.',
    cards: [
      ...OfficerNotice.options.map((notice) =>
        show(dutch.channel.notice[notice], 'Als dat gebeurt.', noticeCard, {
          ...onCase(language),
          reference: REFERENCE,
          notice,
          signal: SIGNAL,
        }),
      ),
      ...OverdueTerm.options.map((term, n) =>
        show(
          `Te laat. ${dutch.late.term[term]}`,
          'Als de termijn voorbij is, in werktijd. De volgende in de rij: een werkdag later.',
          noticeCard,
          {
            ...onCase(language),
            reference: REFERENCE,
            notice: 'overdue',
            overdue: {
              terms: [
                { term, partner: PARTNER_TERMS.has(term) ? 'Nederlandse Arbeidsinspectie' : undefined },
              ],
              others: 0,
              next: n === 0,
            },
            signal: SIGNAL,
          },
        ),
      ),
      ...[false, true].map((next) =>
        show(
          next ? 'Te laat: meer dan een, de volgende' : 'Te laat: meer dan een',
          'Als van meer dossiers tegelijk een termijn voorbij is.',
          noticeCard,
          {
            ...onCase(language),
            reference: REFERENCE,
            notice: 'overdue',
            overdue: { terms: [], others: 4, next },
            signal: SIGNAL,
          },
        ),
      ),
      ...PointNews.options.map((news) =>
        show(
          dutch.channel.point.title[news],
          'Als dat zo is: bij wie nu leest, en de volgende.',
          pointNewsCard,
          {
            ...onCase(language),
            news,
            about: news.startsWith('officer') ? OfficerId.parse(people.marieke.aadObjectId) : undefined,
            accountable: OfficerId.parse(people.joost.aadObjectId),
          },
        ),
      ),
    ],
  }
}

function dossiers(language: Language): Chapter {
  const it = onCase(language)
  const open = (name: string, when: string, from: SignalRecord, more: object = {}) =>
    show(name, when, dossierCard, { ...it, ...more, record: from })
  const OPENED = 'Na Openen, in een eigen venster. Elke keer dat iemand kijkt, wordt vastgelegd.'
  return {
    side: 'meldpunt',
    title: 'Het dossier',
    about: 'Alles wat er bekend is, voor wie het mag openen.',
    cards: [
      ...State.options.map((state) => open(`Dossier: ${dutch.words.states[state]}`, OPENED, record(state))),
      open('Dossier: sparren', OPENED, advised()),
      open('Dossier: misschien gevaar', OPENED, record('received', danger('unknown'))),
      open(
        'Dossier: te laat, en niet aangekomen',
        OPENED,
        record('inTriage', { ...late, effects: failures }),
      ),
      open('Dossier: terugkoppeling niet aangekomen', OPENED, unheard()),
      open('Dossier: onbekende melder', OPENED, record('inTriage', {}, 'signal', 'unknown')),
      open('Dossier: anonieme melder', OPENED, record('inTriage', {}, 'signal', 'anonymous')),
      open('Dossier: begon als sparren', OPENED, {
        ...advised({
          minor: 'yes',
          fromConsultation: true,
          keptReason: 'Het gaat om een meisje van zestien.',
        }),
        kind: 'signal',
      }),
      open('Dossier: wie het meldde', 'Na Bel melder, met een reden. Eén keer te zien.', record('inTriage'), {
        reporterName: people.sanne.name,
        reach: {
          phones: ['+31 6 12345678', '088-000 00 77'],
          department: 'Burgerzaken',
          account: 'sanne.dewit@voorbeeldstad.example',
        },
        notice: texts(language).officer.done.reveal,
      }),
      open('Dossier: organisaties die nog niet antwoordden', OPENED, unanswered()),
      open('Dossier: verplaatste tekst', OPENED, withMoved()),
      open('Dossier: iemand anders was eerst', 'Na een klik op een oude kaart.', record('inTriage'), {
        error: texts(language).officer.replies.refusal({ refused: 'already' }),
      }),
      open('Dossier: lokale modus', 'Alleen bij uitproberen op de eigen computer.', record(), {
        surface: 'inline',
      }),
      show('Alles wat er geschreven is', 'Na Lees alles.', storyCard, { ...it, record: record('fedBack') }),
      show('Alle organisaties', 'Als er meer zijn dan op het dossier passen.', routesCard, {
        ...it,
        record: record('handedOver'),
      }),
      show('Meer', 'Na de knop Meer.', moreCard, { ...it, record: record('inTriage') }),
      show('Meer, bij sparren', 'Na de knop Meer.', moreCard, { ...it, record: advised({ minor: 'yes' }) }),
    ],
  }
}

function deadEnds(language: Language): Chapter {
  const onDuty = readers().accountable
  const whys: Record<WhyRefused, [name: string, when: string]> = {
    notOfficer: ['Niet van het meldpunt', 'Als een ander op een knop drukt.'],
    notOnDuty: ['Geen dienst', 'Als iemand van het meldpunt nu geen dienst heeft.'],
    notMember: ['Geen lid van het kanaal', 'Als iemand niet (meer) in het kanaal zit.'],
    wrongPlace: ['Verkeerde plek', 'Als iemand in een andere groep op een knop drukt.'],
    unknown: ['Oude knop', 'Als een knop niet meer bestaat.'],
    away: ['Even niet bereikbaar', 'Als het register even niet bereikbaar is.'],
    late: ['Duurt lang', 'Als bewaren langer duurt dan Teams wacht.'],
  }
  const refused = Object.entries(whys).flatMap(([key, [name, when]]) => {
    const why = WHYS.find((each) => each === key)
    return why ? [show(name, when, refusedCard, { why, municipality, onDuty, language })] : []
  })
  return {
    side: 'meldpunt',
    title: 'Als iets niet kan',
    about: 'Elke klik krijgt antwoord.',
    cards: [
      ...refused,
      show('Even niet bereikbaar, met wat er getypt was', 'Als dat gebeurt bij het invullen.', refusedCard, {
        why: 'away',
        municipality,
        onDuty,
        language,
        asked: {
          verb: 'note',
          signal: SIGNAL,
          seen: 1,
          press: PRESS,
          text: 'Wijkteam gebeld, ze bellen terug.',
        },
      }),
      show('Een laatste zin', 'In een venster dat met een zin eindigt.', sentenceCard, {
        text: texts(language).reporter.chat.formSaved,
        language,
      }),
      show('Dossier is er niet', 'Als het gewist is, of nooit heeft bestaan.', unknownCaseCard, { language }),
    ],
  }
}

const WHYS: readonly WhyRefused[] = [
  'notOfficer',
  'notOnDuty',
  'notMember',
  'wrongPlace',
  'unknown',
  'away',
  'late',
]
