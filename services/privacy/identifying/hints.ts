/**
 * Points out words with which a reporter gives away who they are, before a message goes through the relay:
 * name, mail, account, telephone, "bij mij", team, exact time, a visit that one colleague made. With each goes a vaguer
 * proposal. What is another's (the number in an advertisement) is what it is about, and stays.
 *
 * It only proposes. It cannot know everything that betrays a person, and not all that it finds does: a person
 * decides.
 */
import { understand } from '../../understanding/understand.ts'
import type { Language } from '../../words.ts'
import { nameFindings } from './names.ts'
import { accountFindings, mailFindings, phoneFindings } from './numbers.ts'
import { type Finding, follow, type Reading, read, type What, written } from './reading.ts'
import { TIME_RULES } from './times.ts'
import { ONLY_RULES, visitFindings } from './visits.ts'
import { WORK_RULES } from './work.ts'

/** What a person goes by, as a directory has it. Never stored, never logged. */
export type Own = {
  readonly names: readonly string[]
  readonly accounts: readonly string[]
  readonly mails: readonly string[]
  readonly phones: readonly string[]
}

/** Who writes, as far as it is known in the turn in which it is looked at. Never stored, never logged. */
export interface About {
  readonly names: readonly string[]
  readonly account?: string | readonly string[] | undefined
  readonly mail?: string | readonly string[] | undefined
  readonly phones?: readonly string[] | undefined
  /** Of the text: what to say instead of a name or a number. Other words are recognised in both languages. */
  readonly language: Language
}

export interface Hint {
  readonly what: What
  readonly at: number
  readonly length: number
  /** As they stand in the text. */
  readonly words: string
  /** What could stand there instead. */
  readonly vaguer: string
}

const INSTEAD = {
  nl: { name: 'een collega', mail: 'een mailadres', account: 'een account', phone: 'een telefoonnummer' },
  en: { name: 'a colleague', mail: 'a mail address', account: 'an account', phone: 'a phone number' },
} as const

/** What tells more about a person goes before the rest, where two overlap. */
const WEIGHT: readonly What[] = ['mail', 'account', 'phone', 'name', 'team', 'firstPerson', 'exactTime']

const listOf = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given

/** An account is often written as a mail address; without what stands behind the @ it is an account. */
const accountMails = ({ account }: About): readonly string[] =>
  listOf(account).filter((each) => each.includes('@'))

/** More than anybody looks at; once those are replaced the next ones are found. */
export const MOST_HINTS = 1_000

/** The hints for a text, in order, none of them over another; of very many the first. */
export function identifyingHints(text: string, about: About): readonly Hint[] {
  const reading = read(text)
  const { facts } = understand([text])
  const say = INSTEAD[about.language]
  const findings = [
    ...mailFindings(
      reading,
      facts,
      { mails: listOf(about.mail), accountMails: accountMails(about) },
      say.mail,
    ),
    ...accountFindings(reading, listOf(about.account), say.account),
    ...phoneFindings(reading, facts, about.phones ?? [], say.phone),
    ...nameFindings(reading, about.names, say.name),
    ...follow(WORK_RULES, reading),
    ...follow(ONLY_RULES, reading),
    ...follow(TIME_RULES, reading),
    ...visitFindings(reading, facts, about.language),
  ]
  return apart(findings)
    .slice(0, MOST_HINTS)
    .map((finding) => hint(reading, finding))
}

/**
 * Findings that overlap become one: as long as both, with the proposal of the weightier, then of the longer.
 */
function apart(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.from - b.from || b.to - a.to)
  const merged: { finding: Finding; from: number; to: number }[] = []
  for (const finding of sorted) {
    const last = merged.at(-1)
    if (!last || finding.from >= last.to) merged.push({ finding, from: finding.from, to: finding.to })
    else {
      last.to = Math.max(last.to, finding.to)
      if (weightier(finding, last.finding)) last.finding = finding
    }
  }
  return merged.map(({ finding, from, to }) => ({ ...finding, from, to }))
}

function weightier(one: Finding, other: Finding): boolean {
  const more = WEIGHT.indexOf(other.what) - WEIGHT.indexOf(one.what)
  return more > 0 || (more === 0 && one.to - one.from > other.to - other.from)
}

function hint(reading: Reading, { what, from, to, vaguer }: Finding): Hint {
  const words = written(reading, from, to)
  const first = reading.sentence(from).from === from && words.charAt(0) !== words.charAt(0).toLowerCase()
  return {
    what,
    at: reading.starts[from] ?? 0,
    length: words.length,
    words,
    vaguer: first ? vaguer.charAt(0).toUpperCase() + vaguer.slice(1) : vaguer,
  }
}

/**
 * The text with the proposals of these hints. Hints that belong to another text (or were applied already)
 * change nothing: applying twice is the same as once.
 */
export function vaguer(text: string, hints: readonly Hint[]): string {
  const inOrder = [...hints].sort((a, b) => a.at - b.at)
  if (inOrder.some(({ at, words }) => !text.startsWith(words, at))) return text
  let done = 0
  let result = ''
  for (const { at, length, vaguer: instead } of inOrder) {
    if (at < done) continue
    result += text.slice(done, at) + instead
    done = at + length
  }
  return result + text.slice(done)
}
