/** The cards of the first run: the door to it in a chat, and the page with the step that is asked now. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import {
  type FirstRun,
  FirstRunPage,
  type FirstRunStep,
  stepNow,
} from '../../../services/municipality/firstRun.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { PartnerKind, Track } from '../../../services/municipality/partner.ts'
import { publicName } from '../../../services/routing/ruleSet.ts'
import type { Day, Language, OfficerId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { buttons, frame, leave, small, submit, text, title, top } from '../elements.ts'
import { whoIs } from '../settings/values.ts'
import { toForm, toPage } from '../settings/view.ts'

const ORDER: readonly FirstRunStep[] = ['claim', 'confirm', ...FirstRunPage.options, 'test', 'begin']

/** Places that are the same everywhere, with a public number: what a municipality begins with. */
const NATIONAL: readonly (readonly [kind: PartnerKind, track: Track])[] = [
  ['police', 'enforcement'],
  ['labourInspectorate', 'enforcement'],
  ['safeHome', 'care'],
  ['comensha', 'care'],
]

type Door = { run: FirstRun; municipality: Municipality; surface: Surface; language: Language }

/** In the own chat of somebody who is named: what it is, and the way to it. */
export function firstRunDoorCard({ run, surface, language }: Door): IAdaptiveCard {
  const t = texts(language).officer.firstRun
  return frame({
    language,
    urgent: true,
    speak: t.title,
    body: [title(t.title), text(run.begun ? t.doorPilot : t.door)],
    actions: [submit(t.openPage, opensDialog(packOfficer('firstRun', {}), surface))],
  })
}

export type FirstRunShown = {
  run: FirstRun
  municipality: Municipality
  viewer: OfficerId
  /** Reads here as the officer. */
  isOfficer: boolean
  today: Day
  language: Language
  error?: string | undefined
  notice?: string | undefined
}

const press = (
  label: string,
  step: 'claim' | 'confirm' | 'decline' | 'test' | 'tested' | 'begin' | 'everybody',
) => leave(label, packOfficer('firstRun', { step }))

/** The page of one step. */
export function firstRunCard(it: FirstRunShown): IAdaptiveCard {
  const { run, municipality, language } = it
  const t = texts(language).officer.firstRun
  const step = municipality.firstRun ? stepNow(run, municipality.pilot !== undefined) : pilotStep(run)
  const at = ORDER.indexOf(step)
  return frame({
    language,
    speak: t.title,
    body: [
      ...top(it),
      title(t.title),
      ...(at < 0 ? [] : [small(t.step(at + 1, ORDER.length))]),
      text(t.steps[step], { weight: 'Bolder' }),
      ...partsOf(it, step),
    ],
  })
}

const pilotStep = (run: FirstRun): FirstRunStep => (run.everybody ? 'done' : 'everybody')

/** What somebody sees of a step: its words, and its buttons where it is theirs. */
function partsOf(it: FirstRunShown, step: FirstRunStep): CardElement[] {
  const { run, municipality, viewer, isOfficer, language } = it
  const t = texts(language).officer.firstRun
  const forOfficer = (...parts: CardElement[]) => (isOfficer ? parts : [small(t.about.notYours)])
  switch (step) {
    case 'claim':
      return [
        text(t.about.claim),
        ...(municipality.firstRun?.claim.includes(viewer)
          ? buttons(press(t.buttons.claim, 'claim'))
          : [small(t.about.notYours)]),
      ]
    case 'confirm': {
      const mayConfirm =
        municipality.firstRun?.confirm.includes(viewer) === true && run.claimed?.by !== viewer
      if (!mayConfirm || !run.claimed) return [text(t.about.waiting)]
      return [
        text(t.about.confirm(whoIs(run.claimed.by, [municipality], language))),
        ...buttons(press(t.buttons.confirm, 'confirm'), press(t.buttons.decline, 'decline')),
      ]
    }
    case 'test':
      return [
        text(t.about.test),
        ...forOfficer(...buttons(press(t.buttons.test, 'test'), press(t.buttons.tested, 'tested'))),
      ]
    case 'begin':
      return [
        text(municipality.pilot ? t.about.beginPilot : t.about.begin),
        ...forOfficer(...buttons(press(t.buttons.begin, 'begin'))),
      ]
    case 'everybody':
      return [text(t.about.everybody), ...forOfficer(...buttons(press(t.buttons.everybody, 'everybody')))]
    case 'done':
      return [text(t.about.done)]
    case 'people':
    case 'numbers':
    case 'partners':
    case 'terms':
    case 'sentences':
      return [
        text(t.about[step]),
        ...forOfficer(
          ...buttons(lookAt(t.buttons.look, step)),
          ...(step === 'partners' ? national(it) : []),
          ...buttons(leave(t.buttons.looked, packOfficer('firstRun', { step: 'looked', page: step }))),
        ),
      ]
    default:
      return step satisfies never
  }
}

/** The page or the form of the settings in which it stands. */
function lookAt(label: string, page: FirstRunPage) {
  switch (page) {
    case 'people':
    case 'partners':
    case 'sentences':
      return toPage(label, page)
    case 'numbers':
    case 'terms':
      return toForm(label, page)
    default:
      return page satisfies never
  }
}

/** National partners that are not among those of the municipality, each as a form that is filled in already. */
function national({ municipality, today, language }: FirstRunShown): CardElement[] {
  const t = texts(language).officer.firstRun
  const known = new Set(municipality.partners.map(({ kind }) => kind))
  const offered = NATIONAL.filter(([kind]) => !known.has(kind)).flatMap(([kind, track]) => {
    const { name, phone } = publicName(kind, undefined)
    if (phone === undefined) return []
    const fields = {
      name: name.nl,
      nameEn: name.en,
      kind,
      track,
      inside: 'no',
      way: texts('nl').officer.firstRun.adoptedWay,
      wayEn: texts('en').officer.firstRun.adoptedWay,
      wayPhone: phone,
      verified: today,
    }
    return [toForm(t.buttons.adopt(name[language]), 'partner', undefined, fields)]
  })
  return buttons(...offered)
}
