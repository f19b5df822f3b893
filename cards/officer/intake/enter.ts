/** The form by which an officer enters what came by telephone or mail, and what is said once it is entered. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import {
  CallerSource,
  CameBy,
  CHOSEN_WAYS,
  MOST_WAY_NOTE,
  type WayBack,
} from '../../../services/intake/entered.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { Certainty, Urgency } from '../../../services/signal/words.ts'
import type { Day, Language, Reference, SignalId } from '../../../services/words.ts'
import { type OfficerAction, packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, date, frame, leave, MOST_FIELD, submit, text, title, top } from '../elements.ts'
import { line as shortField } from '../facts/form.ts'

type Filled = Extract<OfficerAction, { verb: 'enterNow' }>

type EnterForm = {
  press: string
  today: Day
  municipality: Municipality
  language: Language
  values?: Partial<Filled> | undefined
  /** The words may be about danger: asked before it is entered. */
  asksDanger?: boolean
  error?: string | undefined
}

/** The inputs, which the person fills; the rest is packed in the button. */
type Inputs = Exclude<keyof Filled, 'verb' | 'press'>

/** The form. What was said comes first, then who said it, then what it needs. */
export function enterCard(it: EnterForm): IAdaptiveCard {
  const { language, municipality, values = {} } = it
  const t = texts(language).officer
  const { intake, words } = t
  const { departments = [] } = municipality
  const line = (id: 'caller' | 'contact', label: string) =>
    shortField({ id, label, value: values[id], language })
  return frame({
    language,
    speak: intake.title,
    body: [
      ...top(it),
      title(intake.title),
      text(intake.danger112, { weight: 'Bolder' }),
      text(intake.about),
      area({
        id: 'text',
        label: intake.text,
        hint: intake.textHint,
        missing: intake.textMissing,
        most: MOST_FIELD,
        value: values.text,
        language,
      }),
      ...(it.asksDanger || values.danger
        ? [
            choose({
              id: 'danger',
              label: intake.danger,
              missing: intake.dangerMissing,
              choices: [
                ['yes', intake.dangerChoices.yes],
                ['no', intake.dangerChoices.no],
              ],
              value: values.danger,
            }),
          ]
        : []),
      choose({
        id: 'source',
        label: intake.source,
        style: 'compact',
        choices: CallerSource.options.map((each) => [each, intake.sources[each]]),
        value: values.source ?? 'employee',
      }),
      choose({
        id: 'withName',
        label: intake.withName,
        style: 'compact',
        choices: [
          ['yes', intake.names.yes],
          ['no', intake.names.no],
        ],
        value: values.withName ?? 'yes',
      }),
      line('caller', intake.caller),
      choose({
        id: 'wayBack',
        label: intake.wayBack,
        style: 'compact',
        choices: CHOSEN_WAYS.map((each) => [each, intake.back[each]]),
        value: values.wayBack ?? 'telephone',
      }),
      line('contact', intake.contact),
      area({ id: 'wayNote', label: intake.wayNote, most: MOST_WAY_NOTE, value: values.wayNote, language }),
      choose({
        id: 'cameBy',
        label: intake.cameBy,
        style: 'compact',
        choices: CameBy.options.map((each) => [each, intake.ways[each]]),
        value: values.cameBy ?? 'telephone',
      }),
      date({ id: 'saidOn', label: intake.saidOn, value: values.saidOn ?? it.today }),
      ...department(departments, values.department, intake),
      choose({
        id: 'certainty',
        label: intake.certainty,
        style: 'compact',
        choices: Certainty.options.map((each) => [each, words.certainties[each]]),
        value: values.certainty ?? 'suspicion',
      }),
      choose({
        id: 'urgency',
        label: intake.urgency,
        style: 'compact',
        choices: Urgency.options.map((each) => [
          each,
          `${words.urgencies[each]}: ${words.urgencyMeans[each]}`,
        ]),
        value: values.urgency ?? 'normal',
      }),
    ],
    actions: [
      submit(intake.send, packOfficer<'enterNow', Inputs>('enterNow', { press: it.press }), {
        style: 'positive',
      }),
      leave(words.worklist, packOfficer('worklist', {})),
    ],
  })
}

/** One of the departments, where the municipality has a list; nobody is made to say which. */
function department(
  departments: readonly string[],
  value: string | undefined,
  t: { department: string; departmentNone: string },
): CardElement[] {
  if (departments.length === 0) return []
  return [
    choose({
      id: 'department',
      label: t.department,
      style: 'compact',
      choices: [['none', t.departmentNone], ...departments.map((each) => [each, each] as const)],
      value: value ?? 'none',
    }),
  ]
}

/** It was entered: its number for the reporter, and how they hear of it. Nothing of what was said. */
export function enteredCard(it: {
  signal: SignalId
  reference: Reference
  wayBack: WayBack
  acute: boolean
  already: boolean
  language: Language
}): IAdaptiveCard {
  const { reference, language } = it
  const { intake: t, words, dossier } = texts(language).officer
  const said = it.already ? t.already(reference) : t.done(reference)
  return frame({
    language,
    speak: said,
    body: [
      title(said),
      ...(it.acute ? [text(dossier.acute, { weight: 'Bolder' }), text(t.danger112)] : []),
      ...(it.wayBack === 'none' ? [] : [text(t.number(reference))]),
      text(t.backBy[it.wayBack]),
    ],
    actions: [
      submit(t.open(reference), packOfficer('open', { signal: it.signal }), { style: 'positive' }),
      leave(t.again, packOfficer('enter', {})),
      leave(words.worklist, packOfficer('worklist', {})),
    ],
  })
}
