/** The first page of the settings: who reads now, what waits for a second person, and the ways to all the rest. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { readersAhead } from '../../../services/municipality/settings/ahead.ts'
import { packOfficer } from '../../actions.ts'
import type { SettingsPage } from '../../settingsActions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, frame, leave, small, text, title, top } from '../elements.ts'
import { momentsIn } from '../lookups.ts'
import { type ProposalShown, proposalParts } from './proposals.ts'
import { fieldInWords, whoIs } from './values.ts'
import { atOnce, type SettingsShown, toForm, toPage } from './view.ts'

type All = SettingsShown & {
  proposals: readonly ProposalShown[]
  /** Fields of which the file says something else since. */
  fileLeft: readonly string[]
}

const PAGES = [
  'people',
  'partners',
  'rest',
  'sentences',
  'history',
] as const satisfies readonly SettingsPage[]

/** The page. */
export function settingsCard(it: All): IAdaptiveCard {
  const { municipality, kept, language, today, viewer } = it
  const t = texts(language).officer
  const s = t.settings
  const moment = momentsIn(municipality, language)
  const [first] = readersAhead(municipality, today)
  const away = municipality.leave?.some((l) => l.officer === viewer && l.from <= today && today <= l.until)
  const left = it.fileLeft.map((field) => fieldInWords({ field }, [municipality], language)).join(', ')
  return frame({
    language,
    speak: s.title,
    body: [
      ...top(it),
      title(s.title),
      text(s.about),
      ...(kept && kept.by !== 'file'
        ? [small(s.version(kept.version, whoIs(kept.by, [municipality], language), moment(kept.at)))]
        : [small(s.versionFile(kept?.version ?? 1))]),
      ...(left === '' ? [] : [text(s.fileLeft(left), { color: 'Attention' })]),
      ...(first
        ? [
            text(
              s.people.now(whoIs(first.officer, [municipality], language), dayInWords(first.until, language)),
              { weight: 'Bolder' },
            ),
          ]
        : []),
      ...buttons(
        away ? atOnce(it, s.people.iAmBack, 'back', viewer) : toForm(s.people.iAmAway, 'away', viewer),
      ),
      ...proposalParts(it, it.proposals),
      ...buttons(...PAGES.map((page) => toPage(s.pages[page], page))),
    ],
    actions: [
      ...(municipality.trial ? [leave(t.firstRun.back, packOfficer('firstRun', {}))] : []),
      leave(t.words.worklist, packOfficer('worklist', {})),
    ],
  })
}
