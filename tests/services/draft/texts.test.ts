/** The texts of a draft and their marks: found by their place, changed in their place, and never too long to keep. */
import { expect, test } from '@jest/globals'
import { Draft } from '../../../services/draft/chat.ts'
import { draftMarks, textsOf, withTexts } from '../../../services/draft/texts.ts'
import { BSN_MARKS, inPlaceOf, marksIn } from '../../../services/privacy/bsn/marks.ts'
import { MOST_ONE_TEXT } from '../../../services/signal/words.ts'

const AT = '2026-11-24T09:00:00.000Z'
const draftOf = (parts: readonly string[], form?: Draft['form']): Draft =>
  Draft.parse({
    id: '3f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e01',
    kind: 'signal',
    startedAt: AT,
    lastAt: AT,
    parts: parts.map((text) => ({ at: AT, via: 'chat', text })),
    form,
    attachmentsRefused: 0,
    alarms: [],
    vaultKey: '3f0c7a52-7c1e-4a5e-9b58-0d6a8f1f9e02',
    nudged: false,
    unplaced: false,
  })
const { nl, en } = BSN_MARKS

test('marks of both languages are found in their order, and nothing that is like one', () => {
  expect(marksIn(`a ${nl} b ${en}${nl} [BSN weg] BSN verwijderd`).map(({ at }) => at)).toEqual([2, 21, 34])
  expect(marksIn('niets')).toEqual([])
})

test('words come in the place of one mark; of a mark that is not there nothing changes', () => {
  expect(inPlaceOf(`a ${nl} b ${en}`, 1, 'X')).toBe(`a ${nl} b X`)
  expect(inPlaceOf(`a ${nl}`, 1, 'X')).toBe(`a ${nl}`)
  // What stands for itself in a replacement does so here.
  expect(inPlaceOf(nl, 0, '$& $1')).toBe('$& $1')
})

test('the texts of a draft: what was typed, then the form, each in its place', () => {
  const draft = draftOf([`een ${nl}`, 'twee'], { who: `wie ${nl} ${en}`, what: 'wat', minor: 'yes' })
  expect(textsOf(draft)).toEqual([
    { place: 'part.0', text: `een ${nl}` },
    { place: 'part.1', text: 'twee' },
    { place: 'form.what', text: 'wat' },
    { place: 'form.who', text: `wie ${nl} ${en}` },
  ])
  expect(draftMarks(draft).map(({ place, nth }) => [place, nth])).toEqual([
    ['part.0', 0],
    ['form.who', 0],
    ['form.who', 1],
  ])
})

test('texts are changed where they are, and all else stays', () => {
  const draft = draftOf(['een', 'twee'], { where: 'waar', minor: 'no' })
  const changed = withTexts(draft, (text, place) => `${place}=${text}`)
  expect(changed.parts).toEqual([
    { at: AT, via: 'chat', text: 'part.0=een' },
    { at: AT, via: 'chat', text: 'part.1=twee' },
  ])
  expect(changed.form).toEqual({ where: 'form.where=waar', minor: 'no' })
  expect(withTexts(draftOf(['een']), (text) => text)).toEqual(draftOf(['een']))
})

test('a text that would be too long to keep stays as it was, so that the draft can be read again', () => {
  const long = 'a'.repeat(MOST_ONE_TEXT)
  const changed = withTexts(draftOf([long, 'b']), (text) => `${text}!`)
  expect(changed.parts.map(({ text }) => text)).toEqual([long, 'b!'])
  expect(Draft.safeParse(changed).success).toBe(true)
})
