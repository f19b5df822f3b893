/**
 * The alarm, in the channel and in the officers' own chats: that somebody may be in danger now. No
 * content.
 */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import type { Instant, Language, Reference, SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, heading, small, submit, text, title } from '../elements.ts'
import { momentsIn } from '../lookups.ts'
import { mentioned } from '../mention.ts'

/**
 * `raised`: an officer says that there is danger now. `writing`: not sent yet. `sent`: there is a signal. `takenBack`: no danger. `expired`: never sent,
 * erased.
 */
export type AlarmState = 'raised' | 'writing' | 'sent' | 'takenBack' | 'expired'

type Alarm = {
  municipality: Municipality
  now: Instant
  /** When the words of danger were written, or the urgency was raised. */
  at: Instant
  reference?: Reference | undefined
  signal?: SignalId | undefined
  state: AlarmState
  surface: Surface
  language: Language
  /** In the channel: the officers who are called by name, and so notified. */
  calls?: readonly Officer[]
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
  calls = [],
}: Alarm): IAdaptiveCard {
  const {
    channel: { alarm: t },
    words: { open },
  } = texts(language).officer
  const on = state === 'writing' || state === 'sent' || state === 'raised'
  const called = mentioned(on ? calls : [], surface, language)
  const moment = momentsIn(municipality, language)(at)
  const name = state === 'takenBack' ? t.titleDone : state === 'expired' ? t.titleOver : t.title
  const shown = reference ? `${name} · ${reference}` : name
  const course: Record<AlarmState, CardElement[]> = {
    raised: [heading(t.doNow), text(t.doSent)],
    writing: [text(t.stillWriting), text(t.told112), heading(t.doNow), text(t.doWriting)],
    sent: [text(t.sent, { weight: 'Bolder' }), text(t.told112), heading(t.doNow), text(t.doSent)],
    takenBack: [text(signal ? t.takenBack : t.takenBackWriting)],
    expired: [text(t.expired)],
  }
  return frame({
    language,
    urgent: true,
    mentions: called.entities,
    speak: on ? t.speak : name,
    body: [
      {
        type: 'Container',
        ...(on ? { style: 'attention' as const, bleed: true } : {}),
        items: [title(shown), text(state === 'raised' ? t.raised(moment) : t.writing(moment))],
      },
      ...(called.names === '' ? [] : [text(t.calls(called.names), { weight: 'Bolder' })]),
      ...course[state],
      small(t.notHere),
    ],
    actions: signal ? [submit(open, opensDialog(packOfficer('open', { signal }), surface))] : [],
  })
}
