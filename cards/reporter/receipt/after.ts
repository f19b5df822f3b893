/** Questions after a first sending (A032, I.17): never before it, and every one may be skipped. */
import type { AskedAfter } from '../../../services/signal/words.ts'
import type { Language, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { MOST_ASKED } from '../../talkActions.ts'
import { texts } from '../../texts/index.ts'
import { MOST_FIELD } from '../draft/form.ts'
import { aside, button, buttons, type Element, lines, subheading } from '../elements.ts'

export type After = {
  asked: readonly AskedAfter[]
  /** What the person may ask whom it is about, with the limits of that (domain D9, A019, A023). */
  harmless?: { questions: readonly string[]; guardrail: string } | undefined
}

/** The fields, and their button; below it what may be asked of others. */
export function afterPart({ asked, harmless }: After, signal: SignalId, language: Language): Element[] {
  const { after: t } = texts(language).reporter.talk
  const shown = asked.slice(0, MOST_ASKED)
  if (shown.length === 0) return []
  const data = packReporter<'after', 'after1' | 'after2' | 'after3'>('after', { signal, asked: [...shown] })
  return [
    subheading(t.title),
    ...shown.map(
      (each, at): Element => ({
        type: 'Input.Text',
        id: `after${at + 1}`,
        label: t.question[each],
        isMultiline: true,
        maxLength: MOST_FIELD,
      }),
    ),
    buttons(button(t.send, data)),
    ...(harmless
      ? [
          subheading(t.harmless),
          ...lines(harmless.questions.map((each) => `- ${each}`)),
          aside(harmless.guardrail),
        ]
      : []),
  ]
}
