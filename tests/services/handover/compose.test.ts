/** What a partner gets: what its task needs, in words of ours, and never who reported (C4, C6). */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { betrayals, takenOver } from '../../../services/handover/betrays.ts'
import { composeFor, wholeText } from '../../../services/handover/compose.ts'
import { PartnerKind } from '../../../services/municipality/partner.ts'
import { marksIn } from '../../../services/privacy/bsn/marks.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Reference, SignalId } from '../../../services/words.ts'
import { done, MARIEKE, NOW, officer, received, town } from '../../kit/signals.ts'
import { allKinds, BETRAYING, composed, STORY, told } from './stories.ts'

const textOf = (kind: PartnerKind, record = told()) => {
  const made = composed(kind, 'nl', record)
  return wholeText(made, made.body)
}

describe('each kind of partner gets what it needs', () => {
  test.each(['nl', 'en'] as const)('as it was read by eye (%s)', (language) => {
    const golden = readFileSync(new URL(`golden/${language}.txt`, import.meta.url), 'utf8')
    expect(allKinds(language)).toBe(golden)
  })

  test('police: who, which organisation, where, which plate, numbers, and how the victim is reached safely', () => {
    const text = textOf('police')
    for (const needed of [
      'Maria Popescu',
      'Dragan Petrov',
      'Glans BV',
      'KvK 12345678',
      'Tulpenstraat 14 b',
      '3511 AB',
      'AB-123-C',
      '06 87654321',
      'NL91 ABNA 0417 1643 00',
      '12 november 2026',
      'niet zo: Niet bellen en geen post',
    ])
      expect(text).toContain(needed)
  })

  test('labour inspectorate: hours, pay, how many, languages, housing and transport; no account', () => {
    const text = textOf('labourInspectorate')
    for (const needed of ['12 uur per dag', '€ 3 per uur', ': 8', 'Roemeens', 'busje', 'slapen', 'Glans BV'])
      expect(text).toContain(needed)
    expect(text).not.toContain('NL91')
  })

  test('the population register gets the address and the doubt, and nothing of exploitation', () => {
    const text = textOf('civilRegistry')
    expect(text).toContain('Tulpenstraat 14 b')
    expect(text).toContain('We twijfelen of de inschrijving op dit adres klopt.')
    for (const motive of [
      'uitbuiting',
      'mensenhandel',
      'slachtoffer',
      'Maria',
      'paspoort',
      'papieren',
      'Glans',
    ])
      expect(text.toLowerCase()).not.toContain(motive.toLowerCase())
  })

  test.each(['safeHome', 'careCoordinator', 'comensha', 'fairwork', 'straatwaarden'] as const)(
    'advice without names: %s gets an age and a role, and nobody can be told from it',
    (kind) => {
      const text = textOf(kind)
      expect(text).toContain('17 jaar')
      expect(text).toContain('mogelijk slachtoffer')
      for (const telling of [
        'Maria',
        'Popescu',
        'Dragan',
        'Tulpenstraat',
        '3511',
        'AB-123-C',
        '87654321',
        'Glans',
      ])
        expect(text).not.toContain(telling)
    },
  )

  test('with consent the care coordinator gets a name and where', () => {
    const about = { records: [told()] as const, municipality: town, now: NOW, consent: true }
    const { body } = composeFor('careCoordinator', about)
    expect(body).toContain('Maria Popescu')
    expect(body).toContain('Tulpenstraat 14 b')
    expect(body).not.toContain('NL91')
  })
})

describe('never who reported, never the story', () => {
  test.each(PartnerKind.options)('%s: nothing that betrays the writer, and no six words in a row', (kind) => {
    const made = composed(kind)
    const text = wholeText(made, made.body)
    for (const word of BETRAYING) expect(text).not.toContain(word)
    expect(takenOver(text, [told()])).toEqual([])
    expect(
      betrayals(
        made.body,
        [told()],
        'nl',
        made.facts.map(({ value }) => value),
      ),
    ).toEqual([])
  })

  test('what everybody writes in a story, with the moment, the desk and the colleague taken out of it', () => {
    const stories = [
      'Ik zag gisteren om 10:15 tijdens mijn huisbezoek dat mijn cliënt Ali Demir blauwe plekken had.',
      'Bij ons op de afdeling Leerplicht vertelde leerling Noor (15) dat oom Karim haar meeneemt.',
      'I was at the counter on Tuesday at 3 pm when John Smith told me his boss keeps his passport.',
      'Onze wijkteam-collega Peter hoorde dat er tien Poolse mannen in een loods slapen aan de Havenweg 3.',
    ]
    for (const story of stories) {
      const record = received({ story: [{ at: NOW, via: 'chat', text: story }] })
      for (const kind of PartnerKind.options) {
        const { body } = composeFor(kind, { records: [record], municipality: town, now: NOW })
        for (const word of [
          '10:15',
          'huisbezoek',
          'cliënt',
          'Leerplicht',
          'counter',
          '3 pm',
          'Peter',
          'collega',
          'told me',
        ])
          expect(body).not.toContain(word)
        expect(takenOver(body, [record])).toEqual([])
      }
    }
  })

  test('a BSN goes to nobody: neither as it was typed, nor its mark', () => {
    const record = received({ story: [{ at: NOW, via: 'chat', text: `${STORY} Haar BSN is 123456782.` }] })
    for (const kind of PartnerKind.options) {
      const text = textOf(kind, record)
      expect(text).not.toContain('123456782')
      expect(marksIn(text)).toEqual([])
    }
  })

  test('a frozen signal of a case goes along with nothing, and sources are told apart without saying whose', () => {
    const other = (text: string): SignalRecord =>
      received({
        signal: SignalId.parse('00000000-0000-4000-8000-00000000aaaa'),
        reference: Reference.parse('S-2026-0002'),
        story: [{ at: NOW, via: 'chat', text }],
      })
    const second = other('In de Kerkstraat 9 woont Ivan Horvat, de baas.')
    const about = { municipality: town, now: NOW }
    const both = composeFor('police', { ...about, records: [told(), second] })
    expect(both.body).toContain('Ivan Horvat')
    expect(both.body).toMatch(/Ivan Horvat.*bron 1/)
    expect(both.body).toMatch(/Maria Popescu.*bron 2/)
    expect(both.body).not.toContain('S-2026')
    const frozen = done(second, officer(MARIEKE), { do: 'freeze', reason: 'Op verzoek' })
    const one = composeFor('police', { ...about, records: [told(), frozen] })
    expect(one.body).not.toContain('Ivan')
    expect(one.body).not.toContain('bron')
  })
})

describe('the officer chooses', () => {
  test('every fact can be chosen or left out, with why it is not proposed; what was refuted never', () => {
    const record = told()
    const made = composed('civilRegistry', 'nl', record)
    const maria = made.choices.find(({ label }) => label.includes('Maria'))
    expect(maria).toMatchObject({ chosen: false, why: 'notNeeded' })
    const asked = { records: [record] as const, municipality: town, now: NOW, chosen: [maria?.id ?? ''] }
    expect(composeFor('civilRegistry', asked).body).toContain('Maria Popescu')
    expect(composeFor('civilRegistry', asked).body).not.toContain('Tulpenstraat')
    const refuted = done(record, officer(MARIEKE), {
      do: 'refuteFact',
      fact: maria?.id ?? '',
      text: undefined,
    })
    const after = composeFor('police', { ...asked, records: [refuted] })
    expect(after.body).not.toContain('Maria')
    expect(after.choices.find(({ id }) => id === maria?.id)).toMatchObject({ chosen: false, never: true })
  })

  test('a sign goes along only when it is chosen, and is kept as given', () => {
    const made = composed('police')
    expect(made.facts.map(({ id }) => id)).toContain('sign.papers')
    const ids = made.choices.filter(({ id, chosen }) => chosen && id !== 'sign.papers').map(({ id }) => id)
    const less = composeFor('police', { records: [told()], municipality: town, now: NOW, chosen: ids })
    expect(less.body).not.toContain('papieren')
    expect(less.facts.map(({ id }) => id)).not.toContain('sign.papers')
  })
})
