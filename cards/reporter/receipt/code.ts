/** Anonymous with a code: how the receipt shows it, once, and what is shown to whoever comes back with it. */
import type { IAdaptiveCard, IContainer, ISubmitAction } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { nextTerm } from '../../../services/signal/reading/clocks.ts'
import { stateTold } from '../../../services/signal/reading/happened.ts'
import { toldOfRoutes } from '../../../services/signal/reading/toldRoutes.ts'
import type { ReporterMessage, SignalRecord, Waiting } from '../../../services/signal/record.ts'
import type { Instant, Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { type Texts, texts } from '../../texts/index.ts'
import { dateInWords, dayInWords, momentInWords } from '../../when.ts'
import {
  announced,
  aside,
  bareButton,
  card,
  common,
  type Element,
  heading,
  lines,
  say,
  subheading,
} from '../elements.ts'

/** The code itself, to be shown once, or that its owner has it. `draft`: the draft whose code its owner says to have kept. */
export type ShownCode = { text: string; draft: SignalId } | 'saved'

/** The code, large, and how to use it. */
export function codeLines(shown: ShownCode, language: Language): Element[] {
  const t = texts(language).reporter.code
  if (shown === 'saved') return lines([t.saved, t.use])
  const box: IContainer = {
    type: 'Container',
    style: 'emphasis',
    items: [
      say(t.title, { weight: 'Bolder' }),
      say(shown.text, { size: 'ExtraLarge', weight: 'Bolder', fontType: 'Monospace', spacing: 'Small' }),
    ],
  }
  return [box, ...lines([t.keep, t.use, t.press])]
}

/** The button that says that the code was kept. */
export function codeButtons(shown: ShownCode, language: Language): ISubmitAction[] {
  if (shown === 'saved') return []
  const { save } = texts(language).reporter.code
  return [bareButton(save, packReporter('codeSaved', { draft: shown.draft }), { style: 'positive' })]
}

/** What was typed looks like a code and leads nowhere: why, and that it may have been something else. */
export function notCodeCard({ text, language }: { text: string; language: Language }): IAdaptiveCard {
  const { notCode } = texts(language).reporter.code
  return card(
    language,
    text,
    [...announced(text), say(notCode.about)],
    [bareButton(notCode.button, packReporter('notCode', {}))],
  )
}

type Back = {
  record: SignalRecord
  waiting: readonly Waiting[]
  /** How many of them are shown below this card. */
  below: number
  minutes: number
  municipality: Municipality
  now: Instant
  language: Language
}

/** As many as are named with their day. */
const MOST_NAMED = 20

/** How it stands, what waits, and what can be done. Not a word of what was reported. */
export function backCard({
  record,
  waiting,
  below,
  minutes,
  municipality,
  now,
  language,
}: Back): IAdaptiveCard {
  const { reporter, shared } = texts(language)
  const { code, mine, button: titles } = reporter
  const { back } = code
  const open = record.state !== 'closed'
  const next = nextTerm(record, now)
  const since = mine.since(dateInWords(record.receivedAt, municipality.zone, language))
  const named = waiting.slice(-MOST_NAMED)
  const name = `${record.reference}, ${shared.kind[record.kind]}`
  const isAnswered = (message: ReporterMessage): boolean =>
    message.about === 'question' &&
    record.questions.some(({ id, answer }) => id === message.question && answer !== undefined)
  const body: Element[] = [
    heading(name),
    say(mine.state[stateTold(record)]),
    ...toldOfRoutes(record, now, municipality).map((each) =>
      say(reporter.routes.mine[each], { spacing: 'Small' }),
    ),
    say([since, ...(next ? [mine.next(momentInWords(next, municipality.zone, language))] : [])].join('. '), {
      spacing: 'Small',
      isSubtle: true,
    }),
    subheading(back.where),
    ...(named.length === 0
      ? [say(back.nothing)]
      : lines(
          named.map(({ day, message }) =>
            back.line(dayInWords(day, language), isAnswered(message) ? back.answered : whatOf(message, back)),
          ),
        )),
    ...(below > 0 ? [say(back.open(below))] : []),
    ...(waiting.filter(({ message }) => message.about !== 'received').length > below
      ? [say(back.older(municipality.phone))]
      : []),
    say(back.remove, { weight: 'Bolder' }),
    aside(back.minutes(minutes)),
  ]
  return card(language, name, body, [
    ...(open
      ? [
          common.addTo(language, record.id),
          bareButton(titles.withdraw, packReporter('withdraw', { signal: record.id })),
        ]
      : []),
    bareButton(back.done, packReporter('codeDone', {})),
  ])
}

/** What a message is about, in a few words; how a consultation goes on is its choice. */
function whatOf(message: ReporterMessage, { what, choice }: Texts['reporter']['code']['back']): string {
  return message.about === 'consultationEnded' ? choice[message.choice] : what[message.about]
}
