/** What a reporter looks at before sending: numbers that were hidden, and words that give away who wrote them. */
import type { IChoiceSetInput } from '@microsoft/teams.cards'
import type { Draft } from '../../../services/draft/chat.ts'
import { type DraftMark, draftMarks } from '../../../services/draft/texts.ts'
import type { Language } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { excerpt, plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { aside, bareButton, button, buttons, type Element, lines, say, subheading } from '../elements.ts'

/** Words that give somebody away, what could stand there, and by which they are known when a button is pressed. */
export type Pointed = { readonly words: string; readonly vaguer: string; readonly which: string }

/** How many are shown, and how much of one. */
const MOST_MARKS = 20
const MOST_WORDS = 80
/** How much of a text stands around a mark to know it by. */
const AROUND = 24

/** The numbers that were hidden in a draft, and how to get a wrong one back; nothing where there is none. */
export function hiddenPart(draft: Draft, language: Language): Element[] {
  const marks = draftMarks(draft)
  if (marks.length === 0) return []
  const { bsn } = texts(language).reporter.draft
  const notice = [say(bsn.hidden(marks.length), { weight: 'Bolder' }), aside(bsn.yours)]
  if (marks.length === 1) {
    return [...notice, buttons(bareButton(bsn.undo, packReporter('notBsn', { draft: draft.id, which: '0' })))]
  }
  const shown = marks.slice(0, MOST_MARKS)
  const places = lines(shown.map((mark, at) => `${bsn.one(at + 1)}: ${around(mark)}`))
  const which: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'which',
    label: bsn.which,
    style: 'compact',
    value: '0',
    choices: [
      ...shown.map((_, at) => ({ title: bsn.one(at + 1), value: String(at) })),
      { title: bsn.all, value: 'all' },
    ],
  }
  const undo = button(bsn.undo, packReporter<'notBsn', 'which'>('notBsn', { draft: draft.id }))
  return [...notice, ...places, which, buttons(undo)]
}

/** A mark with the words around it, on one line. */
function around({ text, at, length }: DraftMark): string {
  const before = text.slice(Math.max(0, at - AROUND), at)
  const after = text.slice(at + length, at + length + AROUND)
  const cut = (more: boolean) => (more ? '…' : '')
  const words = `${cut(at > AROUND)}${before}${text.slice(at, at + length)}${after}`
  return plain(`${words}${cut(at + length + AROUND < text.length)}`.replace(/\s+/g, ' ').trim())
}

/** What gives its writer away, one at a time with a vaguer proposal; leaving it is as easy as taking it. */
export function betrayPart(draft: Draft, pointed: readonly Pointed[], language: Language): Element[] {
  const [shown] = pointed
  if (!shown) return []
  const { betray } = texts(language).reporter.draft
  const left = pointed.length - 1
  const short = (words: string): string => plain(excerpt(words, MOST_WORDS).shown.replace(/\s+/g, ' '))
  const of = { draft: draft.id, which: shown.which }
  return [
    subheading(betray.title),
    ...lines([
      betray.line(short(shown.words), short(shown.vaguer)),
      ...(left > 0 ? [betray.more(left)] : []),
    ]),
    buttons(
      bareButton(betray.one, packReporter('vaguer', of)),
      bareButton(betray.leave, packReporter('letStand', of)),
      ...(left > 0
        ? [
            bareButton(betray.next, packReporter('nextWords', of)),
            bareButton(betray.all, packReporter('vaguer', { draft: draft.id })),
          ]
        : []),
    ),
    aside(betray.about),
  ]
}
