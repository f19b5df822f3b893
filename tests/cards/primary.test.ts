/** On the dossier one button is in colour, that of what comes next; where nothing comes next, none is (A111). */
import { expect, test } from '@jest/globals'
import { dossierCard } from '../../cards/officer/case/dossier.ts'
import { people } from '../../infra/local/demo.ts'
import { onCase, ROUTES, record, unanswered } from '../../infra/local/gallery/records.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Instant, OfficerId } from '../../services/words.ts'
import { actionsOf, isWire } from '../kit/cardClient.ts'

const MARIEKE = OfficerId.parse(people.marieke.aadObjectId)

const coloured = (of: SignalRecord): string[] => {
  const card: unknown = JSON.parse(JSON.stringify(dossierCard({ ...onCase('nl'), record: of })))
  if (!isWire(card)) throw new Error('No card.')
  return actionsOf(card).flatMap(({ style, title }) => (style === 'positive' ? [title ?? '?'] : []))
}

const answeredByLink = (): SignalRecord => {
  const it = record('handedOver')
  const said = {
    id: '6f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e01',
    at: Instant.parse('2026-11-24T10:10:00.000Z'),
    what: 'takenUp' as const,
    sent: '6f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e02',
  }
  return {
    ...it,
    routes: it.routes.map((route) => (route.id === ROUTES[0] ? { ...route, fromLink: [said] } : route)),
  }
}

test.each([
  ['it came in', record('received'), ['Neem in behandeling']],
  ['it is in hand', record('inTriage', { questions: [], takenBy: MARIEKE }), ['Besluit nemen']],
  ['it waits for the reporter', record('inTriage'), []],
  ['it is decided', record('decided'), ['Overdragen: Nederlandse…']],
  ['one of two is handed over', record('handedOver'), ['Overdragen: Zorgcoördinator…']],
  ['an organisation asked something', unanswered(), ['Beantwoord de vraag: Nederl…']],
  ['an answer came by the link', answeredByLink(), ['Neem dit antwoord over']],
  ['it is closed', record('closed'), []],
])('%s', (_when, of, expected) => expect(coloured(of)).toEqual(expected))
