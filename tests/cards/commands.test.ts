import { describe, expect, test } from '@jest/globals'
import { commandOf } from '../../cards/texts/commands.ts'
import { texts } from '../../cards/texts/index.ts'

describe('typing works as well as buttons', () => {
  test.each([
    ['melden', 'report'],
    ['Signaal melden', 'report'],
    ['  VERSTUUR!  ', 'send'],
    ['Hoe werkt het?', 'how'],
    ['hoi 👋', 'welcome'],
    ['“geen gevaar”.', 'noDanger'],
    ['Ja, trek in', 'withdrawSure'],
    ['ja trek in', 'withdrawSure'],
    ['ik  wil\npraten', 'talk'],
    ["I don't know", 'dontKnow'],
    ['I don’t know', 'dontKnow'],
    ['Werklijst', 'worklist'],
    ['english', 'english'],
    ['In het Engels', 'english'],
    ['gebeld', 'called112'],
    ['ik heb 112 gebeld', 'called112'],
    ['vertrouwelijk', 'confidential'],
  ])('%s', (typed, command) => {
    expect(commandOf(typed)).toBe(command)
  })

  test.each([
    '',
    ' ',
    '?!',
    '😀',
    'ik wil iets melden over mijn buurman',
    'Hij zei dat ik het moest wissen',
    'er is geen gevaar meer maar hij komt terug',
    'help hij heeft een mes',
    'nieuwe kleren elke week',
    'melden '.repeat(5_000),
    'toString',
    'constructor',
    '__proto__',
  ])('a sentence, or nothing, is no command: %#', (typed) => {
    expect(commandOf(typed)).toBeUndefined()
  })

  test('no words mean two things, in either language', () => {
    for (const language of ['nl', 'en'] as const) {
      for (const [command, words] of Object.entries(texts(language).shared.commands)) {
        expect(words.length).toBeGreaterThan(0)
        for (const word of words) expect([word, commandOf(word)]).toEqual([word, command])
      }
    }
  })

  test.each(['nl', 'en'] as const)('what a button says can be typed: %s', (language) => {
    const { button, danger, draft, message, place, withdraw } = texts(language).reporter
    const { language: other, ...titles } = button
    for (const [command, title] of Object.entries(titles)) expect(commandOf(title)).toBe(command)
    expect(commandOf(other)).toBe(language === 'nl' ? 'english' : 'dutch')
    expect(commandOf(danger.called)).toBe('called112')
    expect(commandOf(danger.cannot)).toBe('cannotCall112')
    expect(commandOf(danger.noDanger)).toBe('noDanger')
    expect(commandOf(draft.send.signal)).toBe('send')
    expect(commandOf(draft.send.consultation)).toBe('send')
    expect(commandOf(draft.form)).toBe('form')
    expect(commandOf(draft.toConsultation)).toBe('toConsultation')
    expect(commandOf(draft.toSignal)).toBe('toSignal')
    expect(commandOf(draft.continue)).toBe('continue')
    expect(commandOf(place.hereChosen)).toBe('placeHere')
    expect(commandOf(place.answer)).toBe('placeAnswer')
    expect(commandOf(place.isNew)).toBe('placeNew')
    expect(commandOf(message.question.dontKnow)).toBe('dontKnow')
    expect(commandOf(message.question.callMe)).toBe('callMe')
    expect(commandOf(message.advice.enough)).toBe('enough')
    expect(commandOf(message.advice.keep)).toBe('keep')
    expect(commandOf(message.advice.later)).toBe('later')
    expect(commandOf(message.reportAgain)).toBe('report')
    expect(commandOf(withdraw.sure)).toBe('withdrawSure')
    expect(commandOf(withdraw.not)).toBe('mine')
  })
})
