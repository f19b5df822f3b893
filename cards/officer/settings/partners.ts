/** The partners: by which ways they are reached, whom to ask for, and when somebody last looked whether it is right. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Partner } from '../../../services/municipality/municipality.ts'
import { isStale } from '../../../services/municipality/settings/ahead.ts'
import { withWhom } from '../../buttonNames.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, frame, small, text, title, top } from '../elements.ts'
import { valueInWords } from './values.ts'
import { atOnce, backToAll, type SettingsShown, toForm, toPage, toPreview } from './view.ts'

/** As many as one card shows, each with its buttons. */
const MOST_PARTNERS = 10

/** A page of them, those that were not looked at for a year first. */
export function partnersCard(it: SettingsShown & { part?: number | undefined }): IAdaptiveCard {
  const { municipality, today, language, part = 1 } = it
  const t = texts(language).officer.settings
  const rank = (partner: Partner) => (partner.ended ? 2 : isStale(partner, today) ? 0 : 1)
  const all = [...municipality.partners].sort((a, b) => rank(a) - rank(b))
  const parts = Math.max(1, Math.ceil(all.length / MOST_PARTNERS))
  const at = Math.min(part, parts)
  const shown = all.slice((at - 1) * MOST_PARTNERS, at * MOST_PARTNERS)
  const names = shown.map(({ name }) => plain(name[language]))
  const titles = {
    edit: withWhom(t.partners.edit, names),
    end: withWhom(t.partners.end, names),
    use: withWhom(t.partners.use, names),
    verify: withWhom(t.partners.verify, names),
  }
  const row = (partner: Partner, n: number): CardElement[] => {
    const { id, ended, verified, ways = [] } = partner
    const day = dayInWords(verified, language)
    const stale = isStale(partner, today)
    const looked = stale
      ? text(t.partners.stale(day), { color: 'Attention', weight: 'Bolder', spacing: 'Small' })
      : small(t.partners.verified(day))
    const reached = ways.map((way) => valueInWords('ways', way, [municipality], language)).join(' · ')
    return [
      text(names[n] ?? '', { weight: 'Bolder', spacing: 'Medium', separator: true }),
      ...(ended
        ? [small(t.partners.ended(dayInWords(ended, language)))]
        : [looked, small(reached === '' ? t.partners.noWays : reached)]),
      ...buttons(
        ...(ended
          ? [atOnce(it, titles.use[n] ?? t.partners.use, 'usePartner', id)]
          : [
              ...(stale ? [atOnce(it, titles.verify[n] ?? t.partners.verify, 'verified', id)] : []),
              toForm(titles.edit[n] ?? t.partners.edit, 'partner', id),
              toPreview(it, titles.end[n] ?? t.partners.end, 'endPartner', id),
            ]),
      ),
    ]
  }
  const left = all.length - at * MOST_PARTNERS
  return frame({
    language,
    speak: t.pages.partners,
    body: [
      ...top(it),
      title(t.pages.partners),
      text(t.partners.about),
      ...shown.flatMap(row),
      ...(left > 0 ? [small(t.partners.more(left))] : []),
    ],
    actions: [
      ...(left > 0 ? [toPage(t.partners.next, 'partners', at + 1)] : []),
      toForm(t.partners.add, 'partner'),
      backToAll(language),
    ],
  })
}
