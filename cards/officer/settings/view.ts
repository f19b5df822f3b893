/** What every page of the settings is given. */
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Kept } from '../../../services/municipality/settings/kept.ts'
import type { Day, Instant, Language, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import type { SettingsFields, SettingsKind, SettingsPage } from '../../settingsActions.ts'
import { texts } from '../../texts/index.ts'
import { leave, submit } from '../elements.ts'

export type SettingsShown = {
  /** As it holds. */
  municipality: Municipality
  /** What is kept of it; undefined: nothing was ever changed. */
  kept: Kept | undefined
  viewer: OfficerId
  now: Instant
  today: Day
  /** For one press. */
  press: string
  language: Language
  error?: string | undefined
  notice?: string | undefined
}

/** The version that is on the screen. */
export const versionShown = ({ kept }: Pick<SettingsShown, 'kept'>): number => kept?.version ?? 1

/** A button to a page. */
export const toPage = (label: string, page: SettingsPage, part?: number) =>
  leave(label, packOfficer('settings', { page, ...(part === undefined ? {} : { part }) }))

/** A button to a form. */
export const toForm = (label: string, kind: SettingsKind, item?: string, fields?: SettingsFields) =>
  leave(
    label,
    packOfficer('settingsForm', {
      kind,
      ...(item === undefined ? {} : { item }),
      ...(fields ? { fields } : {}),
    }),
  )

/** A button that shows what would change, without a form. */
export const toPreview = (it: SettingsShown, label: string, kind: SettingsKind, item: string) =>
  leave(label, packOfficer('settingsPreview', { kind, item, seen: versionShown(it), fields: {} }))

/** A button that does it at once. */
export const atOnce = (it: SettingsShown, label: string, kind: SettingsKind, item: string) =>
  submit(
    label,
    packOfficer('settingsSave', { kind, item, seen: versionShown(it), press: it.press, fields: {} }),
    {
      associatedInputs: 'none',
    },
  )

/** The way back. */
export const backToAll = (language: Language) => toPage(texts(language).officer.settings.back, 'all')
