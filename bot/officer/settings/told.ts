/** News of the settings, told to somebody in their own chat: what changed and who did, and the way to it. */
import { settingsNewsCard } from '../../../cards/officer/settings/news.ts'
import { waitingText } from '../../../cards/reporter/news/message.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SettingsNotice } from '../../../services/municipality/settings/kept.ts'
import type { Outside } from '../../app/ports.ts'
import type { OfficerChats } from '../../teams/officerChats.ts'

/** Tells one piece of news once. Did it arrive? */
export async function tellSettings(
  outside: Outside,
  chats: OfficerChats,
  municipality: Municipality,
  notice: SettingsNotice,
): Promise<boolean> {
  const { language } = municipality
  const card = settingsNewsCard({ notice, municipality, surface: outside.surface, language })
  const sent = await chats.post(municipality, notice.to, { card, notify: waitingText(language) })
  return !('failed' in sent)
}
