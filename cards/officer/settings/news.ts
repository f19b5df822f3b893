/** News of the settings, in the own chat of somebody who must know: what, by whom, and the way to it. No word of any signal. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { readersAhead } from '../../../services/municipality/settings/ahead.ts'
import type { SettingsNotice } from '../../../services/municipality/settings/kept.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { impossible, type Language } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { frame, submit, text, title } from '../elements.ts'
import { partnerName } from '../lookups.ts'
import { spanInWords, whoIs } from './values.ts'

type News = { notice: SettingsNotice; municipality: Municipality; surface: Surface; language: Language }

/** Spans of days ahead that the news tells. */
const MOST_AHEAD = 4
const MOST_PARTNERS = 12

/** One piece of news. */
export function settingsNewsCard({ notice, municipality, surface, language }: News): IAdaptiveCard {
  const t = texts(language).officer.settings
  const name = t.news.titles[notice.news]
  const page = notice.news === 'stale' ? ('partners' as const) : ('all' as const)
  const opened = opensDialog(packOfficer('settings', { page }), surface)
  return frame({
    language,
    urgent: true,
    speak: name,
    body: [title(name), ...linesOf(notice, municipality, language).map((line) => text(line))],
    actions: [submit(t.openPage, opened)],
  })
}

function linesOf(notice: SettingsNotice, municipality: Municipality, language: Language): string[] {
  const t = texts(language).officer.settings.news
  const by = whoIs(notice.by ?? 'file', [municipality], language)
  switch (notice.news) {
    case 'readers': {
      const ahead = readersAhead(municipality, dayOf(notice.at, municipality)).slice(0, MOST_AHEAD)
      const lines = ahead.map(({ from, until, officer }) =>
        t.now(spanInWords(from, until, language), whoIs(officer, [municipality], language)),
      )
      return [t.readers(by), ...lines]
    }
    case 'proposed':
      return [t.proposed(by)]
    case 'escalated': {
      if (notice.to === municipality.dpo?.id) return [t.escalatedDpo(by)]
      const { dpo } = municipality
      const call = dpo ? [t.escalatedCall(plain(dpo.name), plain(dpo.phone), plain(dpo.email))] : []
      return [t.escalated, ...call, t.escalatedFile]
    }
    case 'confirmed':
      return [t.confirmed(by)]
    case 'declined':
      return [t.declined(by)]
    case 'stale':
      return [
        t.stale,
        ...(notice.partners ?? [])
          .slice(0, MOST_PARTNERS)
          .map((id) => plain(partnerName(municipality, id, language))),
      ]
    case 'file':
      return [t.file]
    default:
      return impossible(notice.news)
  }
}
