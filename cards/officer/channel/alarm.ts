/**
 * The alarm, in the channel and in the officers' own chats: that somebody may be in danger now. No
 * content.
 */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Instant, Language, Reference, SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, heading, small, submit, text, title } from '../elements.ts'
import { momentsIn } from '../lookups.ts'

/**
 * `writing`: not sent yet. `sent`: there is a signal. `takenBack`: no danger. `expired`: never sent,
 * erased.
 */
export type AlarmState = 'writing' | 'sent' | 'takenBack' | 'expired'

type Alarm = {
  municipality: Municipality
  now: Instant
  /** When the words of danger were written. */
  at: Instant
  reference?: Reference | undefined
  signal?: SignalId | undefined
  state: AlarmState
  surface: Surface
  language: Language
}

/** The alarm as it now stands. It is mended when more is known, and never taken away. */
export function alarmCard({
  municipality,
  at,
  reference,
  signal,
  state,
  surface,
  language,
}: Alarm): IAdaptiveCard {
  const {
    channel: { alarm: t },
    words: { open },
  } = texts(language).officer
  const on = state === 'writing' || state === 'sent'
  const name = state === 'takenBack' ? t.titleDone : state === 'expired' ? t.titleOver : t.title
  const shown = reference ? `${name} · ${reference}` : name
  const course: Record<AlarmState, CardElement[]> = {
    writing: [text(t.stillWriting), text(t.told112), heading(t.doNow), text(t.doWriting)],
    sent: [text(t.sent, { weight: 'Bolder' }), text(t.told112), heading(t.doNow), text(t.doSent)],
    takenBack: [text(signal ? t.takenBack : t.takenBackWriting)],
    expired: [text(t.expired)],
  }
  return frame({
    language,
    speak: on ? t.speak : name,
    body: [
      {
        type: 'Container',
        ...(on ? { style: 'attention' as const, bleed: true } : {}),
        items: [title(shown), text(t.writing(momentsIn(municipality, language)(at)))],
      },
      ...course[state],
      small(t.notHere),
    ],
    actions: signal ? [submit(open, opensDialog(packOfficer('open', { signal }), surface))] : [],
  })
}
