/** The gallery of what comes back from outside, and of photos and files: what is received, sealed, looked at and taken away. */
import { sealedCard } from '../../../cards/officer/case/sealed.ts'
import { dropFileCard, lookCard } from '../../../cards/officer/files/part.ts'
import { openSealedCard, receivedCard } from '../../../cards/officer/forms/received.ts'
import { fileLinkCard } from '../../../cards/reporter/files/link.ts'
import { hearCard } from '../../../cards/reporter/news/ofRoutes.ts'
import type { Attachment } from '../../../services/files/attachment.ts'
import type { Route, SignalRecord } from '../../../services/signal/record.ts'
import { Day, Instant, type Language, PartnerId } from '../../../services/words.ts'
import { type Chapter, show } from './chapters.ts'
import { idOf, JOOST, MARIEKE, onCase, ROUTES, record } from './records.ts'

const at = Instant.parse('2026-11-24T10:20:00.000Z')
const LINK = 'https://signaalpunt.example/g/voorbeeld'

/** Handed over to the police, whose words are sealed. */
function withPolice(): { route: Route; record: SignalRecord } {
  const route: Route = {
    id: ROUTES[0],
    partner: PartnerId.parse('politie-avim'),
    state: 'handedOver',
    answerBy: Day.parse('2026-12-01'),
    handedOverAt: Instant.parse('2026-11-24T10:05:00.000Z'),
    handedOverBy: MARIEKE,
    sealedAnswers: [
      { id: idOf(60), at, by: MARIEKE, what: 'takenUp', sealed: 'verzegeld', answers: ['mustNot'] },
      { id: idOf(61), at, by: JOOST, what: 'question', sealed: 'verzegeld' },
    ],
    sealedLooks: [{ at, by: JOOST, reason: 'Afspraak voorbereiden met het wijkteam.' }],
  }
  return { route, record: record('handedOver', { routes: [route] }) }
}

const files: Attachment[] = [
  { id: idOf(70), at, kind: 'jpeg', size: 812_000, scanned: 'notScanned' },
  { id: idOf(71), at, kind: 'pdf', size: 94_000, scanned: 'notScanned' },
]

/** The chapter of an officer. */
export function answersChapter(language: Language): Chapter {
  const it = { ...onCase(language), ...withPolice() }
  const [takenUp, question] = it.route.sealedAnswers ?? []
  const opened = [
    ...(takenUp
      ? [{ answer: takenUp, words: { text: 'We gaan er vrijdag heen.', mustNot: 'Ga er zelf niet langs.' } }]
      : []),
    ...(question ? [{ answer: question, words: undefined }] : []),
  ]
  const withFiles = { ...onCase(language), record: record('inTriage', { attachments: files }) }
  return {
    side: 'meldpunt',
    title: 'Wat terugkomt, en bestanden',
    about: 'Wat een organisatie zegt, en de foto’s en bestanden van een melder.',
    cards: [
      show('Ze hebben het ontvangen', 'Na Ontvangen door, op het dossier.', receivedCard, {
        ...it,
        route: { ...it.route, partner: PartnerId.parse('arbeidsinspectie'), sealedAnswers: [] },
      }),
      show('Een verzegeld antwoord openen', 'Bij politie en RIEC, met een reden.', openSealedCard, it),
      show('Een verzegeld antwoord', 'Na de reden. Elke keer wordt vastgelegd.', sealedCard, {
        ...it,
        opened,
      }),
      show('Een bestand bekijken', 'Na Bekijk bestand 1. De link werkt één keer.', lookCard, {
        record: withFiles.record,
        link: LINK,
        language,
      }),
      show('Een bestand bekijken, zonder pagina’s', 'Als er geen eigen pagina’s zijn.', lookCard, {
        record: withFiles.record,
        link: undefined,
        language,
      }),
      show('Een bestand weghalen', 'Na Haal een bestand weg.', dropFileCard, withFiles),
    ],
  }
}

/** The chapter of a reporter. */
export function fileAndHearChapter(language: Language): Chapter {
  return {
    side: 'melder',
    title: 'Een foto erbij, en wat je wilt horen',
    about: 'Een foto gaat niet door de chat. En een melder kiest wat zij hoort.',
    cards: [
      show('Een foto of bestand toevoegen', 'Na Voeg een foto of bestand toe.', fileLinkCard, {
        url: 'https://signaalpunt.example/f/voorbeeld',
        language,
      }),
      show('Wel horen wie het oppakt', 'Na de knop bij een bericht.', hearCard, {
        record: record('handedOver'),
        language,
      }),
      show('Niet horen wie het oppakt', 'Na de knop bij een bericht.', hearCard, {
        record: record('handedOver', { notToHear: 'takenUp' }),
        language,
      }),
    ],
  }
}
