/**
 * What a partner said whose answers are sealed: sealed before it becomes a command, so that no rule and no record ever has
 * it in the open; and opened, for one page, after the look was recorded (I.14).
 */
import { sealedCard } from '../../cards/officer/case/sealed.ts'
import { linkWords } from '../../services/handover/link/words.ts'
import type { OfficerDeed } from '../../services/signal/command.ts'
import { seals } from '../../services/signal/reading/sealed.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { AnswerWords } from '../../services/signal/sealedAnswer.ts'
import { SIX_TEXTS } from '../../services/signal/sixQuestions.ts'
import { openAnswer, sealAnswer } from '../../services/vault/answers.ts'
import { dossierView, type OfficerTurn, type View } from './view.ts'

type Said = OfficerDeed<'partnerAnswered'> | OfficerDeed<'received'>

/** The deed as it came; of a partner whose answers are sealed with its words sealed, and none in the open. */
export function withSealed<D extends Said>({ app, turn }: OfficerTurn, record: SignalRecord, deed: D): D {
  const { municipality } = turn
  const route = record.routes.find(({ id }) => id === deed.route)
  if (!route || !seals(municipality, route)) return deed
  const { text, contact, theirNumber, mayTell, mustNot } = deed
  const open = {
    text: '',
    contact: undefined,
    theirNumber: undefined,
    mayTell: undefined,
    mustNot: undefined,
  }
  const answers = SIX_TEXTS.filter((field) => deed[field]?.trim())
  if (text.trim() === '' && answers.length === 0) return { ...deed, ...open }
  const words: AnswerWords = { text, contact, theirNumber, mayTell, mustNot }
  const at = { municipality: municipality.id, signal: record.id, route: route.id }
  return { ...deed, ...open, sealedWords: { sealed: sealAnswer(app.keys, at, words), answers } }
}

/** What a link said is confirmed: of a partner whose answers are sealed with those words sealed, too. */
export function linkWordsSealed(
  desk: OfficerTurn,
  record: SignalRecord,
  deed: OfficerDeed<'confirmLinkAnswer'>,
): OfficerDeed<'confirmLinkAnswer'> {
  const { app, turn } = desk
  const { municipality } = turn
  const route = record.routes.find(({ id }) => id === deed.route)
  const said = route?.fromLink?.find(({ id }) => id === deed.answer)
  if (!route || !said || deed.as === 'aside' || !seals(municipality, route)) return deed
  const text = linkWords(said, municipality.language)
  if (text.trim() === '') return deed
  const at = { municipality: municipality.id, signal: record.id, route: route.id }
  return { ...deed, sealedWords: { sealed: sealAnswer(app.keys, at, { text }), answers: [] } }
}

/** What is sealed on this route, shown to the one whose look was recorded just now. */
export function sealedView(desk: OfficerTurn, record: SignalRecord, route: string, notice?: string): View {
  const { app, turn, language, officer } = desk
  const { municipality } = turn
  const found = record.routes.find(({ id }) => id === route)
  if (!found || found.sealedLooks?.at(-1)?.by !== officer) return dossierView(desk, record)
  const at = { municipality: municipality.id, signal: record.id, route: found.id }
  const opened = (found.sealedAnswers ?? []).map((answer) => ({
    answer,
    words: openAnswer(app.keys, at, answer.sealed),
  }))
  const card = sealedCard({ record, route: found, opened, municipality, language, notice })
  return { title: record.reference, card }
}
