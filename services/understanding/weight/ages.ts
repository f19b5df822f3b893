/** Ages as they are written: "15 jaar", "vijftien", "meisje van 16", "(17)", "2010 geboren"; never a price or a number. */
import type { Passage, Sure } from '../reading.ts'
import type { Met } from '../text/match.ts'
import { passageOf, type Token } from '../text/tokens.ts'

/** Whole years. `corrects`: said instead of an age that was said before. */
export type AgeSaid = {
  from: number
  to: number
  sure: Sure
  corrects: boolean
  at: Passage
  sentence: number
}

const NAMES = new Map<string, number>(
  [
    'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  ].flatMap((names) => names.split(' ').map((name, at): [string, number] => [name, at + 1])),
)
const OLDEST = 105
const YEARS = new Set('jaar jaren jr jaartjes j years year yrs yo'.split(' '))
const OLD = new Set('oud oude old'.split(' '))
const MONTHS = new Set('maanden maand weken weekjes maandjes months weeks'.split(' '))
/** Before an age: who has it. */
const WHO = new Set(
  `meisje meisjes meiske meissie meid meiden jongen jongens jongere jongeren knul dochter dochtertje zoon zoontje kind kinderen kids leerling leerlinge scholier zus zusje zusjes broer broertje nicht nichtje neef neefje puber tiener vriend vriendin vrouw man mevrouw dame meneer heer opa oma client cliente iemand eentje jochie jongetje girl boy girls boys daughter son kid child woman man guy sister brother niece nephew teenager student studente lad bewoner bewoonster knaap gast gasten baby moeder vader zusters meneertje guys someone client mevr mw dhr tante oom pleegmeisje pleegzoon tweeling kassiere bordenwasser schoonmaakster bejaarde bewoners collega pair werknemer kok afwasser`.split(
    ' ',
  ),
)
/** Before an age that stands alone: "is 15", "pas 16", "zei 16". */
const IS = new Set(
  'is bleek blijkt ze hij zij zei pas maar net nog amper bijna ongeveer rond circa she he only just are zijn was waren ie about around barely turned van of aged'.split(
    ' ',
  ),
)
/** After a number: what it counts, which is no age. */
const COUNTS = new Set(
  `euro eur eurootjes cent uur u uren dagen dag weken maanden keer x man mannen personen mensen vrouwen meisjes jongens kinderen kamers mensen procent kilo km meter minuten min hours hour days day weeks months times people men women girls boys rooms percent namen bewoners auto auto's inschrijvingen stuks matrassen bedden adressen woningen namen jaar-hier pagina begeleiders clienten busjes telefoons abonnementen gulden pakjes per pu pw`.split(
    ' ',
  ),
)
const NUMBERED = new Set(
  'nummer nr no huisnummer kamer unit lijn artikel dossier balie etage verdieping om tot vanaf between number room street'.split(
    ' ',
  ),
)
const TURNED_OUT = new Set(
  'bleek blijkt blijken was eigenlijk toch inmiddels turned actually maar sorry correctie'.split(' '),
)
const DURATION = new Set(
  'al sinds ruim gedurende binnen over na for since hier gewerkt werkzaam dienst geleden ago werk works worked getrouwd samen lang long huurt woont staat leeg open lived'.split(
    ' ',
  ),
)

/** Every age that is written, in the order of the text. */
export function agesIn(met: Met): AgeSaid[] {
  const { tokens } = met.words
  return tokens.flatMap((token, at): AgeSaid[] => {
    const found = compound(token) ?? bornIn(met, at) ?? numbered(tokens, at)
    if (found === undefined) return []
    const end = Math.min(at + found.length, tokens.length)
    const passage = passageOf(met.words, at, end)
    return [
      {
        from: found.years,
        to: found.years,
        sure: found.sure,
        corrects: corrects(met, at),
        at: passage,
        sentence: token.sentence,
      },
    ]
  })
}

type Found = { years: number; sure: Sure; length: number }

/** "15jarige", "zestienjarig", "17yo". */
function compound({ word }: Token): Found | undefined {
  const said = /^([a-z]{3,10}|\d{1,3})(?:jarige?|jarigen|jaar|yo|yr)$/.exec(word)
  const years = said === null ? undefined : yearsOf(said[1] ?? '')
  return years === undefined ? undefined : { years, sure: 'likely', length: 1 }
}

const yearsOf = (word: string): number | undefined => {
  if (/^\d{1,3}$/.test(word)) return Number(word) <= OLDEST ? Number(word) : undefined
  return NAMES.get(word)
}

/** "2010 geboren", "geboren in 2010", "bouwjaar" is none. */
function bornIn({ words: { tokens } }: Met, at: number): Found | undefined {
  const word = tokens[at]?.word ?? ''
  if (!/^(?:19|20)\d\d$/.test(word)) return undefined
  const near = [-3, -2, -1, 1, 2].map((step) => tokens[at + step]?.word ?? '')
  if (!near.some((each) => BORN.has(each))) return undefined
  const years = new Date().getFullYear() - Number(word)
  return years < 0 || years > OLDEST ? undefined : { years, sure: 'likely', length: 1 }
}
const BORN = new Set('geboren geb geboortejaar geboortedatum born'.split(' '))

function numbered(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]
  const years = token === undefined ? undefined : yearsOf(token.word)
  if (token === undefined || years === undefined) return undefined
  const word = (step: number): string => {
    const other = tokens[at + step]
    return other !== undefined && other.message === token.message ? other.word : ''
  }
  const next = word(1)
  const before = word(-1)
  if (NUMBERED.has(before)) return undefined
  // The beginning of a telephone number or another number in groups: "06-12345678".
  if (/^0\d/.test(token.word) || /^\d{3,}$/.test(next)) return undefined
  if (MONTHS.has(next) && OLD.has(word(2))) return { years: 0, sure: 'likely', length: 3 }
  if (next === 'jarige' || next === 'jarig') return { years, sure: 'likely', length: 2 }
  if (YEARS.has(next)) {
    if (OLD.has(word(2))) return { years, sure: 'likely', length: 3 }
    const isDuration =
      DURATION.has(before) ||
      DURATION.has(word(2)) ||
      DURATION.has(word(3)) ||
      (!IS.has(before) && !WHO.has(word(-2)) && !WHO.has(before) && !stands(tokens, at))
    return isDuration ? undefined : { years, sure: 'likely', length: 2 }
  }
  const nextIn = tokens[at + 1]?.clause === token.clause
  if ((nextIn && COUNTS.has(next)) || COUNTS.has(before))
    return WHO.has(before) && !nextIn ? { years, sure: 'likely', length: 1 } : undefined
  if (
    before === 'van' &&
    years >= 4 &&
    years < 18 &&
    !NUMBERED.has(word(-2)) &&
    (!nextIn || VERBS.has(next))
  ) {
    return { years, sure: 'likely', length: 1 }
  }
  if (WHO.has(before))
    return /^\d/.test(token.word) && !isStreet(token.word) ? { years, sure: 'likely', length: 1 } : undefined
  if (
    (before === 'van' || before === 'of' || before === 'aged') &&
    (WHO.has(word(-2)) || WHO.has(word(-3)) || /^\d/.test(token.word) === false)
  ) {
    return WHO.has(word(-2)) || WHO.has(word(-3)) ? { years, sure: 'likely', length: 1 } : undefined
  }
  if (!/^\d/.test(token.word) && years < 9) return undefined
  // "is 15", "pas 16", "zei 16 maar ze is 22"
  if (IS.has(before) && before !== 'van' && before !== 'of') {
    const who =
      [-2, -3, -4, -5].some((step) => PRONOUN.has(word(step)) || WHO.has(word(step))) || PRONOUN.has(before)
    const ends = next === '' || tokens[at + 1]?.clause !== token.clause || AFTER.has(next)
    return who || (ends && CLEAR.has(before)) || (CLEAR.has(before) && years > 8)
      ? { years, sure: who ? 'likely' : 'doubt', length: 1 }
      : undefined
  }
  // "(15)", "een meisje, 14, …": between marks, after somebody
  const alone = tokens[at - 1]?.clause !== token.clause && tokens[at + 1]?.clause !== token.clause
  if (alone && /^\d/.test(token.word)) {
    const who = [-1, -2, -3, -4].some((step) => WHO.has(word(step)))
    if (who || (years >= 8 && years <= 19)) return { years, sure: who ? 'likely' : 'doubt', length: 1 }
  }
  if (next === 'pas' || next === 'old') return { years, sure: 'likely', length: 2 }
  return undefined
}
const VERBS = new Set(
  'die dat in uit staat was is en moest moet werkt zit heeft woont gaat komt had kreeg krijgt zegt zei'.split(
    ' ',
  ),
)
const PRONOUN = new Set('ze hij zij ie she he they hem haar die dat meisje jongen is zijn'.split(' '))
const CLEAR = new Set('pas maar net amper only just barely bijna'.split(' '))
const AFTER = new Set('en maar of jaar and but zegt or dus hoor ofzo denk volgens'.split(' '))
const isStreet = (word: string): boolean => word.length > 3

/** "…, 34 jaar, …": by itself between marks, or at the beginning. */
function stands(tokens: readonly Token[], at: number): boolean {
  const begins = tokens[at - 1]?.clause !== tokens[at]?.clause
  const next = tokens[at + 2]
  return begins && (next?.clause !== tokens[at]?.clause || AFTER.has(next?.word ?? ''))
}

/** "Ze bleek 19", "zei 16 maar ze is 22". */
function corrects({ words: { tokens }, inSentence }: Met, at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const before = [-1, -2, -3, -4].map((step) => tokens[at + step])
  return (
    before.some(
      (other) =>
        other !== undefined &&
        other.sentence === token.sentence &&
        TURNED_OUT.has(other.word) &&
        other.word !== 'maar',
    ) ||
    (inSentence(token.sentence, 'saidAge') &&
      before.some((other) => other?.word === 'maar' || other?.word === 'but'))
  )
}
