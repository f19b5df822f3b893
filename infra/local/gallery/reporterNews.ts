/** What the reporter hears afterwards: questions, advice, decisions, and the list of one's own signals. */

import { type MineItem, mineCard, withdrawCard } from '../../../cards/reporter/mine.ts'
import { enoughCard, messageCard } from '../../../cards/reporter/news/message.ts'
import { texts } from '../../../cards/texts/index.ts'
import type { ReporterMessage, SignalRecord } from '../../../services/signal/record.ts'
import { Outcome, type PartnerAnswer, SafeReason, State } from '../../../services/signal/words.ts'
import { Day, Instant, type Language, PartnerId } from '../../../services/words.ts'
import { type Chapter, type Shown, show } from './chapters.ts'
import {
  ADVICE,
  advised,
  DECISION,
  decision,
  FEEDBACK,
  idOf,
  MARIEKE,
  municipality,
  NOW,
  OTHER_REFERENCE,
  OTHER_SIGNAL,
  REFERENCE,
  ROUTES,
  readers,
  record,
  SIGNAL,
} from './records.ts'

const { reporter: dutch, shared } = texts('nl')

function message(
  name: string,
  when: string,
  language: Language,
  about: ReporterMessage,
  from: SignalRecord,
): Shown {
  const { accountable } = readers()
  // A term that passed is told of after it.
  const now = about.about === 'overdue' ? Instant.parse('2026-12-01T09:00:00.000Z') : NOW
  return show(name, when, messageCard, {
    record: from,
    message: about,
    municipality,
    accountable,
    now,
    language,
  })
}

const PROACTIVE = 'De bot stuurt dit zelf. Eerst staat er alleen dat er iets klaarstaat; de rest na Openen.'

/** What the reporting point asks and advises. */
export function questions(language: Language): Chapter {
  const question = { about: 'question', question: idOf(16) } as const
  const say = (name: string, when: string, about: ReporterMessage, from: SignalRecord) =>
    message(name, when, language, about, from)
  return {
    side: 'melder',
    title: 'Vragen en advies',
    about: PROACTIVE,
    cards: [
      say(
        'Ontvangen',
        'Als de bevestiging niet op de plek van de tekst kon.',
        { about: 'received' },
        record(),
      ),
      say(
        'In behandeling',
        'Als iemand van het meldpunt het oppakt.',
        { about: 'taken' },
        record('inTriage'),
      ),
      say('Een vraag', 'Als het meldpunt iets wil weten.', question, record('inTriage')),
      say('Een vraag, aan wie onbekend is', 'Dan kan het meldpunt niet bellen.', question, {
        ...record('inTriage'),
        degree: 'unknown',
      }),
      say(
        'Advies',
        'Bij sparren, als het meldpunt meedenkt.',
        { about: 'advice', advice: ADVICE },
        advised(),
      ),
      say(
        'Advies, bij een minderjarige',
        'Dan beslist het meldpunt mee.',
        { about: 'advice', advice: ADVICE },
        advised({ minor: 'yes' }),
      ),
      say(
        'Toch bewaard',
        'Bij gevaar of een minderjarige, tegen de wens.',
        { about: 'kept' },
        {
          ...advised({ minor: 'yes' }),
          kind: 'signal',
          keptReason: 'Het gaat om een meisje van zestien.',
        },
      ),
      say(
        'Sparren wordt een signaal',
        'Na Bewaar als signaal.',
        { about: 'consultationEnded', choice: 'keep' },
        advised(),
      ),
      say(
        'Sparren blijft open',
        'Na Ik kom later terug.',
        { about: 'consultationEnded', choice: 'later' },
        advised(),
      ),
      show(
        'Sparren was genoeg',
        'Als het meldpunt en de melder het samen afronden. Alles is gewist.',
        enoughCard,
        {
          reference: REFERENCE,
          language,
        },
      ),
    ],
  }
}

/** How it can have ended: who took it up, or what was done with it here. */
const ENDS: readonly {
  name: string
  outcome: Outcome
  routes: readonly (readonly [string, PartnerAnswer])[]
}[] = [
  { name: 'geen actie', outcome: 'noAction', routes: [] },
  { name: 'gemonitord', outcome: 'monitor', routes: [] },
  { name: 'doorgegeven, niet opgepakt', outcome: 'external', routes: [['veilig-thuis', 'notTakenUp']] },
  { name: 'een organisatie pakt het op', outcome: 'external', routes: [['veilig-thuis', 'takenUp']] },
  { name: 'een andere afdeling pakt het op', outcome: 'internal', routes: [['wijkteam', 'takenUp']] },
]

/** What was decided, and how it ended. */
export function decisions(language: Language): Chapter {
  const say = (name: string, when: string, about: ReporterMessage, from: SignalRecord) =>
    message(name, when, language, about, from)
  const decided = { about: 'decided', decision: DECISION } as const
  const withDecision = (outcome: Outcome, more: Partial<SignalRecord['decisions'][number]> = {}) =>
    record('decided', {
      decisions: [{ ...decision(outcome), ...more }],
      ...(outcome === 'noAction' || outcome === 'monitor' ? { routes: [] } : {}),
    })
  return {
    side: 'melder',
    title: 'Besluit en afloop',
    about: `${PROACTIVE} Nooit welke organisatie, nooit wat die vindt.`,
    cards: [
      ...Outcome.options.map((outcome) =>
        say(
          `Besluit: ${shared.outcome[outcome]}`,
          'Nadat het meldpunt besloten heeft.',
          decided,
          withDecision(outcome),
        ),
      ),
      ...SafeReason.options.map((safeReason) =>
        say(
          `Geen actie, omdat ${dutch.message.decided.safe[safeReason]}`,
          'De reden die verteld mag worden.',
          decided,
          withDecision('noAction', { safeReason }),
        ),
      ),
      say(
        'Doorgegeven',
        'Als het meldpunt het heeft overgedragen.',
        { about: 'handedOver', route: ROUTES[0] },
        record('handedOver'),
      ),
      say(
        'Te laat: niet bekeken',
        'Als niemand het bekeek voor de dag op de ontvangstbevestiging.',
        { about: 'overdue', term: 'respond' },
        record('received'),
      ),
      say(
        'Te laat: niet besloten',
        'Als er geen besluit was voor de dag op de ontvangstbevestiging.',
        { about: 'overdue', term: 'decide' },
        record('inTriage'),
      ),
      say(
        'Nieuws',
        'Als het meldpunt terugkoppelt.',
        { about: 'feedback', feedback: FEEDBACK },
        record('fedBack'),
      ),
      ...ENDS.map(({ name, outcome, routes }) =>
        say(
          `Afgerond: ${name}`,
          'Als het meldpunt afsluit. Wat het opleverde volgt uit wat er gebeurd is.',
          { about: 'closed' },
          {
            ...record('closed'),
            decisions: [decision(outcome)],
            routes: routes.map(([partner, what], at) => ({
              id: idOf(60 + at),
              partner: PartnerId.parse(partner),
              answerBy: Day.parse('2026-12-01'),
              state: 'answered',
              answer: { at: NOW, by: MARIEKE, what, note: '' },
            })),
          },
        ),
      ),
      say(
        'Er is nieuws, maar niet hier',
        'Als het bericht niet meer te maken is.',
        { about: 'feedback', feedback: idOf(99) },
        record(),
      ),
    ],
  }
}

/** *Mijn meldingen*. */
export function mine(language: Language): Chapter {
  const { receivedAt, due } = record()
  const items = State.options.map((state, at): MineItem => {
    const open = state === 'received' || state === 'inTriage'
    return {
      signal: OTHER_SIGNAL,
      reference: at % 2 === 0 ? REFERENCE : OTHER_REFERENCE,
      kind: state === 'inTriage' ? 'consultation' : 'signal',
      state,
      receivedAt,
      ...(open ? { next: due.decide } : {}),
      question: state === 'inTriage',
      closed: state === 'closed',
    }
  })
  return {
    side: 'melder',
    title: 'Mijn meldingen',
    about:
      'Wat iemand zelf meldde: nummer, hoe ver het is, en de volgende datum. Niets van wat er geschreven is.',
    cards: [
      show('Mijn meldingen, elke status', 'Na: mijn meldingen.', mineCard, { items, municipality, language }),
      show('Mijn meldingen, nog niets', 'Na: mijn meldingen.', mineCard, {
        items: [],
        municipality,
        language,
      }),
      show('Intrekken', 'Na de knop Intrekken.', withdrawCard, {
        signal: SIGNAL,
        reference: REFERENCE,
        language,
      }),
    ],
  }
}
