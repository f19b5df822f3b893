/** The reporter's cards up to the receipt in every state, in the order in which somebody meets them. */

import { askedCard, stillDangerCard } from '../../../cards/reporter/draft/asked.ts'
import { dangerCard } from '../../../cards/reporter/draft/danger.ts'
import {
  draftCard,
  draftGoneCard,
  draftMovedCard,
  draftNudgeCard,
} from '../../../cards/reporter/draft/draft.ts'
import { formCard } from '../../../cards/reporter/draft/form.ts'
import { heldCard } from '../../../cards/reporter/draft/held.ts'
import { needCard } from '../../../cards/reporter/draft/need.ts'
import { nowCard, nowNudgeCard } from '../../../cards/reporter/draft/now.ts'
import { placeCard } from '../../../cards/reporter/draft/place.ts'
import { receiptCard } from '../../../cards/reporter/receipt/receipt.ts'
import { colleagueCard } from '../../../cards/reporter/start/colleague.ts'
import { howCard } from '../../../cards/reporter/start/how.ts'
import { matrixCard } from '../../../cards/reporter/start/matrix.ts'
import { municipalityCard } from '../../../cards/reporter/start/municipality.ts'
import { welcomeCard } from '../../../cards/reporter/start/welcome.ts'
import { texts } from '../../../cards/texts/index.ts'
import { BSN_MARKS } from '../../../services/privacy/bsn/marks.ts'
import { placesFor } from '../../../services/signal/reading/places.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Degree } from '../../../services/signal/words.ts'
import type { Language } from '../../../services/words.ts'
import { type Chapter, show } from './chapters.ts'
import { codes } from './codeCards.ts'
import {
  draft,
  municipality,
  NOW,
  OTHER_REFERENCE,
  OTHER_SIGNAL,
  REFERENCE,
  readers,
  record,
  SIGNAL,
} from './records.ts'
import { decisions, mine, questions } from './reporterNews.ts'
import { talking } from './talkCards.ts'

const asEmployee = { ...municipality, reportsOutsideAs: 'employee' as const }
/** The words for the descriptions, which are Dutch in every language of the cards. */
const { shared } = texts('nl')

/** The chapters of the reporter. */
export function reporterChapters(language: Language): Chapter[] {
  return [start, dangers, writing, talking, receipts, codes, questions, decisions, mine].map((chapter) =>
    chapter(language),
  )
}

function start(language: Language): Chapter {
  const it = { municipality, ...readers(), language }
  const photo =
    'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"%3E' +
    '%3Ccircle cx="20" cy="20" r="20" fill="%230b5a52"/%3E%3C/svg%3E'
  return {
    side: 'melder',
    title: 'Kennismaken',
    about: 'Wat iemand ziet voordat er iets is getypt.',
    cards: [
      show('Welkom', 'De eerste keer in de chat, en na: start.', welcomeCard, it),
      show('Welkom, met een foto', 'Als de gemeente een foto instelt.', welcomeCard, {
        ...it,
        accountable: { ...it.accountable, photo },
      }),
      show('Welkom, voor het meldpunt', 'Als iemand van het meldpunt zelf de chat opent.', welcomeCard, {
        ...it,
        worksHere: true,
      }),
      show('Hoe werkt het?', 'Na de knop Hoe werkt het?', howCard, it),
      show('Waar gaat wat heen?', 'Na de knop Waar gaat wat heen?', matrixCard, it),
      show('Hoe werkt het?, op naam', 'In een gemeente die meldt op naam van de medewerker.', howCard, {
        ...it,
        municipality: asEmployee,
      }),
      show(
        'Welke gemeente?',
        'Waar gemeenten een organisatie delen, bij het eerste woord.',
        municipalityCard,
        {
          among: [municipality, { ...municipality, name: 'Anderstad' }],
          typed: { text: 'Er slapen mensen in de loods.', said: '1700000000000' },
          language,
        },
      ),
      show('Over een collega', 'Na de knop Over een collega. Er wordt niets bewaard.', colleagueCard, it),
    ],
  }
}

function dangers(language: Language): Chapter {
  const it = { about: SIGNAL, ...readers(), language }
  type More = { sent: boolean; said?: 'yes' | 'no' | 'takenBack'; who?: 'writer' | 'otherSelfHarm' }
  const block = (name: string, when: string, more: More) => show(name, when, dangerCard, { ...it, ...more })
  const unsent = { ...it, municipality, degree: 'confidential' as const }
  return {
    side: 'melder',
    title: 'Misschien gevaar',
    about: 'Bij woorden die op acuut gevaar lijken komt dit blok als eerste, voor al het andere.',
    cards: [
      show('Is er nú gevaar?', 'Als het gevaar kan zijn: eerst één vraag.', askedCard, {
        about: SIGNAL,
        words: 'kept',
        echo: 'Ze mag van hem de deur niet uit.',
        language,
      }),
      block('112', 'Terwijl iemand nog schrijft.', { sent: false }),
      block('Gebeld', 'Na de knop Gebeld.', { sent: false, said: 'yes' }),
      block('Lukt niet', 'Na de knop Lukt niet.', { sent: false, said: 'no' }),
      block('Geen gevaar', 'Na de knop Geen gevaar.', { sent: false, said: 'takenBack' }),
      block('De schrijver wordt bedreigd', 'Eerst veilig zijn.', { sent: false, who: 'writer' }),
      block('Een ander denkt aan zelfdoding', 'Ook 113.', { sent: false, who: 'otherSelfHarm' }),
      show('De schrijver denkt aan zelfdoding', 'Niemand wordt gewaarschuwd.', needCard, it),
      show('Eén knop', 'Onder het blok van 112: geen keuzes.', nowCard, {
        ...unsent,
        draft: draft({ danger: { at: NOW, called112: 'unknown' } }),
      }),
      show('Eén knop, zonder naam', 'Als de woorden daarom vragen.', nowCard, {
        ...unsent,
        degree: 'unknown',
        draft: draft({ danger: { at: NOW, called112: 'unknown' } }),
      }),
      show('Nog niet verstuurd', 'Na een minuut, en na vijf minuten.', nowNudgeCard, {
        ...unsent,
        draft: draft({ danger: { at: NOW, called112: 'unknown' } }),
      }),
      show('Toch geen gevaar?', 'Als niet zeker is of iemand dat bedoelt.', stillDangerCard, {
        about: SIGNAL,
        language,
      }),
      block('112, bij iets dat al verstuurd is', 'In een aanvulling of een antwoord.', { sent: true }),
      block('Geen gevaar, bij iets dat al verstuurd is', 'Na de knop Geen gevaar.', {
        sent: true,
        said: 'takenBack',
      }),
    ],
  }
}

function writing(language: Language): Chapter {
  const it = { municipality, ...readers(), language }
  const filled = {
    what: 'Hij hield haar paspoort vast',
    where: 'Balie Burgerzaken',
    when: 'Vanochtend',
    who: 'Een man van een jaar of vijftig, een vrouw van een jaar of twintig',
    howKnown: 'Zelf gezien',
    minor: 'unknown',
  } as const
  const echo = (name: string, when: string, more: Parameters<typeof draft>[0], notice?: string) =>
    show(name, when, draftCard, { draft: draft(more), ...it, notice })
  // As the product draws it: from records, in its own order.
  const older = record('inTriage', { id: OTHER_SIGNAL, reference: OTHER_REFERENCE, questions: [] })
  const asked = record('inTriage')
  const place = (name: string, when: string, ...open: SignalRecord[]) =>
    show(name, when, placeCard, { draft: draft({ unplaced: true }), open: placesFor(open), language })
  const part = (text: string) => ({ at: NOW, via: 'chat' as const, text })
  const mark = BSN_MARKS[language]
  const numbers = (count: number) =>
    part(count === 1 ? `Hij noemde ${mark}.` : `Hij noemde ${mark}, en het dossier is ${mark}.`)
  const telling = part('Ze zat bij mij aan de balie, om 14:35.')
  const pointed = [
    { words: 'bij mij', vaguer: 'bij een collega', which: '0' },
    { words: 'om 14:35', vaguer: 'in de middag', which: '1' },
  ]
  const held = { signal: SIGNAL, reference: REFERENCE, quiet: true }
  return {
    side: 'melder',
    title: 'Schrijven',
    about: 'Wat iemand typt komt terug op een kaart. Er is dan nog niets verstuurd.',
    cards: [
      echo('Dit heb ik van je', 'Na de eerste woorden.', {}),
      echo('Dit wil je voorleggen', 'Bij Sparren bij twijfel.', { kind: 'consultation' }),
      echo('Met gevaar', 'Na woorden die op gevaar lijken: de haast is al gekozen.', {
        danger: { at: NOW, called112: 'unknown' },
      }),
      echo('Met het formulier', 'Na het bewaren van het formulier.', { form: filled }),
      echo('Met een foto', 'Als iemand een bijlage stuurt: die nemen we niet aan.', {
        attachmentsRefused: 1,
      }),
      echo('Zonder woorden', 'Als er alleen een bijlage is.', { parts: [], attachmentsRefused: 1 }),
      show('Formulier', 'Na de knop Formulier invullen. In Teams in een eigen venster.', formCard, {
        draft: SIGNAL,
        values: {},
        language,
      }),
      show('Formulier, al ingevuld', 'Bij de tweede keer openen.', formCard, {
        draft: SIGNAL,
        values: filled,
        language,
      }),
      place('Waar hoort dit bij?', 'Als er al een melding openstaat.', older),
      place('Waar hoort dit bij?, met een vraag', 'Als er een vraag op antwoord wacht.', asked),
      place(
        'Waar hoort dit bij?, met keuze',
        'Als er meer openstaat: waar het laatst naar gevraagd is, staat voorop.',
        older,
        asked,
      ),
      echo('Met een nummer dat verborgen is', 'Als een nummer op een BSN lijkt.', { parts: [numbers(1)] }),
      echo('Met twee nummers', 'Dan kies je welk nummer geen BSN is.', { parts: [numbers(2)] }),
      show('Met woorden die je verraden', 'Bij onbekend of anoniem, voordat het weggaat.', draftCard, {
        draft: draft({ degree: 'unknown', parts: [telling] }),
        ...it,
        pointed,
        notice: texts(language).reporter.draft.betray.first,
      }),
      show('Kijk eerst even', 'Bij een antwoord of aanvulling, als er iets te zien is.', heldCard, {
        draft: { ...draft({ parts: [telling, numbers(1)] }), to: held },
        pointed,
        language,
      }),
      show('Verplaatst', 'Op de plek van de vorige kaart, na nieuwe woorden.', draftMovedCard, { language }),
      show('Herinnering', 'Eén keer, na vier uur zonder versturen.', draftNudgeCard, {
        draft: draft(),
        language,
      }),
      show('Gewist', 'Na de knop Wissen.', draftGoneCard, { why: 'discarded', draft: SIGNAL, language }),
      show('Verlopen', '24 uur na het laatste woord.', draftGoneCard, { why: 'expired', language }),
    ],
  }
}

function receipts(language: Language): Chapter {
  const { due } = record()
  const it = {
    reference: REFERENCE,
    acute: false,
    municipality,
    accountable: readers().accountable,
    respondBy: due.respond,
    decideBy: due.decide,
    signal: SIGNAL,
    language,
  }
  const byDegree = (kind: 'signal' | 'consultation', name: string) =>
    Degree.options
      .filter((degree) => degree !== 'anonymous')
      .map((degree) =>
        show(
          `${name}, ${shared.degree[degree]}`,
          'Direct na het versturen, op de plek van de tekst.',
          receiptCard,
          {
            ...it,
            kind,
            degree,
          },
        ),
      )
  const alarming = { ...it, kind: 'signal', degree: 'confidential', acute: true, rung: true } as const
  return {
    side: 'melder',
    title: 'Ontvangen',
    about: 'De bevestiging. Die komt op de plek van de tekst, zodat die niet op het scherm blijft staan.',
    cards: [
      ...byDegree('signal', 'Melding'),
      ...byDegree('consultation', 'Sparren'),
      show('Melding met gevaar, gebeld', 'Na Gebeld en Versturen.', receiptCard, {
        ...alarming,
        called112: 'yes',
      }),
      show('Melding met gevaar, niet gebeld', 'Als niet bekend is of er gebeld is.', receiptCard, {
        ...alarming,
        called112: 'unknown',
      }),
      show('Melding, op naam', 'In een gemeente die meldt op naam van de medewerker.', receiptCard, {
        ...alarming,
        acute: false,
        municipality: asEmployee,
      }),
    ],
  }
}
