/** The short forms of a decision, and the pages of what is done to see more. */

import { ShortWay } from '../../../cards/decisionActions.ts'
import { OUTCOME_OF, shortCard } from '../../../cards/officer/decision/short.ts'
import { adviceCallCard } from '../../../cards/officer/forms/advice.ts'
import { escalateCard } from '../../../cards/officer/forms/escalate.ts'
import { guardCard } from '../../../cards/officer/forms/guard.ts'
import { askInsightCard, endInsightCard, insightCameCard } from '../../../cards/officer/forms/insight.ts'
import { texts } from '../../../cards/texts/index.ts'
import { guardsAsked } from '../../../services/signal/reading/guards.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Day, type Language, PartnerId } from '../../../services/words.ts'
import { type Chapter, show } from './chapters.ts'
import { DECISION, idOf, MARIEKE, municipality, NOW, onCase, record } from './records.ts'

const TEAM = PartnerId.parse('wijkteam')
const CIVIL = PartnerId.parse('burgerzaken-brp')
const INSIGHT = idOf(70)

/** With a question that was set out, advice, and somebody who was called. */
const seeingMore = (): SignalRecord => ({
  ...record('decided'),
  insights: [
    {
      id: INSIGHT,
      at: NOW,
      by: MARIEKE,
      kind: 'ask',
      question: 'Wonen er nog mensen op dit adres?',
      to: { who: 'partner', partner: TEAM },
      until: Day.parse('2026-11-30'),
    },
  ],
  escalations: [
    {
      id: idOf(71),
      at: NOW,
      by: MARIEKE,
      steps: [{ at: NOW, by: MARIEKE, contact: '112', reached: 'reached', text: 'Er komt een auto.' }],
    },
  ],
})

/** Decided, and first to be agreed. */
function agreeing(): SignalRecord {
  const decided = record('decided')
  const until = Day.parse('2026-12-01')
  return {
    ...decided,
    decisions: decided.decisions.map((each) =>
      each.id === DECISION
        ? { ...each, guards: [{ guard: 'agreeFirst', answer: 'agreeFirst', until }] }
        : each,
    ),
  }
}

/** Every short form, and every page around a decision. */
export function decisionForms(language: Language): Chapter {
  const it = { ...onCase(language), record: record('inTriage') }
  const t = texts(language).officer
  const suggested = Day.parse('2026-12-01')
  const asked = (way: ShortWay, partners: readonly PartnerId[] = []) =>
    guardsAsked({
      record: it.record,
      municipality,
      now: NOW,
      outcome: OUTCOME_OF[way],
      partners,
      minor: 'no',
      victimHelp: 'arranged',
    })
  const more = { ...it, record: seeingMore() }
  return {
    side: 'meldpunt',
    title: 'Kort besluiten en meer zicht',
    about: 'Eerst wat er besloten wordt, dan alleen wat daarbij hoort.',
    cards: [
      ...ShortWay.options.map((way) =>
        show(`Kort besluit: ${way}`, 'Na een korte knop.', shortCard, {
          ...it,
          way,
          asked: asked(way),
          suggested,
        }),
      ),
      show('Kort besluit, een bezoek kan waarschuwen', 'Bij Burgerzaken of toezicht.', shortCard, {
        ...it,
        way: 'handOver' as const,
        asked: asked('handOver', [CIVIL]),
        suggested,
        values: { partners: [CIVIL], reason: 'Wie wonen er?', minor: 'no' as const },
        notice: t.decision.short.look,
      }),
      show('Vraag uitzetten', 'Na Meer.', askInsightCard, it),
      show('Wat kwam terug', 'Bij een vraag die uitstaat.', insightCameCard, {
        ...more,
        values: { insight: INSIGHT },
      }),
      show('Wat leverde het op', 'Bij een vraag die uitstaat.', endInsightCard, {
        ...more,
        values: { insight: INSIGHT },
      }),
      show('Noteer een advies', 'Na Meer.', adviceCallCard, it),
      show('Opschalen', 'Na Opschalen.', escalateCard, it),
      show('Opgeschaald', 'Daarna: wie is gebeld.', escalateCard, more),
      show('Eerst afstemmen', 'Na Wijzig: eerst afstemmen.', guardCard, {
        ...it,
        record: agreeing(),
        values: { guard: 'agreeFirst' },
      }),
    ],
  }
}
