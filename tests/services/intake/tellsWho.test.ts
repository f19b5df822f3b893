/** What an officer typed may hold who said it: a name, a number or an address, which belong in the vault. */
import { expect, test } from '@jest/globals'
import { tellsWho } from '../../../services/intake/tellsWho.ts'

test.each([
  ['Wouter belde over busjes.', 'Wouter van Dalen', '', 'name'],
  ['Volgens mevrouw Özdemir staan er matrassen.', 'E. Ozdemir', '', 'name'],
  ['Er staan busjes. Terugbellen: 06 12 34 59 87.', '', '0612345987', 'contact'],
  ['Terugbellen op +31612345987.', '', '06-12345987', 'contact'],
  ['Mail terug naar w.dalen@wijk.example.', '', 'W.Dalen@wijk.example', 'contact'],
])('%s', (text, name, contact, expected) => expect(tellsWho(text, { name, contact })).toBe(expected))

test.each([
  ['what is of many says nothing', 'De man van de garage stond er.', 'Van der Berg'],
  ['a part of another word is no name', 'Ze werkt in de kerstmarkt.', 'Kers'],
  ['initials and titles alone', 'Mw. zei dat het stil was.', 'Mw. A. B.'],
  ['where somebody works is no name', 'Wijkteam Noord kent het adres.', 'Hanna Prins (wijkteam)'],
  ['and after a comma', 'Burgerzaken ziet het vaker.', 'Hanna Prins, burgerzaken'],
  ['nobody', 'Er staan busjes.', ''],
])('%s', (_what, text, name) => expect(tellsWho(text, { name, contact: '' })).toBeUndefined())

test('a number of somebody else stays: it is of what was seen', () => {
  expect(tellsWho('Op de bus staat 030-5550123.', { name: '', contact: '06-12345987' })).toBeUndefined()
  expect(tellsWho('Toestel 4471 gaf gehoor.', { name: '', contact: '4471' })).toBeUndefined()
})
