/** A reporting point for the tests of its settings: officer, deputy, head, integrity contact and FG, each by name. */
import { people } from '../../../../infra/local/demo.ts'
import { localMunicipality } from '../../../../infra/local/municipality.ts'
import { Municipality } from '../../../../services/municipality/municipality.ts'
import { applied, type Change } from '../../../../services/municipality/settings/change.ts'
import { settingsOf, withSettings } from '../../../../services/municipality/settings/fields.ts'
import { firstOf, type Kept, type Setting } from '../../../../services/municipality/settings/kept.ts'
import { Day, Instant, OfficerId } from '../../../../services/words.ts'

const idOf = ({ aadObjectId }: { aadObjectId: string }) => OfficerId.parse(aadObjectId)
export const OFFICER = idOf(people.marieke)
export const DEPUTY = idOf(people.joost)
export const HEAD = idOf(people.ellen)
export const INTEGRITY = idOf(people.nadia)
export const FG = idOf(people.thomas)
export const NEW = idOf(people.fatima)

/** A Tuesday. */
export const TODAY = Day.parse('2026-11-24')
export const NOW = Instant.parse('2026-11-24T09:00:00.000Z')
export const day = (text: string): Day => Day.parse(text)

const { mailbox: _none, ...plain } = localMunicipality('https://smba.example/')
export const FILE: Municipality = Municipality.parse({
  ...plain,
  integrity: { ...plain.integrity, id: INTEGRITY },
  dpo: { name: 'Thomas Meijer', phone: '088-000 00 07', email: 'fg@voorbeeldstad.example', id: FG },
})

/** A change in the days of the rota or of leave. */
export const span = (from: string, until = from) => ({ from: day(from), until: day(until) })

/** The municipality after these changes, whoever asked for them. */
export const changedBy = (changes: readonly Change[], from: Municipality = FILE): Municipality =>
  changes.reduce((it, change) => withSettings(it, applied(settingsOf(it), change, TODAY)), from)

export const person = (
  id: OfficerId,
  role: 'officer' | 'deputy' | 'head',
  name = 'Fatima Aydin',
): Change => ({
  what: 'person',
  person: { id, name, role, title: { nl: 'functie', en: 'title' }, phone: '088-000 00 09' },
})

let made = 0
/** A setting at this moment; ids that are drawn in their order. */
export const settingAt = (now: string = NOW, file: Municipality = FILE): Setting => ({
  file,
  now: Instant.parse(now),
  newId: () => {
    made += 1
    return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  },
})

export const first = (file: Municipality = FILE): Kept => firstOf(settingAt(NOW, file)).kept
