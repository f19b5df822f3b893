/**
 * Entering what came by telephone, by mail, at the counter or in a meeting. Whoever called is the reporter; what the
 * officer typed is read as what a reporter types: numbers of citizens are hidden, danger rings.
 */
import type { Odd, OfficerAction } from '../../cards/actions.ts'
import { enterCard, enteredCard } from '../../cards/officer/intake/enter.ts'
import { texts } from '../../cards/texts/index.ts'
import { type EnteredAs, type Entering, enterReport } from '../../services/intake/enter.ts'
import { MOST_WAY_NOTE, type WayBack } from '../../services/intake/entered.ts'
import { tellsWho } from '../../services/intake/tellsWho.ts'
import { Mail, Phone } from '../../services/municipality/partner.ts'
import { dayOf, daysBetween } from '../../services/municipality/workingTime.ts'
import type { DangerReading } from '../../services/understanding/reading.ts'
import { understand } from '../../services/understanding/understand.ts'
import { Caller } from '../../services/vault/caller.ts'
import { handling } from '../app/ports.ts'
import { asMeant } from './bsn.ts'
import { withoutOdd } from './pages.ts'
import type { OfficerTurn, View } from './view.ts'

type Filled = Extract<OfficerAction, { verb: 'enterNow' }>

/** How long ago it can have been said, in days. */
const MOST_DAYS = 366

const today = ({ app, turn }: OfficerTurn) => dayOf(app.now(), turn.municipality)

function formView(
  desk: OfficerTurn,
  it: { values?: Partial<Filled>; error?: string; asksDanger?: boolean } = {},
): View {
  const { app, turn, language } = desk
  const card = enterCard({
    press: it.values?.press ?? app.newId(),
    today: today(desk),
    municipality: turn.municipality,
    language,
    ...it,
  })
  return { title: texts(language).officer.intake.title, card }
}

/** The form, empty. */
export const enterView = async (desk: OfficerTurn): Promise<View> => formView(desk)

/** The form again, with what could be read of it. Nothing was entered. */
export const enterAgain = (desk: OfficerTurn, filled: Filled, odd: readonly Odd[]): View =>
  formView(desk, { values: withoutOdd(filled, odd), error: texts(desk.language).officer.replies.odd(odd) })

type Wrong = keyof ReturnType<typeof texts>['officer']['intake']['wrong']

/** Whoever it is, and how to tell them back; undefined: nothing of that is kept. */
function callerOf(filled: Filled, wayBack: WayBack): { caller: Caller | undefined } | { wrong: Wrong } {
  const name = filled.caller.trim()
  const at = filled.contact.trim()
  if (filled.source === 'anonymous' || filled.withName === 'no')
    return wayBack === 'none' ? { caller: undefined } : { wrong: 'noBack' }
  // What must be minded is kept with how they are reached, and there is nobody to reach.
  if (wayBack === 'none' && filled.wayNote.trim() !== '') return { wrong: 'noteNoBack' }
  if (wayBack === 'none' || wayBack === 'chat')
    return name === '' ? { wrong: 'nobody' } : { caller: new Caller(name) }
  const note = filled.wayNote.trim().slice(0, MOST_WAY_NOTE)
  const noted = note === '' ? {} : { note }
  if (wayBack === 'other')
    return note === '' && at === ''
      ? { wrong: 'other' }
      : { caller: new Caller(name, { by: wayBack, at, ...noted }) }
  const right = (wayBack === 'telephone' ? Phone : Mail).safeParse(at).success
  if (!right) return { wrong: wayBack === 'telephone' ? 'phone' : 'mail' }
  return { caller: new Caller(name, { by: wayBack, at, ...noted }) }
}

/** What is done with danger in the words: it rings, it is asked, or there is none. */
function dangerIn(reading: DangerReading, filled: Filled): 'rings' | 'ask' | 'none' {
  if (filled.urgency === 'acute' || filled.danger === 'yes') return 'rings'
  switch (reading.level) {
    case 'ring':
      return 'rings'
    case 'ask':
      return filled.danger === undefined ? 'ask' : 'none'
    case 'none':
      return 'none'
    default:
      return reading satisfies never
  }
}

/** Reads what was filled in; `wrong`: nothing is entered, and the form says what is missing. */
function read(
  desk: OfficerTurn,
  filled: Filled,
): { entering: Entering; wayBack: WayBack } | { wrong: Wrong } | { asksDanger: true } {
  const { app, turn, officer, language } = desk
  const { municipality } = turn
  const text = filled.text.trim()
  if (text === '') return { wrong: 'text' }
  const now = app.now()
  const saidOn = filled.saidOn ?? today(desk)
  const ago = daysBetween(saidOn, today(desk))
  if (ago < 0 || ago > MOST_DAYS) return { wrong: 'day' }
  const anonymous = filled.source === 'anonymous' || filled.withName === 'no'
  const wayBack = filled.wayBack ?? (anonymous ? 'none' : 'telephone')
  const who = callerOf(filled, wayBack)
  if ('wrong' in who) return who
  const reading = understand([text], {
    readers: municipality.officers.map(({ name }) => name),
    municipality: municipality.name,
  })
  const danger = dangerIn(reading.danger, filled)
  if (danger === 'ask') return { asksDanger: true }
  // Whoever said it stands in the vault alone. Danger waits for no question.
  const told = tellsWho(text, { name: filled.caller, contact: filled.contact })
  if (told && danger !== 'rings') return { wrong: told === 'name' ? 'nameInText' : 'contactInText' }
  const department = municipality.departments?.find((each) => each === filled.department)
  const { code, sure } = reading.language
  const spoken = sure === 'doubt' || code === 'unknown' || code === 'nl' || code === 'en'
  return {
    wayBack,
    entering: {
      press: filled.press,
      text,
      entered: {
        by: officer,
        source: filled.source ?? 'employee',
        cameBy: filled.cameBy ?? 'telephone',
        wayBack,
        saidOn,
      },
      caller: who.caller,
      sentFrom: department === undefined ? undefined : { department },
      certainty: filled.certainty ?? 'suspicion',
      urgency: filled.urgency ?? 'normal',
      danger: danger === 'rings' ? { at: now, called112: 'unknown' } : undefined,
      language,
      writtenIn: spoken ? undefined : code,
    },
  }
}

/** Enters it, and shows its number. @throws StoreUnavailable: the same press again finds what stands */
export async function enteredView(desk: OfficerTurn, clicked: Filled): Promise<View> {
  const { app, turn, language } = desk
  const { intake: t } = texts(language).officer
  const meant = asMeant(desk, clicked)
  const { action } = meant
  const it = read(desk, action)
  const again = (said: { error: string; asksDanger?: boolean }): View =>
    formView(desk, { values: action, ...said })
  if ('asksDanger' in it) return again({ error: t.dangerAsk, asksDanger: true })
  // Danger waits for no question about a number: it is hidden, and that is enough.
  const rings = 'entering' in it && it.entering.danger !== undefined
  if ('ask' in meant && !rings) return meant.ask(formView(desk, { values: action }))
  if ('wrong' in it) return again({ error: t.wrong[it.wrong] })
  const done: EnteredAs = await enterReport(
    { ...handling(app, turn.municipality), keys: app.keys, references: app.references },
    it.entering,
  )
  if (done.done === 'entered') app.courier.deliver(turn.municipality, done.kept)
  const { record } = done.kept
  const card = enteredCard({
    signal: record.id,
    reference: record.reference,
    wayBack: record.entered?.wayBack ?? it.wayBack,
    acute: record.urgency === 'acute',
    already: done.done === 'already',
    language,
  })
  return { title: record.reference, card }
}
