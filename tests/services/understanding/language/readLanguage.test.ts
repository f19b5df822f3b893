import { describe, expect, test } from '@jest/globals'
import { readLanguage } from '../../../../services/understanding/language/readLanguage.ts'

describe('the language that was typed', () => {
  test.each([
    ['nl', 'er slapen tien mannen in die schuur'],
    ['nl', 'sorry was nog in call, ik bel zo'],
    ['nl', 'die manager van het hotel doet heel relaxed maar het klopt niet'],
    ['en', 'there are ten men sleeping in that barn'],
    ['pl', 'szef zabrał mi paszport i nie płaci'],
    ['tr', 'patron pasaportumu aldı ve para vermiyor'],
    ['ar', 'صاحب العمل أخذ جواز سفري ولا يدفع'],
    ['ar', 'el mo3allem akhad el jawaz w ma fi ma3ash'],
    ['uk', 'начальник забрав мій паспорт і не платить'],
    ['bg', 'шефът ми взе паспорта и не ми плаща'],
    ['bg', 'shefa mi vze pasporta i ne mi plashta, molq pomognete'],
    ['ro', 'patronul mi-a luat pașaportul și nu plătește'],
    ['es', 'el jefe tiene mi pasaporte y no me paga'],
    ['fr', 'le patron a pris mon passeport et ne paie pas'],
    ['de', 'der Chef hat meinen Pass und zahlt nicht'],
    ['af', 'ek het dit reeds vir julle gestuur, baie dankie'],
  ])('%s: %s', (code, text) => expect(readLanguage([text]).code).toBe(code))
  test('of a number or nothing no language is said', () => {
    expect(readLanguage(['06 12 34 56 78']).code).toBe('unknown')
    expect(readLanguage([]).code).toBe('unknown')
  })
})
