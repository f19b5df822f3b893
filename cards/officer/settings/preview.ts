/** What a change would do, before it is done: each field before and after, who reads then, and whether it takes two. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { type Difference, isOfReaders } from '../../../services/municipality/settings/difference.ts'
import { hearersOf, type Verdict } from '../../../services/municipality/settings/rules.ts'
import type { OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import type { SettingsFields, SettingsKind } from '../../settingsActions.ts'
import { texts } from '../../texts/index.ts'
import { frame, section, small, submit, text, title, top } from '../elements.ts'
import { differenceLines } from './history.ts'
import { aheadLines } from './people.ts'
import { type Names, whoIs } from './values.ts'
import { backToAll, type SettingsShown, toForm, versionShown } from './view.ts'

type Preview = SettingsShown & {
  kind: SettingsKind
  item?: string | undefined
  fields: SettingsFields
  changed: readonly Difference[]
  /** As it would be. */
  after: Municipality
  verdict: Verdict
  /** Who may say yes to it in Teams. */
  confirmers: readonly OfficerId[]
}

/** Fields that one card shows. */
const MOST_FIELDS = 24

/** The preview, with the button that does it. */
export function previewCard(it: Preview): IAdaptiveCard {
  const { municipality, after, changed, verdict, language, kind, item, fields, press, viewer, today } = it
  const t = texts(language).officer.settings
  const names: Names = [municipality, after]
  const who = (ids: readonly OfficerId[]) => ids.map((id) => whoIs(id, names, language)).join(', ')
  const ofReaders = changed.some(isOfReaders)
  const told = hearersOf(municipality, after, viewer, changed)
  const carried = { kind, ...(item === undefined ? {} : { item }), fields }
  const two: CardElement[] =
    verdict.may === 'alone'
      ? []
      : section(t.preview.two, [
          ...verdict.why.map((each) => text(t.preview.why[each], { spacing: 'Small' })),
          text(it.confirmers.length > 0 ? t.preview.who(who(it.confirmers)) : t.preview.whoNobody),
        ])
  return frame({
    language,
    speak: t.preview.title,
    body: [
      ...top(it),
      title(t.preview.title),
      ...changed.slice(0, MOST_FIELDS).flatMap((each) => differenceLines(each, names, language)),
      ...(changed.length > MOST_FIELDS ? [small(t.history.more(changed.length - MOST_FIELDS))] : []),
      ...(ofReaders ? section(t.preview.readers, aheadLines(after, today, language)) : []),
      ...(told.length > 0 ? [small(t.preview.told(who(told)))] : []),
      ...(ofReaders && municipality.integrity.id === undefined ? [small(t.preview.integrityUntold)] : []),
      ...two,
    ],
    actions: [
      submit(
        verdict.may === 'alone' ? t.form.save : t.form.propose,
        packOfficer('settingsSave', { ...carried, seen: versionShown(it), press }),
        { style: 'positive' },
      ),
      toForm(t.form.back, kind, item, fields),
      backToAll(language),
    ],
  })
}
