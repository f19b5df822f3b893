/** The forms about one fact: change it, add one, why it is not right, and how somebody can be reached safely. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { type Fact, type FactDetails, HowKnown, PersonRole } from '../../../services/facts/fact.ts'
import { factsOf } from '../../../services/facts/inStep.ts'
import { FactKind } from '../../../services/signal/deeds/factData.ts'
import type { Instant } from '../../../services/words.ts'
import { type OfficerAction, packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, buttons, choose, date, leave, submit, text } from '../elements.ts'
import { onCase, type PageOf } from '../forms/form.ts'
import { factForm, line } from './form.ts'
import { factInWords, whoIs } from './words.ts'

type Sent<V extends OfficerAction['verb']> = Extract<OfficerAction, { verb: V }>
type Of<V extends OfficerAction['verb']> = Omit<PageOf<unknown>, 'values'> & {
  now: Instant
  values?: Partial<Sent<V>> | undefined
}
type Typed = Partial<Omit<Sent<'addFact'>, 'verb' | 'signal' | 'seen' | 'press' | 'kind'>>

/** What the person fills in; the rest is packed into the button. */
type Inputs = Exclude<keyof Sent<'addFact'>, 'verb' | 'signal' | 'seen' | 'press' | 'kind'>

const factIn = (
  it: Of<'correctFact' | 'refuteFact' | 'safeContact'>,
  id: string | undefined,
): Fact | undefined => factsOf(it.record, it.municipality, it.now).find((fact) => fact.id === id)

/** What a fact says, in the fields of its form. */
function fieldsOf({ details, how, on }: Fact): Typed {
  const known = { known: how, ...(on === undefined ? {} : { on }) }
  switch (details.kind) {
    case 'person': {
      const { name, givenName, surname, described, roles } = details
      const birth = details.birthDate ?? details.birthYear?.toString()
      const age = details.age?.toString()
      return { name, givenName, surname, described, birth, age, roleList: roles, ...known }
    }
    case 'organisation':
      return { name: details.name, kvk: details.kvk, ...known }
    case 'address': {
      const { street, number, addition, postcode, city } = details
      return { street, number, addition, postcode, city, ...known }
    }
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return { value: details.value, ...known }
    default:
      return details satisfies never
  }
}

/** The fields of a kind, with what was typed or stands there. */
function fields(
  kind: FactDetails['kind'],
  values: Typed,
  { language }: Pick<PageOf<unknown>, 'language'>,
): CardElement[] {
  const { facts: t } = texts(language).officer
  const f = t.forms.fields
  const one = (id: Inputs & keyof typeof f, label: string, value: string | undefined) =>
    line({ id, label, value, language })
  const known = [
    choose({
      id: 'known',
      label: f.known,
      style: 'compact',
      choices: HowKnown.options.map((how) => [how, t.how[how]]),
      value: values.known,
    }),
    date({ id: 'on', label: f.on, value: values.on }),
  ]
  switch (kind) {
    case 'person':
      return [
        one('name', f.name, values.name),
        one('givenName', f.givenName, values.givenName),
        one('surname', f.surname, values.surname),
        one('birth', f.birth, values.birth),
        one('age', f.age, values.age),
        one('described', f.described, values.described),
        choose({
          id: 'roleList',
          label: f.roles,
          style: 'compact',
          several: true,
          choices: PersonRole.options.map((role) => [role, t.roles[role]]),
          value: values.roleList?.join(','),
        }),
        ...known,
      ]
    case 'organisation':
      return [one('name', f.organisation, values.name), one('kvk', f.kvk, values.kvk), ...known]
    case 'address':
      return [
        one('street', f.street, values.street),
        one('number', f.number, values.number),
        one('addition', f.addition, values.addition),
        one('postcode', f.postcode, values.postcode),
        one('city', f.city, values.city),
        ...known,
      ]
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return [one('value', f.value[kind], values.value), ...known]
    default:
      return kind satisfies never
  }
}

/** Changes a fact, with what it says now in its fields; nothing where it is not there. */
export function correctFactCard(it: Of<'correctFact'>): IAdaptiveCard | undefined {
  const fact = factIn(it, it.values?.fact)
  if (!fact) return undefined
  const t = texts(it.language).officer.facts.forms.correct
  const { fact: _fact, verb, ...typed } = it.values ?? {}
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      text(factInWords(fact, it.language), { weight: 'Bolder' }),
      ...fields(fact.details.kind, verb === 'correctFact' ? typed : fieldsOf(fact), it),
    ],
    send: submit(
      t.send,
      packOfficer<'correctFact', Inputs>('correctFact', { ...onCase(it), fact: fact.id }),
      { style: 'positive' },
    ),
  })
}

/** A row of buttons takes six. */
const HALF = FactKind.options.length / 2

/** Adds a fact: first of which kind, then its fields. */
export function addFactCard(it: Of<'addFact'>): IAdaptiveCard {
  const { record, language, values } = it
  const { facts } = texts(language).officer
  const t = facts.forms.add
  const kind = values?.kind
  if (!kind) {
    const choices = FactKind.options.map((each) =>
      leave(
        facts.kinds[each],
        packOfficer('factPage', { signal: record.id, form: 'addFact', kind: each, fact: undefined }),
      ),
    )
    return factForm({
      ...it,
      name: t.title,
      about: t.choose,
      body: [...buttons(...choices.slice(0, HALF)), ...buttons(...choices.slice(HALF))],
    })
  }
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: [text(facts.kinds[kind], { weight: 'Bolder' }), ...fields(kind, values, it)],
    send: submit(t.send, packOfficer<'addFact', Inputs>('addFact', { ...onCase(it), kind }), {
      style: 'positive',
    }),
  })
}

/** Why a fact is not right. */
export function refuteFactCard(it: Of<'refuteFact'>): IAdaptiveCard | undefined {
  const fact = factIn(it, it.values?.fact)
  if (!fact) return undefined
  const t = texts(it.language).officer.facts.forms.refute
  return factForm({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      text(factInWords(fact, it.language), { weight: 'Bolder' }),
      area({
        id: 'text',
        label: t.text,
        most: 2_000,
        value: it.values?.text ?? fact.why,
        language: it.language,
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'refuteFact', 'text' | 'roles' | 'part'>('refuteFact', { ...onCase(it), fact: fact.id }),
      { style: 'positive' },
    ),
  })
}

/** How somebody can be reached without harm. */
export function safeContactCard(it: Of<'safeContact'>): IAdaptiveCard | undefined {
  const { language, values } = it
  const fact = factIn(it, values?.fact)
  if (fact?.details.kind !== 'person') return undefined
  const t = texts(language).officer.facts.forms.contact
  const said = values?.verb === 'safeContact' ? values : fact.details.safeContact
  const one = (id: 'how' | 'howNot' | 'mustNotKnow') =>
    area({ id, label: t[id], most: 2_000, value: said?.[id], language })
  return factForm({
    ...it,
    name: t.title(whoIs(fact.details, language)),
    about: t.about,
    body: [one('how'), one('howNot'), one('mustNotKnow')],
    send: submit(
      t.send,
      packOfficer<'safeContact', 'how' | 'howNot' | 'mustNotKnow'>('safeContact', {
        ...onCase(it),
        fact: fact.id,
      }),
      { style: 'positive' },
    ),
  })
}
