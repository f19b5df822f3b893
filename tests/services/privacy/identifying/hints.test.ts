/** What gives a writer away, what does not, and what is proposed instead. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type About, identifyingHints, vaguer } from '../../../../services/privacy/identifying/hints.ts'
import { SEED } from '../bsn/artificial.ts'
import { ORDINARY_EN, ORDINARY_NL, TELLING_EN, TELLING_NL, WRITER } from './sentences.ts'

const dutch: About = { ...WRITER, language: 'nl' }
const english: About = { ...WRITER, language: 'en' }

/** A sentence with what was found between « and ». */
function marked(text: string, about: About): string {
  return [...identifyingHints(text, about)]
    .reverse()
    .reduce(
      (all, { at, length }) => `${all.slice(0, at)}«${all.slice(at, at + length)}»${all.slice(at + length)}`,
      text,
    )
}
const bare = (sentence: string): string => sentence.replace(/[«»]/g, '')

describe('the lists', () => {
  test('are long enough to mean something, and nothing stands in them twice', () => {
    for (const list of [TELLING_NL, ORDINARY_NL, TELLING_EN, ORDINARY_EN]) {
      expect(list.length).toBeGreaterThanOrEqual(40)
      expect(new Set(list.map(bare)).size).toBe(list.length)
    }
  })
})

describe('in Dutch', () => {
  test.each(TELLING_NL)('points out: %s', (text) => expect(marked(bare(text), dutch)).toBe(text))
  test.each(ORDINARY_NL)('says nothing of: %s', (text) => expect(marked(text, dutch)).toBe(text))
})

describe('in English', () => {
  test.each(TELLING_EN)('points out: %s', (text) => expect(marked(bare(text), english)).toBe(text))
  test.each(ORDINARY_EN)('says nothing of: %s', (text) => expect(marked(text, english)).toBe(text))
})

describe('the proposals', () => {
  const proposals: readonly (readonly [About, string, string])[] = [
    [dutch, 'Ze zat bij mij aan de balie, om 14:35.', 'Ze zat bij een collega aan de balie, in de middag.'],
    [dutch, 'Mijn collega Sanne de Wit zag het.', 'Een collega zag het.'],
    [dutch, "Mijn collega's zagen het.", "Collega's zagen het."],
    [dutch, 'Toen ik hem hielp, zweeg hij.', 'Toen een collega hem hielp, zweeg hij.'],
    [dutch, 'Hij kwam half drie vanmiddag.', 'Hij kwam in de middag.'],
    [dutch, 'Hij kwam vandaag om kwart over twee.', 'Hij kwam op een dag die week.'],
    [dutch, 'Hij kwam om drie uur.', 'Hij kwam op een moment die dag.'],
    [dutch, 'Hij kwam om 9:15.', 'Hij kwam in de ochtend.'],
    [dutch, 'Hij kwam om 23.10 uur.', 'Hij kwam in de avond.'],
    [dutch, 'Hij kwam om 03:10.', 'Hij kwam in de nacht.'],
    [dutch, 'Ons team kent hem, en de afdeling Inkoop ook.', 'Een team kent hem, en een afdeling ook.'],
    [dutch, 'Ik werk bij Burgerzaken.', 'Een collega werkt bij een afdeling.'],
    [dutch, 'Ik werk als baliemedewerker.', 'Een collega werkt als medewerker.'],
    [dutch, 'Bel 06-12345678 of mail x@y.example.', 'Bel een telefoonnummer of mail een mailadres.'],
    [english, 'She came to my office at 2:35 pm.', 'She came to an office in the afternoon.'],
    [english, 'My colleague Sanne saw it when I was away.', 'A colleague saw it when a colleague was away.'],
    [english, 'Today at 14:35 he came to our team.', 'One day that week he came to a team.'],
    [english, 'He came at half past two.', 'He came at some time that day.'],
    [english, 'When I am at the desk he waits.', 'When a colleague is at the desk he waits.'],
    [english, 'Call 06-12345678 or mail x@y.example.', 'Call a phone number or mail a mail address.'],
    [english, 'Ze zat bij mij aan de balie.', 'Ze zat bij een collega aan de balie.'],
  ]
  test.each(proposals)('%#: %j', (about, text, expected) => {
    expect(vaguer(text, identifyingHints(text, about))).toBe(expected)
  })

  test('only those that the person chose', () => {
    const text = 'Sanne zag het bij mij om 14:35'
    const hints = identifyingHints(text, dutch).filter(({ what }) => what !== 'firstPerson')
    expect(vaguer(text, hints)).toBe('Een collega zag het bij mij in de middag')
  })

  test('hints of another text change nothing', () => {
    expect(vaguer('iets heel anders', identifyingHints('bij mij', dutch))).toBe('iets heel anders')
  })
})

describe('a name with particles, in the ways in which people shorten it', () => {
  const about: About = { names: ['Sanne van de Wetering'], language: 'nl' }
  test.each([
    'vd Wetering',
    'v.d. Wetering',
    'v/d Wetering',
    'vdWetering',
    'S. v/d Wetering',
    'Sanne v.d. Wetering',
    'svandewetering',
    'svdwetering',
    'svdw',
    'SvdW',
  ])('%s', (name) => {
    expect(marked(`volgens ${name} klopt het`, about)).toBe(`volgens «${name}» klopt het`)
  })
})

describe('who the writer is', () => {
  const hints = (text: string, about: Partial<About>): readonly string[] =>
    identifyingHints(text, { names: [], language: 'nl', ...about }).map(
      ({ what, words }) => `${what}: ${words}`,
    )

  test('nothing known: no name, no account', () => {
    expect(hints('Sanne de Wit, witsa01, S.d.W.', {})).toEqual([])
  })
  test('a name with diacritics, a dash and several parts', () => {
    const names = ['Zoë van der Müller-Çelik']
    expect(hints('zoe, Muller en CELIK of Z. van der Müller of Muller-Celik', { names })).toEqual([
      'name: zoe, Muller',
      'name: CELIK',
      'name: Z. van der Müller',
      'name: Muller-Celik',
    ])
  })
  test('a name in another script', () => {
    expect(hints('اسمي محمد علي هنا', { names: ['محمد علي'] })).toEqual(['name: محمد علي'])
    expect(hints('اسمي احمد هنا', { names: ['محمد علي'] })).toEqual([])
  })
  test('several accounts, mails and numbers; not an account that is an ordinary word', () => {
    const account = ['bakker@voorbeeldstad.example', 'GEMEENTE\\\\bakke07', 'bakker']
    expect(hints('de bakker om de hoek zag bakke07 bij bakker@voorbeeldstad.example', { account })).toEqual([
      'account: bakke07',
      'mail: bakker@voorbeeldstad.example',
    ])
    const mail = ['m.bakker@voorbeeldstad.example', 'loket.7@voorbeeldstad.example']
    expect(hints('vraag het aan m.bakker of loket.7', { mail })).toEqual(['mail: m.bakker', 'mail: loket.7'])
    const phones = ['+31 6 98765432', '088-000 00 01']
    expect(hints('bel 6.98.76.54.32 of 880 000 001', { phones })).toEqual([
      'phone: 6.98.76.54.32',
      'phone: 880 000 001',
    ])
  })
  test('short parts count only with the rest of the name', () => {
    expect(hints('Li zei dat An Li weg is, An-Li', { names: ['An Li Jansen'] })).toEqual([])
    expect(hints('vraag An Li Jansen', { names: ['An Li Jansen'] })).toEqual(['name: An Li Jansen'])
    expect(hints('bo zei dat Bo Li weg is', { names: ['Bo Li'] })).toEqual(['name: Bo Li'])
  })
  test('a name that is an ordinary word', () => {
    const names = ['Mark Bakker']
    expect(hints('de bakker om de hoek, zei hij. Bakker is hij niet.', { names })).toEqual([])
    expect(hints('vraag Mark bakker of meneer bakker of M. Bakker of het aan Bakker', { names })).toEqual([
      'name: Mark bakker',
      'name: meneer bakker',
      'name: M. Bakker',
      'name: Bakker',
    ])
  })
  test('a name of which the proposals are made', () => {
    const names = ['Een Collega', 'Team Dag']
    const text = 'een collega zei op een dag: ons team'
    expect(vaguer(text, identifyingHints(text, { names, language: 'nl' }))).toBe(
      'een collega zei op een dag: een team',
    )
  })
  test('an account with signs in it', () => {
    expect(hints('log in als a.b+c(1) nu', { account: 'a.b+c(1)' })).toEqual(['account: a.b+c(1)'])
    expect(hints('log in als aXb+c(1) nu', { account: 'a.b+c(1)' })).toEqual([])
  })
})

/** Text made of what means something here. */
const pieces = [...TELLING_NL, ...TELLING_EN, ...ORDINARY_NL, ...ORDINARY_EN]
  .map(bare)
  .flatMap((text) => text.split(' '))
const heap = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 3, arbitrary: fc.constantFrom(...[...TELLING_NL, ...TELLING_EN].map(bare)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('.', '. ', '\n', '!', ',', '-', "'s", '@', '(', '😀', '\u200b', '\u00a0'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 25 },
  )
  .chain((parts) => fc.constantFrom(' ', ' ', '').map((between) => parts.join(between)))
const anyone = fc.constantFrom<About>(dutch, english, { names: ['Mark Bakker'], language: 'nl' })

describe(`every text (seed ${SEED})`, () => {
  test('hints are in order, apart, and say what stands there', () => {
    fc.assert(
      fc.property(heap, anyone, (text, about) => {
        let done = 0
        for (const { at, length, words, vaguer: instead } of identifyingHints(text, about)) {
          expect(at).toBeGreaterThanOrEqual(done)
          expect(length).toBeGreaterThan(0)
          expect(text.slice(at, at + length)).toBe(words)
          expect(instead.startsWith(words)).toBe(false)
          done = at + length
        }
        expect(done).toBeLessThanOrEqual(text.length)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('what is no hint is not changed', () => {
    fc.assert(
      fc.property(heap, anyone, (text, about) => {
        const hints = identifyingHints(text, about)
        const changed = vaguer(text, hints)
        let from = 0
        let at = 0
        for (const hint of hints) {
          const kept = text.slice(from, hint.at)
          expect(changed.slice(at, at + kept.length + hint.vaguer.length)).toBe(kept + hint.vaguer)
          at += kept.length + hint.vaguer.length
          from = hint.at + hint.length
        }
        expect(changed.slice(at)).toBe(text.slice(from))
        expect(vaguer(changed, hints)).toBe(changed)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('all proposals taken, there is nothing left to propose', () => {
    const sentences = fc.array(fc.constantFrom(...[...TELLING_NL, ...TELLING_EN, ...ORDINARY_NL].map(bare)), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(sentences, fc.constantFrom('. ', '\n'), anyone, (parts, between, about) => {
        const text = parts.join(between)
        expect(identifyingHints(vaguer(text, identifyingHints(text, about)), about)).toEqual([])
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('in a heap of words a proposal can complete something else; that comes to an end', () => {
    fc.assert(
      fc.property(heap, anyone, (text, about) => {
        let changed = text
        for (let round = 0; round < 4; round += 1) changed = vaguer(changed, identifyingHints(changed, about))
        expect(identifyingHints(changed, about)).toEqual([])
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  test('30,000 characters made to take long are answered', () => {
    const units = [
      'de ',
      's. ',
      'sanne ',
      'a@',
      'a.',
      'om ',
      'om 14',
      'half ',
      'mijn ',
      'team ',
      '0',
      '06-',
      'x',
      "'",
      '.',
    ]
    for (const unit of units) {
      const text = unit.repeat(30_000 / unit.length)
      const hints = identifyingHints(text, dutch)
      expect(hints.map(({ words }) => words).every((words) => text.includes(words))).toBe(true)
    }
  })
})
