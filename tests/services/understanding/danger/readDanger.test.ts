/** For whom there is danger, on which words that stands, and what makes of the same words something else. */
import { describe, expect, test } from '@jest/globals'
import type { DangerReading } from '../../../../services/understanding/reading.ts'
import { understand } from '../../../../services/understanding/understand.ts'

const read = (...messages: string[]): DangerReading => understand(messages).danger
const level = (...messages: string[]): string => read(...messages).level

describe('danger', () => {
  test.each([
    ['ze mag de deur niet uit', 'een meisje dat de deur niet uit mag'],
    ['hij heeft een mes', 'er ligt een mes op tafel, hij kijkt ernaar en is woedend'],
    ['locked in the basement', 'they lock us in at night, please help'],
    ['ze is bewusteloos', 'ze wordt niet wakker'],
  ])('the order of words changes nothing: %s, %s', (one, other) => {
    expect([level(one), level(other)]).not.toContain('none')
  })

  test.each([
    ['nu', 'Hij slaat haar', 'ring'],
    ['an exercise', 'OEFENING: hij slaat haar, dit is een test van de bhv', 'none'],
    ['long ago', 'Jaren geleden sloeg hij haar, nu woont ze veilig in een andere stad', 'none'],
    ['denied', 'Ze wordt niet geslagen, dat heb ik gevraagd, alles is goed met haar', 'none'],
    ['news', 'Heb je die serie gezien waarin hij haar opsluit, aflevering 3', 'none'],
    ['a form', 'Waar staat het formulier voor agressie en geweld, en het protocol?', 'none'],
  ])('what is said with it decides: %s', (_name, text, expected) => expect(level(text)).toBe(expected))

  test.each([
    ['pl', 'Pomocy, zamknął nas w piwnicy i ma nóż'],
    ['pl, without marks', 'pomocy zamknal nas w piwnicy i ma noz'],
    ['tr', 'İmdat, bizi kilitlediler, kapıda bıçakla bekliyor'],
    ['ar', 'ساعدوني، حابسني بالبيت ورح يقتلني'],
    ['uk', 'Допоможіть, він замкнув нас у підвалі і має ніж'],
    ['uk, in Latin letters', 'dopomozhit vin zamknuv nas u pidvali i maye nizh'],
    ['ro', 'Ajutor, ne-a încuiat în casă și are un cuțit'],
    ['bg', 'Помощ, заключиха ни и той има нож'],
    ['es', 'Auxilio, nos encerró y tiene un cuchillo'],
    ['fr', 'Au secours, il nous a enfermés et il a un couteau'],
    ['de', 'Hilfe, er hat uns eingesperrt und hat ein Messer'],
  ])('a cry for help rings in other languages: %s', (_language, text) => expect(level(text)).toBe('ring'))

  test('it says on which words it stands, as they were typed', () => {
    const text = 'Goedemiddag. Hij heeft een MÉS en slaat haar!'
    const danger = read(text)
    if (danger.level === 'none') throw new Error('No danger was found')
    expect(danger.because.length).toBeGreaterThan(0)
    for (const { message, from, to, words } of danger.because) {
      expect(message).toBe(0)
      expect(words).toBe(text.slice(from, to))
    }
    expect(danger.because.map(({ words }) => words).join(' ')).toContain('MÉS')
    expect(danger.concepts).toContain('weapon')
    expect([...danger.signs]).toContain('weapon')
  })

  test.each([
    ['hij houdt me vast en dreigt mij dood te maken', 'writer'],
    ['ik wil niet meer leven, ik ga vanavond springen', 'writerSelfHarm'],
    ['mevrouw zegt dat ze niet meer wil leven en van het dak gaat springen', 'otherSelfHarm'],
    ['er staat een man met een mes aan de balie', 'somebody'],
  ])('for whom: %s', (text, who) => expect(read(text)).toMatchObject({ who }))

  test('messages of one person are read together', () => {
    expect(level('mijn ex heeft me vorige week bedreigd', 'hij staat nu voor de deur met een mes')).toBe(
      'ring',
    )
  })

  test('names, origins and numbers move no score', () => {
    const story = (who: string) => `${who} staat bij de balie en vraagt iets over zijn paspoort`
    const outcomes = ['Jan', 'Mohammed', 'Piotr', 'Fatima', 'Sanne'].map((name) => level(story(name)))
    expect(new Set(outcomes).size).toBe(1)
  })

  test('nothing typed is nothing read', () => {
    expect(level()).toBe('none')
    expect(level('')).toBe('none')
    expect(level('👍', '...')).toBe('none')
  })
})
