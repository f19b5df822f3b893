/** The questions as data: five at most, in both languages, with their limits, and never about where somebody is from. */
import { expect, test } from '@jest/globals'
import data from '../../../services/content/data/questions.json' with { type: 'json' }
import { lineIn, OTHER_LANGUAGES } from '../../../services/content/otherLanguages.ts'
import { MOST_QUESTIONS, Questions, questionsFor } from '../../../services/content/questions.ts'

const ORIGIN =
  /\b(?:land|afkomst|nationaliteit|geloof|religie|ras|huidskleur|country|nationality|religion|origin|from)\b/i

test('the file is what its schema says, and a list too long is refused', () => {
  expect(Questions.safeParse(data).success).toBe(true)
  const long = data.lists.map((list, at) =>
    at === 0 ? { ...list, nl: Array(6).fill('Wat?'), en: Array(6).fill('What?') } : list,
  )
  expect(Questions.safeParse({ ...data, lists: long }).success).toBe(false)
})

test.each(data.lists.flatMap(({ nl, en }) => [...nl, ...en]))(
  'it asks of behaviour and circumstances: %s',
  (question) => {
    expect(question).not.toMatch(ORIGIN)
    expect(question.split(' ').length).toBeLessThanOrEqual(20)
  },
)

test('they fit whoever is spoken to, and the limits always go with them', () => {
  const of = (minor: boolean, subjects: readonly string[], text: string) =>
    questionsFor({ minor, subjects, text }, 'nl')
  expect(of(true, ['labourExploitation'], 'een jongen')?.questions).toContain('Wat doe je na school?')
  expect(of(false, ['labourExploitation'], 'De baas heeft hun paspoorten.')?.questions).toContain(
    'Bewaart u het paspoort voor de ander?',
  )
  expect(of(false, ['labourExploitation'], 'Een schoonmaakster.')?.questions).toContain(
    'Hoe bent u aan uw werk gekomen?',
  )
  expect(of(false, ['careFraud'], 'pgb')?.questions).toContain('Wie regelt uw bank en DigiD?')
  expect(of(false, [], 'Iets vaags.')).toBeUndefined()
  for (const subjects of [['labourExploitation'], ['careFraud'], ['addressFraud']]) {
    const found = of(false, subjects, '')
    expect(found?.guardrail).toContain('Spreek niemand erop aan en beloof niets.')
    expect(found?.questions.length).toBeLessThanOrEqual(MOST_QUESTIONS)
  }
})

test('nine other languages have a line, with 112 in it; others have none', () => {
  expect(OTHER_LANGUAGES).toEqual(['pl', 'tr', 'ar', 'uk', 'ro', 'bg', 'es', 'fr', 'de'])
  for (const code of OTHER_LANGUAGES) expect(lineIn(code)).toContain('112')
  for (const code of ['nl', 'en', 'toString', 'xx']) expect(lineIn(code)).toBeUndefined()
})
