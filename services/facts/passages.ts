/** What the facts of a signal hold in words, for whoever looks for a person in it (AVG 15). */
import type { SignalRecord } from '../signal/record.ts'
import { type Fact, type FactDetails, isTouched } from './fact.ts'

/** Every text of a fact's details, on one line. */
export function textOf(details: FactDetails): string {
  switch (details.kind) {
    case 'person': {
      const { name, givenName, surname, described, birthDate, birthYear, age, safeContact } = details
      return lineOf([
        name,
        givenName,
        surname,
        described,
        birthDate,
        birthYear?.toString(),
        age?.toString(),
        safeContact?.how,
        safeContact?.howNot,
        safeContact?.mustNotKnow,
      ])
    }
    case 'organisation':
      return lineOf([details.name, details.kvk])
    case 'address':
      return lineOf([details.street, details.number, details.addition, details.postcode, details.city])
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return details.value
    default:
      return details satisfies never
  }
}

const lineOf = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ')

const linesOf = ({ details, passage, before = [], why }: Fact): string =>
  [textOf(details), passage?.words ?? '', ...before.map((each) => textOf(each.details)), why ?? '']
    .filter((line) => line !== '')
    .join('\n')

/**
 * The facts as an officer left them. What was only proposed stands in the words that it was read in, and goes with them: to
 * list it too would find everybody twice.
 */
export const factPassages = ({ facts = [] }: Pick<SignalRecord, 'facts'>): { id: string; text: string }[] =>
  facts.filter(isTouched).map((fact) => ({ id: `fact.${fact.id}`, text: linesOf(fact) }))

/** What was made of the signal as a whole. */
export function weighedPassages({
  weighed = {},
}: Pick<SignalRecord, 'weighed'>): { id: string; text: string }[] {
  const { weighing, helpers, special = [], elsewhere = [] } = weighed
  return [
    ...Object.entries(weighing?.points ?? {}).map(([point, said]) => ({
      id: `weighing.${point}`,
      text: said?.line ?? '',
    })),
    { id: 'helpers', text: helpers && helpers.known !== 'unknown' ? helpers.known : '' },
    ...special.flatMap(({ id, text, needed }) => [
      { id: `special.${id}`, text },
      { id: `specialNeeded.${id}`, text: needed },
    ]),
    ...elsewhere.map(({ id, source, why }) => ({ id: `elsewhere.${id}`, text: `${source} ${why}` })),
  ]
}
