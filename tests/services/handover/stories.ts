/** A story with everything that a partner may need, and everything that may betray who wrote it. */
import { composeFor, wholeText } from '../../../services/handover/compose.ts'
import { PartnerKind } from '../../../services/municipality/partner.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Day, type Language, Reference, SignalId } from '../../../services/words.ts'
import { done, MARIEKE, NOW, officer, received, town } from '../../kit/signals.ts'

/** Words that say who, where and when the writer was. */
export const BETRAYING = [
  'Sanne',
  'de Wit',
  '06-24681357',
  'balie',
  'Burgerzaken',
  'collega',
  'Fatima',
  '14.35',
  'mijn',
  'cliënt',
]

export const STORY = [
  'Vanmiddag om 14.35 kwam er een meisje bij mij aan de balie van Burgerzaken. Ze heet Maria Popescu en is 17 jaar.',
  'Haar baas Dragan Petrov heeft haar paspoort afgepakt en ze mag niet naar buiten.',
  'Ze werkt bij nagelstudio Glans BV, KvK 12345678, aan de Tulpenstraat 14b, 3511 AB Voorbeeldstad.',
  'Er werken daar acht meisjes, 12 uur per dag voor 3 euro per uur, en ze slapen op matrassen boven de zaak.',
  'Ze spreekt alleen Roemeens. Een busje met kenteken AB-123-C haalt ze elke ochtend op.',
  'Op 12 november 2026 betaalde Dragan vanaf rekening NL91 ABNA 0417 1643 00. Zijn nummer is 06 87654321.',
  'Mijn collega Fatima kent haar als mijn cliënt. Groet, Sanne de Wit, 06-24681357',
].join('\n')

const SIGNAL = SignalId.parse('00000000-0000-4000-8000-00000000abcd')

/** As it comes in, with what an officer did: the girl may be a victim and is reached safely, the boss may be an exploiter. */
export function told(text = STORY): SignalRecord {
  const fresh = received({
    signal: SIGNAL,
    reference: Reference.parse('S-2026-0001'),
    story: [{ at: NOW, via: 'chat', text }],
  })
  const named = (name: string) =>
    fresh.facts?.find(({ details }) => JSON.stringify(details).includes(name))?.id
  const [maria, dragan] = [named('Maria'), named('Dragan')]
  if (!maria || !dragan) return fresh
  const by = officer(MARIEKE)
  const roles = { [maria]: ['possibleVictim' as const], [dragan]: ['possibleExploiter' as const] }
  const chosen = done(fresh, by, { do: 'setRoles', roles })
  const confirmed = done(chosen, by, { do: 'confirmFact', facts: [maria] })
  return done(confirmed, by, {
    do: 'safeContact',
    fact: maria,
    how: 'Op donderdag, als ze naar de les gaat',
    howNot: 'Niet bellen en geen post',
    mustNotKnow: 'Dragan',
  })
}

/** What this kind of partner gets of it. */
export const composed = (kind: PartnerKind, language: Language = 'nl', record = told()) =>
  composeFor(kind, {
    records: [record],
    municipality: town,
    now: NOW,
    officer: MARIEKE,
    answerBy: Day.parse('2026-12-08'),
    basis: 'AVG 6',
    language,
  })

/** What every kind of partner gets, one after the other, as it stands in the files beside this one. */
export const allKinds = (language: Language): string =>
  PartnerKind.options
    .map((kind) => {
      const made = composed(kind, language)
      return `##### ${kind}\n${wholeText(made, made.body)}\n`
    })
    .join('\n')
