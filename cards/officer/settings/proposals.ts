/** What waits for a second person: what it would change, and the yes or no of whoever may give it. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Difference } from '../../../services/municipality/settings/difference.ts'
import type { Proposal } from '../../../services/municipality/settings/kept.ts'
import { mayConfirm } from '../../../services/municipality/settings/rules.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { buttons, frame, leave, section, small, submit, text, title, top } from '../elements.ts'
import { momentsIn } from '../lookups.ts'
import { differenceLines } from './history.ts'
import { type Names, whoIs } from './values.ts'
import type { SettingsShown } from './view.ts'

/** A proposal, with what it would change by now. */
export type ProposalShown = { proposal: Proposal; changed: readonly Difference[] }

const MOST_FIELDS = 8

/** All of them, as a part of a page; nothing where none waits. */
export function proposalParts(it: SettingsShown, shown: readonly ProposalShown[]): CardElement[] {
  const { municipality, language } = it
  const t = texts(language).officer.settings
  const moment = momentsIn(municipality, language)
  const one = ({ proposal, changed }: ProposalShown): CardElement[] => {
    const { id, by, at, change, why, about } = proposal
    const added = change.what === 'person' ? [change.person] : []
    const names: Names = [municipality, { ...municipality, officers: added }]
    const may = mayConfirm(municipality, proposal, it.viewer, it.now)
    const mine = by === it.viewer
    const { dpo } = municipality
    const late = dpo
      ? t.proposals.escalated(plain(dpo.name), plain(dpo.phone), plain(dpo.email))
      : t.proposals.escalatedNobody
    const answer = (choice: 'confirm' | 'decline') => packOfficer('settingsAnswer', { about: id, choice })
    return [
      text(t.kinds[change.what], { weight: 'Bolder', separator: true, spacing: 'Medium' }),
      small(t.proposals.by(whoIs(by, names, language), moment(at))),
      ...why.map((each) => small(t.preview.why[each])),
      ...(about.length > 0 ? [small(about.map((each) => whoIs(each, names, language)).join(', '))] : []),
      ...changed.slice(0, MOST_FIELDS).flatMap((each) => differenceLines(each, names, language)),
      ...(proposal.escalated ? [text(late, { color: 'Attention', weight: 'Bolder' })] : []),
      ...(may
        ? buttons(
            submit(t.proposals.confirm, answer('confirm'), { associatedInputs: 'none', style: 'positive' }),
            leave(t.proposals.decline, answer('decline')),
          )
        : mine
          ? buttons(leave(t.proposals.takeBack, answer('decline')))
          : [small(t.proposals.notYours)]),
    ]
  }
  return section(t.proposals.title, shown.flatMap(one))
}

/** For somebody who watches over the reporting point and reads nothing of it: the proposals, and nothing else. */
export function proposalsCard(it: SettingsShown, shown: readonly ProposalShown[]): IAdaptiveCard {
  const t = texts(it.language).officer.settings
  return frame({
    language: it.language,
    speak: t.proposals.title,
    body: [
      ...top(it),
      title(t.title),
      text(shown.length === 0 ? t.proposals.none : t.proposals.about),
      ...proposalParts(it, shown),
    ],
  })
}
