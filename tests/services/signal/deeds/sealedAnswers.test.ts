/** Answers of police and RIEC: sealed within the record, outside whatever reads words, opened with a purpose (I.14). */
import { describe, expect, test } from '@jest/globals'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import { PartnerKind } from '../../../../services/municipality/partner.ts'
import { isRestricted, seals } from '../../../../services/signal/reading/sealed.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { passagesOf } from '../../../../services/signal/rights/passages.ts'
import { find } from '../../../../services/signal/rights/search.ts'
import { openAnswer, sealAnswer } from '../../../../services/vault/answers.ts'
import { drawKeys } from '../../../../services/vault/seal.ts'
import { SignalId } from '../../../../services/words.ts'
import {
  act,
  decision,
  done,
  firstRoute,
  MARIEKE,
  officer,
  POLICE,
  received,
  setting,
  TODAY,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const keys = drawKeys(Buffer.alloc(32, 3))
const kinded: Municipality = {
  ...town,
  partners: town.partners.map((p) => (p.id === POLICE ? { ...p, kind: 'avim' as const } : p)),
}
const at = { at: setting(0, kinded) }
const WORDS = { text: 'Jayden Smits is bekend bij ons', mustNot: 'Niet langsgaan' }

const decided = done(
  received(),
  by,
  decision({ outcome: 'police', routes: [{ partner: POLICE, answerBy: TODAY }] }),
  at,
)
const handed = done(decided, by, { do: 'handOver', route: firstRoute(decided) }, at)
const route = firstRoute(handed)
const place = { municipality: town.id, signal: handed.id, route }
const sealedWords = { sealed: sealAnswer(keys, place, WORDS), answers: ['mustNot' as const] }
const answered = done(
  handed,
  by,
  { do: 'partnerAnswered', route, what: 'question', text: '', sealedWords },
  at,
)

test('whose answers are sealed is chosen by kind: those whose law restricts further use', () => {
  const restricted = PartnerKind.options.filter((kind) =>
    isRestricted({ partners: town.partners.map((p) => ({ ...p, kind })) }, POLICE),
  )
  expect(restricted.sort()).toEqual(['avim', 'borderPolice', 'ikz', 'police', 'riec', 'taxAuthority'])
  const nameless = { partners: town.partners.map(({ kind: _kind, ...p }) => p) }
  expect(isRestricted(nameless, POLICE)).toBe(false)
})

test('words in the open are refused, whichever field they come in, and nothing of them is kept', () => {
  for (const words of [
    { text: 'x' },
    { text: '', contact: 'x' },
    { text: '', mustNot: 'x' },
    { text: '', mayTell: 'x' },
  ]) {
    const deed = { do: 'partnerAnswered', route, what: 'takenUp', ...words } as const
    expect(act(handed, by, deed, at)).toEqual({ refused: 'sealFirst' })
    expect(act(handed, by, { do: 'received', route, ...words }, at)).toEqual({ refused: 'sealFirst' })
  }
})

test('sealed they stand in the record, and nowhere that words are read', () => {
  expect(answered.routes[0]).toMatchObject({
    answer: { what: 'question', note: '' },
    sealedAnswers: [{ what: 'question', by: MARIEKE, answers: ['mustNot'] }],
  })
  expect(JSON.stringify(answered)).not.toContain('Jayden')
  expect(
    passagesOf(answered)
      .map(({ text }) => text)
      .join(),
  ).not.toContain('Jayden')
  expect(find(answered, ['Jayden Smits', 'langsgaan'])).toEqual([])
  expect(SignalRecord.parse(answered)).toEqual(answered)
  // Another question, sealed too, is another one.
  const more = { ...sealedWords, answers: [] }
  const twice = done(
    answered,
    by,
    { do: 'partnerAnswered', route, what: 'question', text: '', sealedWords: more },
    at,
  )
  expect(twice.routes[0]?.sealedAnswers).toHaveLength(2)
  // Also where the partner is out of the list since.
  const gone = { ...kinded, partners: kinded.partners.filter(({ id }) => id !== POLICE) }
  const [it] = answered.routes
  expect(it && seals(gone, it)).toBe(true)
})

describe('opening', () => {
  test('asks a purpose, and each look stands in the record and in the trail', () => {
    const open = { do: 'openSealed', route, reason: '' } as const
    expect(act(answered, by, open, at)).toEqual({ refused: 'needs', field: 'reason' })
    expect(act(handed, by, { ...open, reason: 'Mogen we langs?' }, at)).toEqual({ refused: 'notNow' })
    const looked = done(answered, by, { ...open, reason: 'Mogen we langs?' }, at)
    expect(looked.routes[0]?.sealedLooks).toMatchObject([{ by: MARIEKE, reason: 'Mogen we langs?' }])
    expect(looked.audit.at(-1)).toMatchObject({ what: 'openSealed', by: MARIEKE })
  })

  test('works where it was sealed and nowhere else, and only with its key', () => {
    const { sealed } = sealedWords
    expect(openAnswer(keys, place, sealed)).toEqual(WORDS)
    expect(openAnswer(drawKeys(Buffer.alloc(32, 4)), place, sealed)).toBeUndefined()
    const elsewhere = SignalId.parse('00000000-0000-4000-8000-000000000001')
    expect(openAnswer(keys, { ...place, signal: elsewhere }, sealed)).toBeUndefined()
    expect(openAnswer(keys, { ...place, route: elsewhere }, sealed)).toBeUndefined()
    expect(openAnswer(keys, place, `${sealed.slice(0, -4)}AAAA`)).toBeUndefined()
  })
})
