/** Help for a possible victim that is still to be arranged: how it stands, whose it is, and by which day. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { openHelp } from '../../../services/signal/reading/help.ts'
import { ownerId, ownersOf } from '../../../services/signal/reading/helpOwners.ts'
import { HelpDone } from '../../../services/signal/words.ts'
import type { Day, Instant, Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { area, choose, date, MOST_REASON, small, submit } from '../elements.ts'
import { ownerName } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'

type Values = { how: HelpDone | 'later'; text: string; helpOwner: string; helpBy: Day }

/** Who sees to it and by which day, as two fields. */
export function ownerFields(it: {
  municipality: Municipality
  language: Language
  now: Instant
  owner: string | undefined
  by: string | undefined
}): CardElement[] {
  const { municipality, language, now } = it
  const t = texts(language).officer.follow.help
  return [
    choose({
      id: 'helpOwner',
      label: t.owner,
      missing: t.ownerMissing,
      style: 'compact',
      choices: ownersOf(municipality).map(({ id, owner }) => [id, ownerName(municipality, owner, language)]),
      value: it.owner,
    }),
    date({ id: 'helpBy', label: t.by, missing: t.byMissing, min: dayOf(now, municipality), value: it.by }),
  ]
}

/** How the help stands; nothing to fill in when none is open. */
export function helpCard(it: PageOf<Values> & { now: Instant }): IAdaptiveCard {
  const { record, municipality, language, values, now } = it
  const t = texts(language).officer.follow.help
  const open = openHelp(record, municipality)
  if (!open) return form({ ...it, name: t.title, about: t.none, body: [] })
  const today = dayOf(now, municipality)
  // A day that went by cannot be chosen again: then it has to be chosen anew.
  const by = values?.helpBy ?? (open.until >= today ? open.until : undefined)
  return form({
    ...it,
    name: t.title,
    about: t.about(ownerName(municipality, open.owner, language), dayInWords(open.until, language)),
    body: [
      small(t.closing),
      choose({
        id: 'how',
        label: t.how,
        missing: t.howMissing,
        choices: [...HelpDone.options, 'later' as const].map((each) => [each, t.choices[each]]),
        value: values?.how,
      }),
      area({ id: 'text', label: t.text, most: MOST_REASON, value: values?.text, language }),
      ...ownerFields({
        municipality,
        language,
        now,
        owner: values?.helpOwner ?? ownerId(open.owner),
        by: by ?? today,
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'help', 'how' | 'text' | 'helpOwner' | 'helpBy'>('help', { ...onCase(it), task: open.id }),
      { style: 'positive' },
    ),
  })
}
