/** What nobody should send, drawn by fast-check: any JSON, activities that were broken, buttons with wrong data. */
import fc from 'fast-check'
import { DecideForm, OfficerAction, Page, ReporterAction } from '../../cards/actions.ts'
import {
  Called112,
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Outcome,
  PartnerAnswer,
  SafeReason,
  TellForm,
  Urgency,
  VictimHelp,
} from '../../services/signal/words.ts'
import { Language } from '../../services/words.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import { CHANNELS, INVOKES, PROTO, TYPES, weird } from './fuzzValues.ts'
import type { Sender } from './fuzzWorld.ts'

const WORDS = [
  'hoi',
  'Een man haalt de post op.',
  'werklijst',
  'mijn meldingen',
  'wissen',
  'sparren',
  'aanvullen',
  'intrekken S-2026-0001',
  'S-2026-0002',
  'ja, trek in',
  'versturen',
  'weet ik niet',
  'bel mij',
  'english',
  'over een collega',
]

/** Right values of the fields of buttons; ids come from the pools. */
const RIGHT: Readonly<Record<string, readonly unknown[]>> = {
  seen: [1, 2, 3, 9, 1_000],
  page: Page.options,
  part: [1, 2, 1_000],
  language: Language.options,
  called112: Called112.options,
  certainty: Certainty.options,
  urgency: Urgency.options,
  degree: Degree.options,
  kind: Kind.options,
  minor: ['yes', 'no', 'unknown'],
  how: ['text', 'unknown', 'callMe'],
  choice: ConsultationChoice.options,
  outcome: Outcome.options,
  safeReason: SafeReason.options,
  tellForm: TellForm.options,
  victimHelp: VictimHelp.options,
  what: PartnerAnswer.options,
  form: ['message', 'call', 'meeting', 'none'],
  partners: ['wijkteam', 'politie-avim,wijkteam', 'bestaat-niet', 'arbeidsinspectie'],
  lead: ['Wijkteam', 'Iemand anders', ''],
  monitorUntil: ['2026-12-24', '2020-01-01', '2099-01-01'],
}
const TEXT = ['Een notitie.', '', 'Reden']

type Fields = Readonly<Record<string, unknown>>
type Verb = { verb: string; fields: readonly string[] }
/** Every button there is, with the names of its fields: a new one is in the fuzz by itself. */
export const VERBS: readonly Verb[] = [...ReporterAction.options, ...OfficerAction.options].map((option) => ({
  verb: option.shape.verb.value,
  fields: Object.keys(option.shape).filter((field) => field !== 'verb'),
}))

export type Pool = { signals: readonly string[]; others: readonly string[] }

const idIn = (pool: Pool) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...pool.signals, ...pool.signals, ...pool.others) },
    { weight: 1, arbitrary: fc.uuid() },
  )

function fieldOf(field: string, pool: Pool): fc.Arbitrary<unknown> {
  const known = RIGHT[field]
  if (known) return fc.constantFrom(...known)
  if (['signal', 'draft', 'about', 'route', 'question', 'officer'].includes(field)) return idIn(pool)
  if (field === 'press') return fc.uuid()
  return fc.constantFrom(...TEXT)
}

const decideForm = (pool: Pool): fc.Arbitrary<Fields> =>
  fc.record(Object.fromEntries(Object.keys(DecideForm.shape).map((field) => [field, fieldOf(field, pool)])))

/** The data of one button: mostly right, so that it gets past the schema, else wrong in a field or two. */
function dataOf({ verb, fields }: Verb, pool: Pool): fc.Arbitrary<Fields> {
  const right = (field: string) =>
    field === 'form' && verb.startsWith('decide') ? decideForm(pool) : fieldOf(field, pool)
  const model = Object.fromEntries(
    fields.map((field) => [
      field,
      fc.oneof({ weight: 12, arbitrary: right(field) }, { weight: 1, arbitrary: weird }),
    ]),
  )
  const days = fc.constantFrom<Fields>(
    {},
    { 'answerBy.wijkteam': '2026-12-08' },
    { 'answerBy.politie-avim': 'morgen', 'answerBy.': 3 },
  )
  return fc
    .tuple(
      fc.record(model, { requiredKeys: fields.filter((_, at) => at % 7 !== 6) }),
      days,
      fc.option(weird, { freq: 20 }),
    )
    .map(([data, extra, more]) => ({
      verb,
      ...data,
      ...(verb === 'decideDays' ? extra : {}),
      ...(isWire(more) ? more : {}),
    }))
}

type Carrier = 'message' | 'withText' | 'fetch' | 'submit' | 'execute'
const CARRIERS: readonly Carrier[] = ['message', 'fetch', 'submit', 'submit', 'execute', 'withText']

/** An activity that carries the data of a button. */
export function carry(carrier: Carrier, data: unknown): Wire {
  const context = { theme: 'default' }
  switch (carrier) {
    case 'message':
      return { type: 'message', value: data }
    case 'withText':
      return { type: 'message', value: data, text: 'En dit erbij.' }
    case 'fetch':
      return { type: 'invoke', name: 'task/fetch', value: { data, context } }
    case 'submit':
      return { type: 'invoke', name: 'task/submit', value: { data, context } }
    case 'execute': {
      const verb = isWire(data) ? data.verb : undefined
      const action = { type: 'Action.Execute', verb, data }
      return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } }
    }
  }
}

/** Mostly its own id; now and then one of a few, so that it comes as a thing that came before. */
const fresh = fc.oneof(
  { weight: 9, arbitrary: fc.uuid().map((id) => `f:${id}`) },
  { weight: 1, arbitrary: fc.constantFrom('f:a', 'f:b', '1764000000000') },
)

/** Buttons of all kinds, by these people, on ids of this pool. */
export const buttons = (senders: readonly Sender[], pool: Pool): fc.Arbitrary<Wire> =>
  fc
    .tuple(
      fc.constantFrom(...senders),
      fc.constantFrom(...VERBS).chain((verb) => dataOf(verb, pool)),
      fc.constantFrom(...CARRIERS),
      fresh,
    )
    .map(([{ envelope }, data, carrier, id]) => ({ ...envelope, ...carry(carrier, data), id }))

/** Activities of every type, whole. */
const whole = (senders: readonly Sender[], pool: Pool): fc.Arbitrary<Wire> => {
  const content = fc.oneof(
    fc.constantFrom(...WORDS).map((text) => ({ type: 'message', text })),
    fc.constantFrom(...TYPES).map((type) => ({ type, text: 'x' })),
    fc.tuple(fc.constantFrom(...INVOKES), weird).map(([name, value]) => ({ type: 'invoke', name, value })),
    fc.constantFrom(
      { type: 'conversationUpdate', membersAdded: [{ id: '28:751cda82-ff4a-44a6-8b60-faaee3291eba' }] },
      { type: 'conversationUpdate', membersRemoved: [{ id: 'x' }], channelData: { eventType: 'x' } },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'message', text: '', attachments: [{ contentType: 'image/png', contentUrl: 'x' }] },
      { type: 'message', attachments: [{ contentType: 'text/html', content: '<p>Er is iets.</p>' }] },
    ),
    fc.constantFrom(...VERBS).chain((verb) => dataOf(verb, pool).map((data) => carry('submit', data))),
  )
  return fc
    .tuple(fc.constantFrom(...senders), content, fresh)
    .map(([{ envelope }, it, id]) => ({ ...envelope, ...it, id }))
}

type Path = readonly (string | number)[]

/** Every place in a value. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return [at, ...value.slice(0, 3).flatMap((each, i) => pathsOf(each, [...at, i]))]
  if (!isWire(value) || at.length > 6) return [at]
  return [at, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]))]
}

type Change = { at: number; how: 'set' | 'drop' | 'wrap' | 'copy' | 'add'; value: unknown; from: number }

function changed(value: unknown, path: Path, make: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return make(value)
  if (Array.isArray(value)) return value.map((each, i) => (i === step ? changed(each, rest, make) : each))
  if (!isWire(value)) return value
  const next = changed(value[String(step)], rest, make)
  if (next !== undefined) return { ...value, [step]: next }
  const { [String(step)]: _gone, ...left } = value
  return left
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (it, step) => (isWire(it) || Array.isArray(it) ? Reflect.get(it, step) : undefined),
    value,
  )

function mutate(activity: unknown, { at, how, value, from }: Change): unknown {
  const paths = pathsOf(activity)
  const path = paths[at % paths.length] ?? []
  const other = valueAt(activity, paths[from % paths.length] ?? [])
  return changed(activity, path, (old) => {
    switch (how) {
      case 'set':
        return value
      case 'drop':
        return path.length === 0 ? old : undefined
      case 'wrap':
        return [old]
      case 'copy':
        return other
      case 'add':
        return isWire(old)
          ? { ...old, [typeof value === 'string' ? value.slice(0, 40) : PROTO]: value }
          : value
    }
  })
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom('set', 'set', 'set', 'drop', 'wrap', 'copy', 'add'),
  value: fc.oneof(weird, fc.constantFrom<unknown>(...CHANNELS, ...TYPES)),
  from: fc.nat(10_000),
})

/** Activities that were whole, and then changed in up to four places. */
export const broken = (senders: readonly Sender[], pool: Pool): fc.Arbitrary<unknown> =>
  fc
    .tuple(whole(senders, pool), fc.array(change, { minLength: 0, maxLength: 4 }))
    .map(([activity, changes]) => changes.reduce<unknown>(mutate, activity))

/** Any JSON at all. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  weird,
  fc.jsonValue({ maxDepth: 5 }),
  fc.dictionary(
    fc.constantFrom('type', 'from', 'conversation', 'serviceUrl', 'channelData', 'value', PROTO, 'text'),
    weird,
  ),
)
