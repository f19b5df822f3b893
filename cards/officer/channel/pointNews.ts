/** What the people of the reporting point hear of the reporting point itself, in their own chat: who reads now, and where. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { PointNews } from '../../../services/signal/words.ts'
import type { Language, OfficerId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { frame, submit, text, title } from '../elements.ts'
import { nameOf } from '../lookups.ts'

type News = {
  news: PointNews
  /** Whom it is about, where it is about somebody. */
  about?: OfficerId | undefined
  /** Who answers now. */
  accountable: OfficerId
  municipality: Municipality
  surface: Surface
  language: Language
}

/** One piece of news, and the way to what is open. */
export function pointNewsCard(it: News): IAdaptiveCard {
  const { news, municipality, language, surface } = it
  const {
    channel: { point },
    words: { worklist },
  } = texts(language).officer
  const channel = plain(municipality.channel.name)
  const about = it.about ? nameOf(municipality, it.about, language) : ''
  const stands = point.standsIn(nameOf(municipality, it.accountable, language))
  const lines: Record<PointNews, string[]> = {
    channelGone: [point.channelGone(channel), point.channelMend(channel)],
    channelRefuses: [point.channelRefuses(channel), point.channelAllow(channel)],
    channelBack: [point.channelBack(channel)],
    officerGone:
      it.about === it.accountable ? [point.officerGone(about)] : [point.officerGone(about), stands],
    officerBack: [point.officerBack(about)],
    secretExpires: [point.secretExpires, point.secretRenew],
  }
  return frame({
    language,
    urgent: true,
    speak: point.title[news],
    body: [title(point.title[news]), ...lines[news].map((line) => text(line))],
    actions: [submit(worklist, opensDialog(packOfficer('worklist', {}), surface))],
  })
}
