/** A fact in a few words, as it stands on a line and in the name of a button. */
import type { Fact, FactDetails } from '../../../services/facts/fact.ts'
import { wholeName } from '../../../services/facts/same.ts'
import { Day, type Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'

type Person = Extract<FactDetails, { kind: 'person' }>

/** When somebody was born, or how old they are, as far as known. */
function bornIn({ birthDate, birthYear, age }: Person, language: Language): string | undefined {
  const t = texts(language).officer.facts.born
  const day = Day.safeParse(birthDate)
  if (day.success) return t.on(day.data.split('-').reverse().join('-'))
  if (birthDate !== undefined) return t.on(birthDate)
  if (birthYear !== undefined) return t.in(birthYear)
  return age === undefined ? undefined : t.age(age)
}

/** What it says, without its kind. Ready to be shown. */
export function detailsInWords(details: FactDetails, language: Language): string {
  const t = texts(language).officer.facts
  switch (details.kind) {
    case 'person': {
      const name = wholeName(details)
      const described = details.described ?? ''
      const who = name === '' ? described || t.nameless : described === '' ? name : t.called(name, described)
      return plain([who, bornIn(details, language)].filter((part) => part !== undefined).join(', '))
    }
    case 'organisation': {
      const { name, kvk } = details
      return plain([name, kvk === undefined ? undefined : `KvK ${kvk}`].filter(Boolean).join(', '))
    }
    case 'address': {
      const { street, number, addition, postcode, city } = details
      const house = [street, number, addition].filter(Boolean).join(' ')
      return plain(
        [house, [postcode, city].filter(Boolean).join(' ')].filter((part) => part !== '').join(', '),
      )
    }
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return plain(details.value)
    default:
      return details satisfies never
  }
}

/** Who a person is called in the name of a field or a button. */
export const whoIs = (details: FactDetails, language: Language): string =>
  details.kind === 'person'
    ? plain(wholeName(details) || details.described || texts(language).officer.facts.nameless)
    : detailsInWords(details, language)

/** With its kind: "adres: Tulpenstraat 14 b". */
export const factInWords = ({ details }: Pick<Fact, 'details'>, language: Language): string => {
  const t = texts(language).officer.facts
  return t.line(t.kinds[details.kind], detailsInWords(details, language))
}

/** A day as people say it. */
export const dayOfFact = (day: Day, language: Language): string => dayInWords(day, language)
