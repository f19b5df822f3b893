/** That an officer saw an alarm of what is not sent yet, and until when it stays; or that it is there no more. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Instant, Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { frame, text, title } from '../elements.ts'
import { momentsIn } from '../lookups.ts'

type Seen = {
  municipality: Municipality
  /** Until when it stays where it is not sent; undefined: sent, taken back or thrown away meanwhile. */
  until: Instant | undefined
  language: Language
}

/** The answer to *Seen*. */
export function alarmSeenCard({ municipality, until, language }: Seen): IAdaptiveCard {
  const { alarm } = texts(language).officer.channel
  const said = until ? alarm.seen.until(momentsIn(municipality, language)(until)) : alarm.seen.over
  return frame({ language, speak: alarm.seen.title, body: [title(alarm.seen.title), text(said)] })
}
