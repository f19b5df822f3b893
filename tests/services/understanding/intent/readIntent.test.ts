import { describe, expect, test } from '@jest/globals'
import { understand } from '../../../../services/understanding/understand.ts'

const intent = (...messages: readonly string[]) => understand(messages).intent.intent

describe('what a message is for', () => {
  test.each([
    ['hoi daar', 'greeting'],
    ['hoi, dank je wel!', 'thanks'],
    ['👍', 'acknowledged'],
    ['even testen', 'test'],
    ['stop', 'stop'],
    ['laat maar', 'neverMind'],
    ['wat gebeurt er nu', 'whatHappens'],
    ['hoe lang nog', 'howLong'],
    ['wie leest dit?', 'whoReads'],
    ['is dit anoniem', 'anonymity'],
    ['ben je een mens', 'human'],
    ['kan ik je bellen', 'canICall'],
    ['bel me even terug', 'callMe'],
    ['kan ik dit nog intrekken?', 'withdraw'],
    ['ja stuur maar door', 'send'],
    ['verstuur maar', 'send'],
    ['gooi maar weg', 'discard'],
    ['kan dit in het nederlands', 'speakDutch'],
    ['sorry can we do this in english please', 'speakEnglish'],
    ['hoe werkt dit', 'howItWorks'],
    ['wanneer wordt mijn salaris gestort', 'offTopic'],
    ['kutbot', 'swearing'],
    ['???', 'unclear'],
    ['', 'unclear'],
  ])('%s: %s', (text, kind) => expect(intent(text)).toBe(kind))
  test('a greeting before a story is a story', () => {
    expect(intent('hoi, bij de kweker slapen zes mannen in een schuur en ze krijgen geen loon')).toBe(
      'signal',
    )
  })
  test('a question about a case is advice', () => {
    expect(
      intent('is dit wel iets? een meisje op school heeft ineens twee telefoons, wat zou jij doen'),
    ).toBe('advice')
  })
  test('the newest message counts', () => {
    expect(intent('bij de kweker slapen zes mannen in een schuur', 'verstuur maar')).toBe('send')
  })
})
