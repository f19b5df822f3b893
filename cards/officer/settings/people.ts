/** Who reads: now and in the weeks ahead, who is away, the rota, and everybody of the reporting point. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { readersAhead } from '../../../services/municipality/settings/ahead.ts'
import type { Day, Language } from '../../../services/words.ts'
import { withWhom } from '../../buttonNames.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { buttons, frame, section, small, text, title, top } from '../elements.ts'
import { spanInWords, whoIs } from './values.ts'
import { atOnce, backToAll, type SettingsShown, toForm, toPreview } from './view.ts'

/** As many turns and absences as one page shows; later ones stand there when these are over. */
const MOST_SPANS = 12

/** Who reads in the weeks ahead, with the days that nobody planned said in words. */
export function aheadLines(municipality: Municipality, today: Day, language: Language): CardElement[] {
  const { people } = texts(language).officer.settings
  return readersAhead(municipality, today).map(({ from, until, officer, planned }) => {
    const said = planned ? people.reads : people.unplanned
    const words = said(spanInWords(from, until, language), whoIs(officer, [municipality], language))
    return planned
      ? text(words, { spacing: 'Small' })
      : text(words, { spacing: 'Small', color: 'Attention', weight: 'Bolder' })
  })
}

/** The page. */
export function peopleCard(it: SettingsShown): IAdaptiveCard {
  const { municipality, today, language, viewer } = it
  const t = texts(language).officer.settings
  const { officers, rota, leave = [] } = municipality
  const who = (id: (typeof rota)[number]['officer']) => whoIs(id, [municipality], language)
  const gone = leave.filter(({ until }) => today <= until).slice(0, MOST_SPANS)
  const turns = rota.filter(({ until }) => today <= until).slice(0, MOST_SPANS)
  const editNames = withWhom(
    t.people.edit,
    officers.map(({ name }) => plain(name)),
  )
  const dropNames = withWhom(
    t.people.remove,
    officers.map(({ name }) => plain(name)),
  )
  const isAway = gone.some(({ officer, from }) => officer === viewer && from <= today)
  return frame({
    language,
    speak: t.pages.people,
    body: [
      ...top(it),
      title(t.pages.people),
      ...section(t.people.ahead, aheadLines(municipality, today, language)),
      ...section(t.people.away, [
        ...(gone.length === 0 ? [text(t.people.nobodyAway)] : []),
        ...gone.flatMap(({ officer, from, until }) => [
          text(t.people.spanOf(who(officer), spanInWords(from, until, language)), { spacing: 'Small' }),
          ...(officer === viewer
            ? []
            : buttons(
                toPreview(
                  it,
                  withWhom(t.people.isBack, [who(officer)])[0] ?? t.people.isBack,
                  'back',
                  officer,
                ),
              )),
        ]),
        ...buttons(
          isAway ? atOnce(it, t.people.iAmBack, 'back', viewer) : toForm(t.people.iAmAway, 'away', viewer),
          toForm(t.people.otherAway, 'away'),
        ),
      ]),
      ...section(t.people.turns, [
        ...(turns.length === 0 ? [text(t.people.noTurns)] : []),
        ...turns.flatMap(({ officer, from, until }) => [
          text(t.people.spanOf(who(officer), spanInWords(from, until, language)), { spacing: 'Small' }),
          ...buttons(toPreview(it, t.people.dropTurn, 'noTurn', `${officer}|${from}|${until}`)),
        ]),
        ...buttons(toForm(t.people.addTurn, 'turn')),
      ]),
      ...section(t.people.team, [
        ...officers.flatMap(({ id, name, role, phone }, at) => [
          text(t.people.person(plain(name), t.roles[role]), { weight: 'Bolder', spacing: 'Medium' }),
          small(plain(phone)),
          ...buttons(
            toForm(editNames[at] ?? t.people.edit, 'person', id),
            toPreview(it, dropNames[at] ?? t.people.remove, 'noPerson', id),
          ),
        ]),
        ...buttons(toForm(t.people.add, 'person')),
      ]),
    ],
    actions: [backToAll(language)],
  })
}
