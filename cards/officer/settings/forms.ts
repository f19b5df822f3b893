/** The forms of the settings: what can be filled in, with what was typed in it; each ends in a preview. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { PartnerKind, Track } from '../../../services/municipality/partner.ts'
import { SentenceKey } from '../../../services/municipality/settings/sentences.ts'
import { ReminderTerms, RetentionTerms, UrgencyTerms } from '../../../services/municipality/terms.ts'
import { impossible } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { fieldValue, plain } from '../../plain.ts'
import { type SettingsFields, type SettingsKind, settingsInput } from '../../settingsActions.ts'
import { texts } from '../../texts/index.ts'
import type { SettingsFieldName } from '../../texts/settingsFields.ts'
import { area, choose, date, frame, small, submit, text, title, top } from '../elements.ts'
import { aheadLines } from './people.ts'
import { backToAll, type SettingsShown, toPage, versionShown } from './view.ts'

type Form = SettingsShown & { kind: SettingsKind; item?: string | undefined; fields: SettingsFields }

const MOST_LINE = 400
const MOST_AREA = 4_000

/** The inputs of a form, each under its name. */
function inputsOf(it: Form): CardElement[] {
  const { municipality, language, fields, kind, item } = it
  const t = texts(language).officer.settings
  const { fields: f, form, wrong } = t
  const value = (name: string) => fields[name]
  const label = (name: SettingsFieldName) => f[name]
  const line = (
    name: string,
    said: string,
    extra: { missing?: string; hint?: string } = {},
  ): CardElement => ({
    type: 'Input.Text',
    id: settingsInput(name),
    label: said,
    maxLength: MOST_LINE,
    ...(extra.hint ? { placeholder: extra.hint } : {}),
    ...(extra.missing ? { isRequired: true, errorMessage: extra.missing } : {}),
    ...(value(name) ? { value: fieldValue(value(name) ?? '') } : {}),
  })
  const needed = (name: SettingsFieldName) =>
    line(name, label(name), { missing: wrong.at(label(name), wrong.why.missing) })
  const lines = (name: SettingsFieldName, hint: string): CardElement =>
    area({ id: settingsInput(name), label: label(name), value: value(name), hint, most: MOST_AREA, language })
  const day = (name: SettingsFieldName): CardElement =>
    date({
      id: settingsInput(name),
      label: label(name),
      value: value(name),
      missing: wrong.at(label(name), wrong.why.missing),
    })
  const pick = (
    name: SettingsFieldName,
    choices: (readonly [string, string])[],
    placeholder?: string,
  ): CardElement =>
    choose({
      id: settingsInput(name),
      label: label(name),
      style: 'compact',
      choices,
      value: value(name),
      ...(placeholder ? { placeholder } : { missing: wrong.at(label(name), wrong.why.choice) }),
    })
  const people = municipality.officers.map(({ id, name }) => [id, plain(name)] as const)
  switch (kind) {
    case 'away':
      return [
        text(form.awayAbout),
        ...(item ? [] : [pick('officer', people)]),
        day('from'),
        day('until'),
        pick(
          'stands',
          people.filter(([id]) => id !== item),
          form.standsNone,
        ),
      ]
    case 'turn':
      return [pick('officer', people), day('from'), day('until')]
    case 'person':
      return [
        needed('name'),
        ...(item
          ? []
          : [line('id', label('id'), { hint: form.idHint, missing: wrong.at(label('id'), wrong.why.id) })]),
        pick('role', Object.entries(t.roles)),
        needed('title'),
        line('titleEn', form.english(label('title'))),
        needed('phone'),
      ]
    case 'numbers':
      return [
        needed('phone'),
        line('onCall', f.onCall),
        line('mailbox', f.mailbox),
        needed('officeFrom'),
        needed('officeUntil'),
      ]
    case 'partner':
      return [
        needed('name'),
        line('nameEn', form.english(label('name'))),
        pick(
          'kind',
          PartnerKind.options.map((each) => [each, t.partnerKinds[each]] as const),
          t.partnerKinds.other,
        ),
        pick(
          'track',
          Track.options.map((each) => [each, t.tracks[each]] as const),
        ),
        pick('inside', [['yes', t.yes] as const, ['no', t.no] as const]),
        needed('way'),
        line('wayEn', form.english(label('way'))),
        line('wayPhone', f.wayPhone),
        line('wayPortal', f.wayPortal),
        line('waySecure', f.waySecure),
        line('wayMail', f.wayMail),
        pick('wayFirst', Object.entries(t.ways), t.ways.telephone),
        lines('contacts', form.contactsHint),
        line('head', label('head'), { hint: form.contactsHint }),
        line('basis', label('basis')),
        line('basisEn', form.english(label('basis'))),
        day('verified'),
      ]
    case 'lists':
      return [lines('leads', form.leadsHint), lines('otherSystems', form.systemsHint)]
    case 'terms':
      return [
        needed('answerAfterWorkingDays'),
        ...UrgencyTerms.keyof().options.map(needed),
        ...ReminderTerms.keyof().options.map(needed),
      ]
    case 'retention':
      return [text(form.retentionAbout), ...RetentionTerms.keyof().options.map(needed)]
    case 'sentence': {
      const key = SentenceKey.safeParse(item)
      const ours = key.success ? texts(language).officer.forms.templates[key.data] : ''
      return [
        text(t.sentences.about),
        small(form.sentenceOurs(ours)),
        small(form.sentenceEmpty),
        area({ id: settingsInput('nl'), label: f.nl, value: value('nl'), most: MOST_LINE, language }),
        area({ id: settingsInput('en'), label: f.en, value: value('en'), most: MOST_LINE, language }),
      ]
    }
    case 'back':
    case 'noTurn':
    case 'noPerson':
    case 'endPartner':
    case 'usePartner':
    case 'verified':
      return []
    default:
      return impossible(kind)
  }
}

/** Where each form belongs. */
const PAGE_OF = {
  away: 'people',
  back: 'people',
  turn: 'people',
  noTurn: 'people',
  person: 'people',
  noPerson: 'people',
  numbers: 'rest',
  lists: 'rest',
  terms: 'rest',
  retention: 'rest',
  partner: 'partners',
  endPartner: 'partners',
  usePartner: 'partners',
  verified: 'partners',
  sentence: 'sentences',
} as const satisfies Record<SettingsKind, string>

/** The form. Being away oneself can be saved without looking first: it must take no more than a minute. */
export function settingsForm(it: Form): IAdaptiveCard {
  const { language, kind, item, press, municipality, today, viewer } = it
  const t = texts(language).officer.settings
  const seen = versionShown(it)
  const carried = item === undefined ? {} : { item }
  const ownLeave = kind === 'away' && item === viewer
  const name = ownLeave ? t.people.iAmAway : t.kinds[kind]
  const save = submit(
    t.form.save,
    packOfficer('settingsSave', { kind, ...carried, seen, press, fields: {} }),
    { style: 'positive' },
  )
  const look = submit(
    t.form.look,
    packOfficer('settingsPreview', { kind, ...carried, seen, fields: {} }),
    ownLeave ? {} : { style: 'positive' },
  )
  return frame({
    language,
    speak: name,
    body: [
      ...top(it),
      title(name),
      ...inputsOf(it),
      ...(kind === 'turn' ? aheadLines(municipality, today, language) : []),
    ],
    actions: [
      ...(ownLeave ? [save] : []),
      look,
      toPage(t.pages[PAGE_OF[kind]], PAGE_OF[kind]),
      backToAll(language),
    ],
  })
}
