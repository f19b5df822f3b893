/** Which signal goes where (A080): the rules of the municipality in plain words. Nothing of any signal is in it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { type MatrixRow, matrixOf } from '../../../services/routing/matrix.ts'
import type { Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { alert, card, common, type Element, heading, say, subheading } from '../elements.ts'

type Matrix = { municipality: Municipality; language: Language }

/** The rows, each under the signal that it is about. */
export function matrixCard({ municipality, language }: Matrix): IAdaptiveCard {
  const { matrix: t, welcome } = texts(language).reporter
  const body: Element[] = [
    alert(welcome.danger),
    heading(t.title),
    say(t.about),
    ...matrixOf(municipality).flatMap((row) => rowOf(row, language)),
  ]
  return card(language, `${t.title} ${t.about}`, body, [common.report(language), common.consult(language)])
}

function rowOf({ signal, first, also, notFirst }: MatrixRow, language: Language): Element[] {
  const t = texts(language).reporter.matrix
  const list = (names: readonly { nl: string; en: string }[]) =>
    names.map((name) => plain(name[language])).join(', ')
  const not = notFirst.map(({ name, as }) =>
    name === undefined ? t.notFirstAs[as] : t.named(plain(name[language]), t.notFirstAs[as]),
  )
  const lines = [
    first.length > 0 ? t.first(list(first)) : t.nobody,
    ...(also.length > 0 ? [t.also(list(also))] : []),
    ...(not.length > 0 ? [t.notFirst(not.join(', '))] : []),
  ]
  return [subheading(plain(signal[language])), say(lines.join(' '), { spacing: 'Small' })]
}
