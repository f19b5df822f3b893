/** The gallery of the settings: what an officer changes in Teams, what takes two, and what is told of it. */
import { settingsForm } from '../../../cards/officer/settings/forms.ts'
import { historyCard } from '../../../cards/officer/settings/history.ts'
import { initialFields } from '../../../cards/officer/settings/initial.ts'
import { settingsNewsCard } from '../../../cards/officer/settings/news.ts'
import { settingsCard } from '../../../cards/officer/settings/page.ts'
import { partnersCard } from '../../../cards/officer/settings/partners.ts'
import { peopleCard } from '../../../cards/officer/settings/people.ts'
import { previewCard } from '../../../cards/officer/settings/preview.ts'
import { type ProposalShown, proposalsCard } from '../../../cards/officer/settings/proposals.ts'
import { restCard, sentencesCard } from '../../../cards/officer/settings/rest.ts'
import type { SettingsShown } from '../../../cards/officer/settings/view.ts'
import { SettingsKind } from '../../../cards/settingsActions.ts'
import { texts } from '../../../cards/texts/index.ts'
import type { Change } from '../../../services/municipality/settings/change.ts'
import { withSettings } from '../../../services/municipality/settings/fields.ts'
import {
  asked,
  firstOf,
  type Kept,
  SettingsNews,
  wouldBe,
} from '../../../services/municipality/settings/kept.ts'
import { confirmersOf, verdictOf } from '../../../services/municipality/settings/rules.ts'
import { Day, Instant, type Language, OfficerId, PartnerId } from '../../../services/words.ts'
import { people } from '../demo.ts'
import { type Chapter, show } from './chapters.ts'
import { idOf, MARIEKE, municipality, NOW, onCase } from './records.ts'

const TODAY = Day.parse('2026-11-24')
const JOOST = OfficerId.parse(people.joost.aadObjectId)
const setting = { file: municipality, now: NOW, newId: () => idOf(980) }
const day = (text: string): Day => Day.parse(text)

const AWAY: Change = {
  what: 'away',
  officer: MARIEKE,
  from: day('2026-11-24'),
  until: day('2026-11-27'),
  stands: JOOST,
}
const NUMBERS: Change = {
  what: 'numbers',
  phone: municipality.phone,
  onCall: '088-000 00 09',
  ...(municipality.mailbox === undefined ? {} : { mailbox: municipality.mailbox }),
  officeHours: { from: 8, until: 17 },
}
const NEW_READER: Change = {
  what: 'person',
  person: {
    id: OfficerId.parse(people.sanne.aadObjectId),
    name: people.sanne.name,
    role: 'deputy',
    title: { nl: 'vervangend aandachtsfunctionaris', en: 'deputy officer' },
    phone: people.sanne.phone,
  },
}

/** The settings after this, by Marieke. @throws Error when it is refused */
function after(kept: Kept, change: Change, press: string): Kept {
  const done = asked(kept, change, MARIEKE, press, setting)
  if ('refused' in done) throw new Error('The gallery changes a setting that cannot be changed.')
  return done.kept
}

function shown(language: Language) {
  const first = firstOf(setting)
  const changed = after(after(first.kept, AWAY, idOf(981)), NUMBERS, idOf(982))
  const kept = after(changed, NEW_READER, idOf(983))
  const it: SettingsShown = {
    ...onCase(language),
    municipality: withSettings(municipality, kept.settings, kept.version),
    kept,
    today: TODAY,
  }
  const proposals = kept.proposals.map((proposal): ProposalShown => {
    const then = wouldBe(kept, proposal.change, setting)
    return { proposal, changed: 'refused' in then ? [] : then.changed }
  })
  const [away, numbers] = [AWAY, NUMBERS].map((change) => {
    const then = wouldBe(first.kept, change, setting)
    return 'refused' in then ? [] : then.changed
  })
  const version = (number: number, differs: typeof away) => ({
    schema: 1 as const,
    number,
    at: Instant.parse(`2026-11-24T0${number + 6}:00:00.000Z`),
    by: number === 1 ? ('file' as const) : MARIEKE,
    changed: differs ?? [],
    settings: kept.settings,
  })
  const versions = [version(3, numbers), version(2, away), version(1, [])]
  return { it, proposals, versions, plain: { ...it, municipality, kept: undefined } }
}

function preview(it: SettingsShown, change: Change & { what: SettingsKind }) {
  const { kept } = firstOf(setting)
  const then = wouldBe(kept, change, setting)
  if ('refused' in then) throw new Error('The gallery shows a change that cannot be made.')
  const to = withSettings(municipality, then.settings)
  const verdict = verdictOf(municipality, to, MARIEKE, TODAY)
  const about = verdict.may === 'two' ? verdict.about : []
  return {
    ...it,
    municipality,
    kept: undefined,
    kind: change.what,
    fields: {},
    changed: then.changed,
    after: to,
    verdict,
    confirmers: confirmersOf(municipality, { by: MARIEKE, at: NOW, about: [...about] }, NOW),
  }
}

/** The chapter of the settings. */
export function settingsChapter(language: Language): Chapter {
  const { it, proposals, versions, plain } = shown(language)
  const notice = (news: SettingsNews) => ({
    id: idOf(990),
    at: NOW,
    to: JOOST,
    news,
    by: MARIEKE,
    version: 3,
    partners: [PartnerId.parse('wijkteam')],
    tries: 0,
  })
  const t = texts('nl').officer.settings
  const forms = SettingsKind.options.flatMap((kind) => {
    const item = kind === 'person' ? people.joost.aadObjectId : kind === 'partner' ? 'wijkteam' : undefined
    const given = { ...plain, kind, item, fields: initialFields(kind, item, plain) }
    const card = settingsForm(given)
    return card ? [{ of: settingsForm, name: `Wijzig: ${t.kinds[kind]}`, when: 'Na Wijzig.', card }] : []
  })
  return {
    side: 'meldpunt',
    title: 'Instellingen',
    about: 'Wie leest, wie er is, en met wie we werken. Het meldpunt past het zelf aan.',
    cards: [
      show('Instellingen', 'Na Instellingen, op de werklijst.', settingsCard, {
        ...it,
        proposals,
        fileLeft: [],
      }),
      show('Instellingen, nooit aangepast', 'De eerste keer.', settingsCard, {
        ...plain,
        proposals: [],
        fileLeft: ['partners'],
      }),
      show('Wie leest en wie er is', 'Na Wie leest en wie er is.', peopleCard, it),
      show('Organisaties', 'Na Organisaties.', partnersCard, it),
      show('De rest', 'Na Nummers, tijden en termijnen.', restCard, it),
      show('Zinnen voor de melder', 'Na Zinnen.', sentencesCard, it),
      show('Wat er veranderde', 'Na Wat er veranderde.', historyCard, { ...it, versions }),
      show('Ziek gemeld: kijk het na', 'Voor het zo is.', previewCard, preview(it, AWAY)),
      show(
        'Een nieuwe lezer: kijk het na',
        'Daar zijn er twee voor nodig.',
        previewCard,
        preview(it, NEW_READER),
      ),
      {
        of: proposalsCard,
        name: 'Een voorstel',
        when: 'Bij wie ja of nee mag zeggen, ook de integriteitscoördinator en de FG.',
        card: proposalsCard({ ...it, viewer: JOOST }, proposals),
      },
      {
        of: proposalsCard,
        name: 'Geen voorstellen',
        when: 'Als er niets meer wacht.',
        card: proposalsCard(it, []),
      },
      ...forms,
      ...SettingsNews.options.map((news) =>
        show(t.news.titles[news], 'In de eigen chat, als het zo is.', settingsNewsCard, {
          notice: notice(news),
          municipality: it.municipality,
          surface: 'dialog' as const,
          language,
        }),
      ),
    ],
  }
}
