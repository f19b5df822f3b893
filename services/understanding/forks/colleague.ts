/** A colleague, a manager or whoever reads here as the subject (A3, E): integrity, not this register. */
import type { About, Fork, Passage, Sure } from '../reading.ts'
import type { Hit, Met } from '../text/match.ts'
import { wordsOf } from '../text/tokens.ts'

const WRONGS = ['bribe', 'leak', 'sideInterest', 'misconduct']
/** Words that bind somebody to what is before them: they are spoken to, heard from or owned. */
const BEFORE = new Set(
  `aan met tegen naar voor via samen namens volgens naast zonder van door bij to with from via for without by of tegenover mede als ben as am i'm im langs`.split(
    ' ',
  ),
)

/** What somebody is in a sentence. */
type Part = 'subject' | 'source' | 'object'

function partOf(met: Met, { first, end, clause, sentence }: Hit): Part {
  const { tokens } = met.words
  const near = tokens.slice(Math.max(0, first - 2), first).filter((token) => token.sentence === sentence)
  if (near.some(({ word }) => BEFORE.has(word)) && !met.inClause(clause, 'aboutColleague')) return 'source'
  const next = tokens[end]
  if (
    next?.sentence === sentence &&
    ['en', 'and', 'of', 'zelf'].includes(next.word) &&
    isMe(tokens[end + 1]?.word)
  ) {
    return 'source'
  }
  const after = (concept: string) =>
    met.of(concept).some((hit) => hit.sentence === sentence && hit.first >= end && hit.first - end <= 3)
  const before = met
    .of('tellsMe')
    .some((hit) => hit.sentence === sentence && hit.end <= first && first - hit.end <= 1)
  if (after('tellsMe') || before) return 'source'
  const telling = met
    .of('tellsMe')
    .find((hit) => hit.sentence === sentence && hit.first >= end && hit.first - end <= 9)
  if (telling !== undefined && isMe(tokens[telling.end]?.word)) return 'source'
  if (met.of('suffers').some((hit) => hit.sentence === sentence && hit.first >= end && hit.first - end <= 6))
    return 'object'
  return 'subject'
}
const isMe = (word: string | undefined): boolean =>
  word === 'ik' || word === 'i' || word === 'me' || word === 'mij' || word === 'k'

/** One fork at most, with the words that it stands on. */
export function colleague(met: Met): Fork[] {
  const others = met.of('othersColleague')
  const ours = met
    .of('colleague')
    .filter(({ first, end }) => !others.some((each) => each.first < end && each.end > first))
  const about = met.of('aboutColleague').filter(({ sentence, first, end }) => {
    const others = met.of('othersColleague').some((each) => each.first >= first && each.first < end + 2)
    return !others && !met.inSentence(sentence, 'aboutSomethingElse')
  })
  if (about.length > 0) return [{ fork: 'colleague', sure: 'sure', because: met.because(about) }]
  const subjects = ours.filter((hit) => partOf(met, hit) === 'subject')
  const wrong = WRONGS.flatMap((concept) => met.of(concept))
  const because: Passage[] = []
  let sure: Sure | undefined
  for (const subject of subjects) {
    const same = wrong.find(
      ({ sentence, first }) => sentence === subject.sentence && first >= subject.first - 3,
    )
    const next = wrong.find(({ sentence }) => sentence === subject.sentence + 1)
    const found = same ?? next
    if (found !== undefined) {
      sure = 'likely'
      because.push(...met.because([subject, found]))
    } else if (met.inSentence(subject.sentence, 'oddColleague')) {
      sure ??= 'doubt'
      because.push(...met.because([subject]))
    }
  }
  if (sure !== undefined) return [{ fork: 'colleague', sure, because }]
  const [only] = subjects
  // Somebody of ours does something, and nobody tells: ask.
  if (only !== undefined && !isSeveral(met, only) && met.words.tokens.length - only.end >= 3) {
    return [{ fork: 'colleague', sure: 'doubt', because: met.because([only]) }]
  }
  return []
}

/** "Collega's" do no single thing. */
const isSeveral = ({ words: { tokens } }: Met, { first, end }: Hit): boolean =>
  tokens.slice(first, end).some(({ word }) => SEVERAL.has(word))
const SEVERAL = new Set("collega's collegas boa's boas ambtenaren colleagues coworkers managers".split(' '))

/** The officer, or whoever reads, as the subject: by name or by role. */
export function officer(met: Met, { readers = [] }: About): Fork[] {
  const named = readers.flatMap((name) => placesOf(met, name))
  const roles = met.of('reader').map((hit) => ({ ...hit, concept: 'role' }))
  const subjects = [...named, ...roles].filter((hit) => spokenOf(met, hit))
  if (subjects.length === 0) return []
  const wrong = WRONGS.some((concept) =>
    met.of(concept).some(({ sentence }) => subjects.some((each) => Math.abs(each.sentence - sentence) <= 1)),
  )
  return [{ fork: 'officer', sure: wrong ? 'likely' : 'doubt', because: met.because(subjects) }]
}

/** Where a reader is named: by the whole name, the surname, or the first name where no other surname follows. */
export function placesOf({ words }: Met, name: string): Hit[] {
  const parts = wordsOf([name]).tokens.map(({ word }) => word)
  const [given] = parts
  const surname = parts.slice(1)
  const key = surname.filter((part) => !PARTICLES.has(part))
  const glued = surname.join('')
  const hits: Hit[] = []
  words.tokens.forEach((token, at) => {
    const hit = (end: number): Hit => ({
      concept: 'reader',
      first: at,
      end,
      clause: token.clause,
      sentence: token.sentence,
    })
    const rest = words.tokens.slice(at + 1, at + 1 + surname.length).map(({ word }) => word)
    if (token.word === given) {
      if (surname.length > 0 && rest.join(' ') === surname.join(' ')) hits.push(hit(at + parts.length))
      else if (rest[0] === glued || (rest[0] !== undefined && key.includes(rest[0]))) hits.push(hit(at + 2))
      else if (!otherSurname(words, at)) hits.push(hit(at + 1))
      return
    }
    const before = words.tokens[at - 1]?.word
    if (before === given) return
    if (key.length > 0 && surname[0] === token.word && PARTICLES.has(token.word)) {
      const whole = words.tokens.slice(at, at + surname.length).map(({ word }) => word)
      const titled = TITLES.has(before ?? '') || (before?.length === 1 && before === given?.slice(0, 1))
      if (whole.join(' ') === surname.join(' ') && titled) hits.push(hit(at + surname.length))
      return
    }
    if (surname.length === 1 && ofName(token.word, surname[0]) && token.word.length >= 4)
      hits.push(hit(at + 1))
    if (surname.length > 1 && ofName(token.word, glued, given?.slice(0, 1))) hits.push(hit(at + 1))
  })
  return hits
}
/** The name itself, of somebody ("haddads"), or with the initial in front as user names have it ("kdewit"). */
const ofName = (word: string, name: string | undefined, initial = ''): boolean =>
  name !== undefined && (word === name || word === `${name}s` || word === initial + name)
const PARTICLES = new Set('de van der den het ten ter te v d vd'.split(' '))
const TITLES = new Set('mevrouw mevr mw meneer heer dhr mr mrs ms'.split(' '))

/** A capital after the given name, of a word that is no part of the reader's name: somebody else. */
function otherSurname({ messages, tokens }: Met['words'], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined || next.sentence !== token.sentence) return false
  const text = messages[token.message] ?? ''
  if (!/^\s$/.test(text.slice(token.to, next.from))) return false
  return (
    /^\p{Lu}\p{Ll}/u.test(text.slice(next.from, next.to)) || (PARTICLES.has(next.word) && next.word !== 'de')
  )
}

/** Not spoken to, not asked for, not a source: what is told is about them. */
function spokenOf(met: Met, { first, end, clause, sentence, concept }: Hit): boolean {
  const { tokens } = met.words
  const before = tokens.slice(Math.max(0, first - 2), first).filter((token) => token.sentence === sentence)
  const after = tokens.slice(end, end + 3).filter((token) => token.sentence === sentence)
  if (met.inClause(clause, 'aboutReader')) return true
  if (before.some(({ word }) => NOT_ABOUT.has(word))) return false
  if (after.some(({ word }) => ASKED.has(word))) return false
  if (concept === 'role' && met.inClause(clause, 'mayKnow')) return false
  if (met.inClause(clause, 'mayKnow') || met.inClause(clause, 'readerAsked')) return false
  return after.length > 0 || before.length > 0 ? tokens.length - end >= 3 : false
}
const NOT_ABOUT = new Set(
  `aan met tegen naar voor via hoi hallo beste hi hey dear goedemorgen goedemiddag dank bedankt thanks door bij volgens vraag namens to with from for by through alleen enkel only dag geachte training verteld`.split(
    ' ',
  ),
)
const ASKED = new Set(
  `zei zegt vroeg vertelde verteld mag kan asked told said wees raadde adviseerde stuurde belde mailde may can`.split(
    ' ',
  ),
)
