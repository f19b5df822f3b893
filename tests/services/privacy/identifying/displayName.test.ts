/** K11: what in a display name is the name, and what is not. */

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nameOf } from '../../../../services/privacy/identifying/displayName.ts'
import { HintsMemory } from '../../../../services/privacy/identifying/hintsMemory.ts'
import { Reporter } from '../../../../services/vault/vault.ts'
import { someone } from '../../../kit/chats.ts'

const PLACE = ['Gemeente Voorbeeldstad']

describe('K11: a display name', () => {
  test.each([
    ['Sanne de Wit', 'Sanne de Wit'],
    ['Sanne de Wit | Gemeente Voorbeeldstad', 'Sanne de Wit'],
    ['Sanne de Wit (Externe)', 'Sanne de Wit'],
    ['Sanne de Wit [Inhuur] ', 'Sanne de Wit'],
    ['[EXT] Sanne de Wit', 'Sanne de Wit'],
    ['Wit, Sanne de', 'Wit, Sanne de'],
    ['Wit, Sanne de (VTH)', 'Wit, Sanne de'],
    ['Wit-Jansen, S.M. de', 'Wit-Jansen, S.M. de'],
    ['Wit, Sanne de - Team Zuid', 'Wit, Sanne de'],
    ['S. de Wit - Team Zuid', 'S. de Wit'],
    ['Sanne de Wit – Consulent Jeugd', 'Sanne de Wit'],
    ['Sanne de Wit / Voorbeeldstad', 'Sanne de Wit'],
    ['Sanne de Wit Voorbeeldstad', 'Sanne de Wit'],
    ['Sanne de Wit, adviseur veiligheid', 'Sanne de Wit'],
    ['Gemeente Voorbeeldstad - Sanne de Wit', 'Sanne de Wit'],
    ['drs. S. de Wit MSc', 'S. de Wit'],
    ['Sanne de Wit (zij/haar)', 'Sanne de Wit'],
    ['Sanne de Wit she/her', 'Sanne de Wit'],
    ['🌻 Sanne de Wit 🌻', 'Sanne de Wit'],
    ['Dhr. Wit', 'Wit'],
    ['Team Zuid', ''],
    ['Functioneel beheer', ''],
    ['', ''],
    ['李小龙 | Team Zuid', '李小龙'],
    ["O'Brien, Pat", "O'Brien, Pat"],
  ])('%j is %j', (display, name) => expect(nameOf(display, PLACE)).toBe(name))

  test('never throws, and never says more than what stood there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (display) => {
        for (const word of nameOf(display, PLACE).split(/[ ,]+/)) expect(display).toContain(word)
      }),
      { numRuns: 300 },
    )
  })
})

describe('K11: what is pointed out', () => {
  const pointed = (display: string, text: string) => {
    const { serviceUrl, conversation, user } = someone().address().forSending()
    const writer = new Reporter({ serviceUrl, conversation, user }, display)
    return writer
      .givenAwayBy(text, 'nl', new HintsMemory(() => 0), PLACE)
      .flatMap(({ what, words }) => (what === 'name' ? words : []))
  }
  test.each([
    // A family name is a word too: without a capital, of whoever uses capitals, it is one.
    ['Bok, Ans de (Team Noord)', 'Er liep een bok in de tuin, en een Bok in de gang.', ['Bok']],
    ['Ans de Bok', 'Dat zei ans de bok. Meer weet Piet niet.', ['ans de bok']],
    ['Ans de Bok', 'de man kwam bij de bok langs en toen bij bok', ['de bok', 'bok']],
    ['Ans Spruit', 'Ans was erbij. Op tafel lag een spruit.', ['Ans']],
    ['Ans Spruit', 'Hij vroeg naar ans.', ['ans']],
    ['Sanne de Wit | Gemeente Voorbeeldstad', 'De gemeente Voorbeeldstad weet hiervan, zei hij.', []],
    ['Sanne de Wit (Team Zuid)', 'In Zuid is een loods.', []],
    ['S. de Wit - Adviseur Veiligheid', 'Het gaat om de veiligheid van haar kind.', []],
    ['Wit, Sanne de | Gemeente Voorbeeldstad', 'Sanne de Wit belde.', ['Sanne de Wit']],
    ['Sanne de Wit (Externe)', 'Een externe partij bracht hem.', []],
  ])('of %j in %j: %j', (display, text, words) => expect(pointed(display, text)).toEqual(words))
})
