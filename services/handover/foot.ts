/**
 * What is always in a hand-over, whatever was edited above it (C6): how a victim is reached safely, what must not be done, the
 * conditions, the ground, and what is asked by which day.
 */
import type { SafeContact } from '../facts/fact.ts'
import { factsOf } from '../facts/inStep.ts'
import { wholeName } from '../facts/same.ts'
import type { Language } from '../words.ts'
import type { About } from './about.ts'
import { dateIn, withoutMarks } from './describe.ts'
import { senderOf } from './head.ts'
import { knowsMotive, type Profile } from './profile.ts'
import { CONDITIONS, QUESTIONS } from './questions.ts'
import type { SentFact } from './sent.ts'
import { textsOf } from './texts.ts'

/** As many people as have a way of their own to be reached; each line up to so many characters. */
const MOST_PEOPLE = 12
const MOST_LINE = 600

type Lines = { lines: string[]; given: SentFact[] }

/** How each possible victim is reached. Names only where the name is given. */
function contacts(about: About, profile: Profile, chosen: ReadonlySet<string>, language: Language): Lines {
  const t = textsOf(language)
  const people = about.records.flatMap((record) =>
    factsOf(record, about.municipality, about.now).flatMap(({ id, details, standing }) =>
      details.kind === 'person' && details.safeContact && standing !== 'refuted'
        ? [{ id, name: wholeName(details), contact: details.safeContact }]
        : [],
    ),
  )
  if (!knowsMotive(profile)) return { lines: [t.noContactPlain], given: [] }
  if (people.length === 0) return { lines: [t.noContact], given: [] }
  if (profile.persons !== 'named') return { lines: [t.contactAsk], given: [] }
  const lines = people.slice(0, MOST_PEOPLE).map(({ id, name, contact }) => {
    const who = chosen.has(id) && name !== '' ? name : t.victim
    return { id, lines: [t.contactWith(who), ...safeLines(contact, language)] }
  })
  return {
    lines: lines.flatMap((each) => each.lines),
    given: lines.map(({ id, lines: said }) => ({ id, value: said.join(' ') })),
  }
}

function safeLines(contact: SafeContact, language: Language): string[] {
  const { safe } = textsOf(language)
  const one = (say: (text: string) => string, text: string | undefined): string[] =>
    text === undefined ? [] : [say(withoutMarks(text).replace(/\s+/g, ' ').slice(0, MOST_LINE))]
  return [
    ...one(safe.how, contact.how),
    ...one(safe.howNot, contact.howNot),
    ...one(safe.mustNotKnow, contact.mustNotKnow),
  ]
}

/** The lines below the text, and which facts stand in them. */
export function footOf(
  about: About,
  profile: Profile,
  chosen: ReadonlySet<string>,
  language: Language,
): { text: string; given: SentFact[] } {
  const t = textsOf(language)
  const { municipality, records, answerBy, basis } = about
  const motive = knowsMotive(profile)
  const sender = senderOf(about)
  const safe = contacts(about, profile, chosen, language)
  const lead = records[0].decisions.at(-1)?.lead
  const questions = QUESTIONS.map((id, at) => {
    const asked = id === 'helpThere' && !motive ? t.helpPlain : t.questions[id]
    return `${at + 1}. ${asked}`
  })
  const text = [
    t.contact,
    ...safe.lines,
    '',
    t.mustNot,
    motive ? t.noWarning : t.noWarningPlain,
    '',
    t.conditionsTitle,
    ...CONDITIONS.flatMap((id) => t.conditions[id] ?? []).map((line) => t.item(line)),
    '',
    t.groundTitle,
    basis === undefined ? t.groundLater : t.ground(basis),
    motive ? t.purpose : t.purposePlain,
    '',
    t.askTitle,
    ...(answerBy
      ? [
          t.answerBy(
            dateIn(answerBy, language),
            sender?.name ?? municipality.name,
            sender?.phone ?? municipality.phone,
          ),
        ]
      : []),
    ...questions,
    t.lead(motive && lead !== undefined ? lead : t.leadTown),
  ].join('\n')
  return { text, given: safe.given }
}

/** For what it is given, as it is kept with what was sent. */
export const aimOf = (profile: Profile): 'act' | 'ownTask' => (knowsMotive(profile) ? 'act' : 'ownTask')
