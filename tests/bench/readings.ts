/** Everything of the product that reads what people type, and texts that are made to be slow to read. */

import { readMessage } from '../../bot/incoming/reading.ts'
import { cryIn } from '../../bot/reporter/message.ts'
import { parseCommand } from '../../bot/reporter/parseCommand.ts'
import { fitted, listed, paged } from '../../cards/officer/fit.ts'
import { excerpt, fieldValue, plain } from '../../cards/plain.ts'
import { commandOf } from '../../cards/texts/commands.ts'
import { partsOf } from '../../services/draft/drafting.ts'
import { nameKeys } from '../../services/matching/names/nameKeys.ts'
import { readName } from '../../services/matching/names/readName.ts'
import { digitsIn, maskBsn } from '../../services/privacy/bsn/find.ts'
import { hide, hideIn, putBackIn } from '../../services/privacy/bsn/hide.ts'
import { flatten, normalForm } from '../../services/privacy/flatten.ts'
import { identifyingHints, vaguer } from '../../services/privacy/identifying/hints.ts'
import { childrenUsed, readFork } from '../../services/routing/reading/people.ts'
import { routingWordsIn } from '../../services/routing/reading/words.ts'
import { saysWho, termsIn } from '../../services/signal/rights/search.ts'
import { readDanger } from '../../services/understanding/danger/readDanger.ts'
import { readFacts } from '../../services/understanding/facts/readFacts.ts'
import { readCode, withoutCodes } from '../../services/vault/code.ts'
import { Instant } from '../../services/words.ts'
import { dangerSigns, speaksOfDanger } from '../kit/speaksOfDanger.ts'

const at = Instant.parse('2026-11-24T09:00:00.000Z')

/** Somebody whose names are as alike as names can be: every part of them may be every other. */
const WRITER = {
  names: ['A. A. van A de Aa-Aa', 'Aa, A.A. van de', 'A a', 'Sanne de Wit'],
  account: ['a.aa', 'AA1'],
  mail: 'a.a-a@gemeente.example',
  phones: ['0612345678', '+31 20 1234567'],
  language: 'nl' as const,
}

const MESSAGE = {
  text: '',
  textFormat: undefined,
  attachments: [],
  entities: [],
  bot: { id: '28:bot', name: 'Signaalpunt' },
  changed: false,
}

/** What is measured, by the name under which it is printed. */
export const READINGS: Readonly<Record<string, (text: string) => unknown>> = {
  'message: as text': (text) => readMessage({ ...MESSAGE, text }),
  'message: as html': (text) =>
    readMessage({ ...MESSAGE, attachments: [{ contentType: 'text/html', content: text }] }),
  'message: one normal form': normalForm,
  'danger: speaks of it': speaksOfDanger,
  'danger: weighed, with its passages': (text) => readDanger([text]),
  'danger: its signs': dangerSigns,
  'danger: a cry': cryIn,
  'commands: a word': commandOf,
  'commands: with a reference': parseCommand,
  'numbers: flat': (text) => flatten(text),
  'numbers: digits': digitsIn,
  'numbers: masked': (text) => maskBsn(text),
  'numbers: hidden and put back': (text) => putBackIn(hide(text, 'nl'), () => true),
  'numbers: in a card': (text) => hideIn({ data: { text, list: [text] } }, 'nl', new Map()),
  'routing: words': (text) => readFork(routingWordsIn([text])),
  'routing: children': (text) => childrenUsed([text]),
  'facts: read': (text) => readFacts([text]),
  'names: read, with their keys': (text) => nameKeys(readName({ name: text })),
  'writer: hints': (text) => identifyingHints(text, WRITER),
  'writer: vaguer': (text) => vaguer(text, identifyingHints(text, WRITER)),
  'code: read': readCode,
  'code: taken out': withoutCodes,
  'search: terms': termsIn,
  'search: says whom': (text) => saysWho(text, ['Sanne de Wit', '06 12345678']),
  'card: plain': plain,
  'card: a field': fieldValue,
  'card: an excerpt': (text) => excerpt(text, 5_000),
  'card: fitted': (text) => fitted(text, 10_000, 'nl'),
  'card: listed': (text) => listed([{ head: 'x', text }], { pieces: 5, bytes: 20_000, first: 1 }, 'nl'),
  'card: paged': (text) => paged([{ head: 'x', text }], 10_000),
  'draft: parts': (text) => partsOf(text, at, 'chat'),
}

/** Before, over and over, and behind it: what a search that goes back would go back over. */
export type Attack = { before: string; pump: string; behind: string }

const pumped = (pump: string, before = '', behind = ''): Attack => ({ before, pump, behind })

export const ATTACKS: readonly Attack[] = [
  pumped('.', 'help', 'a'),
  pumped('!', '', 'a'),
  pumped('!!!!a'),
  pumped(' ', 'help', 'x'),
  pumped('\n', '', 'x'),
  pumped('a', '', '!'),
  pumped('é'),
  pumped('e\u0301'),
  pumped('🦊'),
  pumped('nu '),
  pumped('meid-nu - '),
  pumped('met vmet', 'nu bij hem '),
  pumped('opgeslot', '', 'é'),
  pumped('t', 'opgeslo', 'é'),
  pumped('ze kan hier niet weg van '),
  pumped('houdt haar vast in '),
  pumped('15 jarig '),
  pumped('<', '', '>'),
  pumped('</td> ', '', 'x'),
  pumped('<blockquote>'),
  pumped('<a href="', '', '>x'),
  pumped('<a href="x">y</a>'),
  pumped('<img alt="🦊" '),
  pumped('&amp;'),
  pumped('&a', '', ';'),
  pumped('*_`[', '', ']'),
  pumped('\t|\t'),
  pumped('1'),
  pumped('1 '),
  pumped('1.'),
  pumped('0 '),
  pumped('+31 ', '', 'x'),
  pumped('123456782 ', 'bsn '),
  pumped('111222333 ', 'bsn '),
  pumped('[BSN verwijderd] '),
  pumped('bsn ', '', '1'),
  pumped('a1b2-', '', '!'),
  pumped('7K3M ', '', '!'),
  pumped('s-2026-0001 '),
  pumped('a@a.', '', '!'),
  pumped('a a. a-'),
  pumped('de van '),
  pumped('aa, a. a'),
  pumped('om half 10:'),
  pumped('tussen 10 en ', '', 'x'),
  pumped('mijn team '),
  pumped('mr. '),
]

/** A text of so many units. */
export function attackOf({ before, pump, behind }: Attack, length: number): string {
  const room = Math.max(0, length - before.length - behind.length)
  return before + pump.repeat(Math.ceil(room / pump.length)).slice(0, room) + behind
}
