/** The form by which a partner answers: a page that works by keyboard, without script, and by ear (WCAG 2.2 AA). */
import { type PageTexts, pageTexts } from '../../cards/texts/pages.ts'
import { LinkSaid, MOST_LINE, MOST_SHORT } from '../../services/handover/link/linkAnswer.ts'
import type { Language } from '../../services/words.ts'
import { type Content, el, type Html } from './html.ts'
import { callable, errorsBox } from './layout.ts'
import type { Shown } from './page.ts'

/** The names of its fields. `once`: of this page, so that pressing twice is one answer. */
export const FIELDS = ['what', 'passedTo', 'contact', 'reach', 'day', 'line'] as const
export type FieldName = (typeof FIELDS)[number]
export const ONCE = 'once'

export type Wrong = Partial<Record<FieldName, string>>

/** Who asks; nothing of what it is about. */
export type Asker = { municipality: string; number: string; phone: string; language: Language }

type FormPage = Asker & {
  once: string
  /** What was typed, where the page comes back. */
  typed?: Partial<Record<FieldName, string>> | undefined
  wrong?: Wrong | undefined
  /** It did not come from this page, and was not taken: it has to be sent once more. */
  again?: boolean
}

/** The page with the form; with what was wrong on top, and at each field. */
export function answerPage(it: FormPage): Shown {
  const { language, once, wrong = {}, again = false } = it
  const { answer: t } = pageTexts(language)
  const isWrong = Object.keys(wrong).length > 0
  return {
    is: 'page',
    title: isWrong || again ? t.errorTitle(t.title) : t.title,
    ...(isWrong ? { status: 422 as const } : again ? { status: 403 as const } : {}),
    main: [
      ...(isWrong ? [summary(t, wrong)] : again ? [sendAgain(t)] : []),
      el('p', {}, t.about),
      whoAsks(it),
      el(
        'form',
        { method: 'post', action: `?lang=${language}`, novalidate: true, autocomplete: 'off' },
        el('input', { type: 'hidden', name: ONCE, value: once }),
        choices(t, it),
        ...fields(t, it),
        el('button', { type: 'submit' }, t.send),
      ),
    ],
  }
}

/** Which municipality, which number to mention, and whom to call. */
export function whoAsks({ municipality, number, phone, language }: Asker): Html {
  const { answer: t, neutral } = pageTexts(language)
  const rows: [string, Content][] = [
    [t.municipality, neutral.municipality(municipality)],
    [t.number, number],
    [t.phone, callable(phone)],
  ]
  return el('dl', {}, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]))
}

/** What is wrong, each leading to its field. */
function summary(t: PageTexts['answer'], wrong: Wrong): Html {
  const lines = FIELDS.flatMap((name) => {
    const said = wrong[name]
    return said === undefined ? [] : [el('li', {}, el('a', { href: `#${firstOf(name)}` }, said))]
  })
  return errorsBox(t.errors, el('ul', {}, ...lines))
}

/** Nothing is wrong with it, and nothing was sent. */
const sendAgain = (t: PageTexts['answer']): Html => errorsBox(t.notSent, el('p', {}, t.sendAgain))

/** Where a field begins: of the choices the first. */
const firstOf = (name: FieldName): string => (name === 'what' ? `what-${LinkSaid.options[0]}` : name)

const said = (wrong: Wrong, name: FieldName): Html[] => {
  const error = wrong[name]
  return error === undefined ? [] : [el('p', { class: 'error', id: `${name}-error` }, error)]
}

function choices(t: PageTexts['answer'], { typed = {}, wrong = {} }: FormPage): Html {
  const described = wrong.what === undefined ? undefined : 'what-error'
  return el(
    'fieldset',
    { class: wrong.what === undefined ? undefined : 'wrong', 'aria-describedby': described },
    el('legend', {}, t.what),
    ...said(wrong, 'what'),
    ...LinkSaid.options.map((option) =>
      el(
        'div',
        { class: 'choice' },
        el('input', {
          type: 'radio',
          name: 'what',
          id: `what-${option}`,
          value: option,
          checked: typed.what === option,
          required: true,
        }),
        el('label', { for: `what-${option}` }, t.choices[option]),
      ),
    ),
  )
}

type Field = { name: FieldName; label: string; hint?: string; most: number; as: 'text' | 'date' | 'area' }

function fields(t: PageTexts['answer'], it: FormPage): Html[] {
  const all: Field[] = [
    { name: 'passedTo', label: t.passedTo, hint: t.passedToHint, most: MOST_SHORT, as: 'text' },
    { name: 'contact', label: t.contact, most: MOST_SHORT, as: 'text' },
    { name: 'reach', label: t.reach, hint: t.reachHint, most: MOST_SHORT, as: 'text' },
    { name: 'day', label: t.day, most: 10, as: 'date' },
    { name: 'line', label: t.line, hint: t.lineHint, most: MOST_LINE, as: 'area' },
  ]
  return all.map((field) => oneField(t, field, it))
}

function oneField(t: PageTexts['answer'], field: Field, { typed = {}, wrong = {} }: FormPage): Html {
  const { name, label, hint, most, as } = field
  const isWrong = wrong[name] !== undefined
  const described = [...(hint ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-error`] : [])].join(' ')
  const common = {
    id: name,
    name,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': isWrong ? 'true' : undefined,
  }
  const value = typed[name] ?? ''
  return el(
    'div',
    { class: isWrong ? 'field wrong' : 'field' },
    el('label', { for: name }, `${label} ${t.optional}`),
    ...(hint ? [el('p', { class: 'hint', id: `${name}-hint` }, hint)] : []),
    ...said(wrong, name),
    as === 'area'
      ? el('textarea', { ...common, rows: 4, maxlength: most }, value)
      : el('input', { ...common, type: as, value, ...(as === 'text' ? { maxlength: most } : {}) }),
  )
}

/** After it: that it is there, and what now. */
export function thanksPage(it: Asker & { again: boolean; hidden: boolean }): Shown {
  const { thanks: t } = pageTexts(it.language)
  return {
    is: 'page',
    title: t.title,
    main: [
      el('p', {}, it.again ? t.question : t.final),
      ...(it.hidden ? [el('p', { class: 'note' }, t.hidden)] : []),
      el('p', {}, t.call),
      whoAsks(it),
    ],
  }
}
