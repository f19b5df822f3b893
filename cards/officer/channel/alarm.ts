/**
 * The alarm, in the channel and in the officers' own chats: that somebody may be in danger now. No
 * content.
 */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import { Day, Instant, type Language, type Reference, type SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { KEEP_DAYS } from '../../dangerActions.ts'
import { type Texts, texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { frame, heading, small, submit, text, title } from '../elements.ts'
import { momentsIn } from '../lookups.ts'
import { mentioned } from '../mention.ts'

/**
 * `raised`: an officer says that there is danger now. `writing`: not sent yet. `sent`: there is a signal.
 * `takenBack`: no danger. `expired`: never sent,
 * erased.
 */
export type AlarmState = 'raised' | 'writing' | 'sent' | 'takenBack' | 'expired'

type Alarm = {
  municipality: Municipality
  now: Instant
  /**
   * When the words of danger were written, or the urgency was raised; of an anonymous reporter the day. Not there: it is
   * not known any more.
   */
  at?: Instant | Day | undefined
  /** When it was sent, taken back or erased, in the same way. */
  since?: Instant | Day | undefined
  reference?: Reference | undefined
  signal?: SignalId | undefined
  state: AlarmState
  /** Of what is not sent yet: by which an officer says to have seen it; and when one did. */
  alarm?: string | undefined
  seen?: Instant | undefined
  surface: Surface
  language: Language
  /** In the channel: the officers who are called by name, and so notified. */
  calls?: readonly Officer[]
}

/** The alarm as it now stands. It is mended when more is known, and never taken away. */
export function alarmCard({
  municipality,
  at,
  since,
  reference,
  signal,
  state,
  alarm,
  seen,
  surface,
  language,
  calls = [],
}: Alarm): IAdaptiveCard {
  const {
    channel: { alarm: t },
    words: { open },
  } = texts(language).officer
  const when = (it: Instant | Day): string => {
    const day = Day.safeParse(it)
    return day.success ? dayInWords(day.data, language) : momentsIn(municipality, language)(Instant.parse(it))
  }
  const all: Partial<Record<AlarmState, (moment: string) => string>> = t.since
  const changed = all[state]
  const on = state === 'writing' || state === 'sent' || state === 'raised'
  const called = mentioned(on ? calls : [], surface, language)
  const begun = state === 'raised' ? t.raised : t.writing
  const name = state === 'takenBack' ? t.titleDone : state === 'expired' ? t.titleOver : t.title
  const shown = reference ? `${name} · ${reference}` : name
  const watched = seen ? [text(t.seen.since(when(seen)))] : alarm ? [text(t.seen.ask)] : []
  const sees = state === 'writing' && alarm && !seen ? seenButtons(alarm, surface, t) : []
  const course: Record<AlarmState, CardElement[]> = {
    raised: [heading(t.doNow), text(t.doSent)],
    writing: [text(t.stillWriting), text(t.told112), heading(t.doNow), text(t.doWriting), ...watched],
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
        items: [title(shown), text(at ? begun(when(at)) : t.wrote)],
      },
      ...(called.names === '' ? [] : [text(t.calls(called.names), { weight: 'Bolder' })]),
      ...course[state],
      ...(since && changed ? [small(changed(when(since)))] : []),
      small(t.notHere),
    ],
    actions: signal ? [submit(open, opensDialog(packOfficer('open', { signal }), surface))] : sees,
  })
}

/** That it was seen, and how long it stays from then on. */
const seenButtons = (alarm: string, surface: Surface, t: Texts['officer']['channel']['alarm']) =>
  KEEP_DAYS.map((days) =>
    submit(
      days === 1 ? t.seen.one : t.seen.week,
      opensDialog(packOfficer('seenAlarm', { alarm, days }), surface),
    ),
  )
