/** The first card: what this is, who reads it, and the ways on. */
import type { IAdaptiveCard, IColumnSet } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import type { Language } from '../../../services/words.ts'
import { packOfficer, packReporter } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import {
  alert,
  bareButton,
  card,
  common,
  type Element,
  heading,
  type Readers,
  readerOf,
  say,
} from '../elements.ts'

type Welcome = Readers & {
  municipality: Municipality
  /** The reader works at the reporting point, and can go to the worklist from here. */
  worksHere?: boolean
  language: Language
}

/** Welcome. Short enough to be read at a counter. */
export function welcomeCard({
  municipality,
  accountable,
  deputy,
  worksHere = false,
  language,
}: Welcome): IAdaptiveCard {
  const { reporter, shared, officer } = texts(language)
  const { welcome, button } = reporter
  const reader = readerOf(accountable, language)
  const who = municipality.point?.nobody
    ? [say(welcome.nobody(municipality.phone), { weight: 'Bolder' })]
    : [
        say(welcome.reader(reader)),
        ...(deputy ? [say(welcome.deputy(readerOf(deputy, language)), { spacing: 'None' })] : []),
      ]
  const other = language === 'nl' ? 'en' : 'nl'
  const body: Element[] = [
    alert(welcome.danger),
    titleRow(shared.app, button.language, packReporter('language', { language: other })),
    say(welcome.hello, { spacing: 'Small' }),
    ...(accountable.photo && !municipality.point?.nobody
      ? [portrait(accountable, accountable.photo, language, who)]
      : who),
    say(welcome.write),
    say(welcome.colleague(reader.name)),
    say(welcome.call(municipality.phone)),
    say(welcome.choose, { weight: 'Bolder' }),
  ]
  return card(language, `${welcome.hello} ${welcome.danger}`, body, [
    common.report(language),
    common.consult(language),
    bareButton(button.how, packReporter('how', {})),
    bareButton(button.colleague, packReporter('colleague', {})),
    ...(worksHere ? [bareButton(officer.words.worklist, packOfficer('worklist', {}))] : []),
  ])
}

/** The name of the bot, and small beside it the other language. */
function titleRow(title: string, language: string, data: Record<string, unknown>): IColumnSet {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'stretch', items: [heading(title)] },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Center',
        selectAction: bareButton(language, data),
        items: [say(language, { color: 'Accent', size: 'Small' })],
      },
    ],
  }
}

/** A129: a face with the name, where there is one. */
function portrait(officer: Officer, photo: string, language: Language, beside: Element[]): IColumnSet {
  const altText = texts(language).reporter.welcome.photo(officer.name)
  return {
    type: 'ColumnSet',
    columns: [
      {
        type: 'Column',
        width: 'auto',
        items: [{ type: 'Image', url: photo, altText, size: 'Small', style: 'Person' }],
      },
      { type: 'Column', width: 'stretch', verticalContentAlignment: 'Center', items: beside },
    ],
  }
}
