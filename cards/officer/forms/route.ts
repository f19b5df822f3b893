/** The forms of one route beside its answer: our answer to a question, and stopping. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { partnerOf } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { LEAST_ASKED, turnOf } from '../../../services/signal/reading/routes.ts'
import { mayGiveUp, stepsLeft } from '../../../services/signal/reading/silence.ts'
import type { Route } from '../../../services/signal/record.ts'
import type { Day, Instant } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { area, date, MOST_REASON, reasonField, small, submit } from '../elements.ts'
import { fitted } from '../fit.ts'
import { routeName } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'
import { sealedAbout } from './sixFields.ts'

type OfRoute<Values> = PageOf<Values> & { route: Route; now: Instant }

/** Is a ground configured for the partner of this route? Then handing over is one press. */
export const hasBasis = (
  { municipality }: Pick<PageOf<unknown>, 'municipality'>,
  { partner }: Route,
): boolean => Boolean(partnerOf(municipality, partner)?.basis?.[municipality.language])

/** What was answered to a question of the partner; nothing when none waits. */
export function answerPartnerCard(it: OfRoute<{ text: string; again: Day }>): IAdaptiveCard | undefined {
  const { route, municipality, language, values, now } = it
  if (turnOf(route).turn !== 'officer') return undefined
  const t = texts(language).officer.follow.answerPartner
  return form({
    ...it,
    name: t.title(routeName(municipality, route, language)),
    about: t.about,
    body: [
      ...sealedAbout(it),
      ...(route.answer ? fitted(route.answer.note, 1_000, language) : []),
      area({
        id: 'text',
        label: t.text,
        missing: t.missing,
        most: MOST_REASON,
        value: values?.text,
        language,
      }),
      date({ id: 'again', label: t.again, min: dayOf(now, municipality), value: values?.again }),
    ],
    send: submit(
      t.send,
      packOfficer<'answerPartner', 'text' | 'again'>('answerPartner', { ...onCase(it), route: route.id }),
      { style: 'positive' },
    ),
  })
}

/** Ends it without an answer; nothing where it is not the partner's turn. */
export function giveUpCard(it: OfRoute<{ text: string; reason: string }>): IAdaptiveCard | undefined {
  const { route, municipality, language, values } = it
  if (turnOf(route).turn !== 'partner') return undefined
  const t = texts(language).officer.follow.giveUp
  const name = t.title(routeName(municipality, route, language))
  if (!mayGiveUp(route, municipality)) {
    const [left] = stepsLeft(route, municipality)
    const steps = left?.who ? [small(t.askFirst(plain(left.who)))] : []
    return form({ ...it, name, about: t.about, body: [small(t.tooEarly(LEAST_ASKED)), ...steps] })
  }
  return form({
    ...it,
    name,
    about: t.about,
    body: [
      area({
        id: 'text',
        label: t.escalated,
        hint: t.escalatedHint,
        missing: t.escalatedMissing,
        most: MOST_REASON,
        value: values?.text,
        language,
      }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(
      t.send,
      packOfficer<'giveUpRoute', 'text' | 'reason'>('giveUpRoute', { ...onCase(it), route: route.id }),
    ),
  })
}
