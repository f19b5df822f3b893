/** The officer's cards: every one in every state, kind, degree and language, and what stands on which. */
import { describe, expect, test } from '@jest/globals'
import { parseAction } from '../../cards/actions.ts'
import { dossierCard } from '../../cards/officer/case/dossier.ts'
import { moreCard } from '../../cards/officer/case/more.ts'
import { doorbellCard, doorbellText } from '../../cards/officer/channel/doorbell.ts'
import { decideCard, decideDaysCard } from '../../cards/officer/decision/decide.ts'
import { answerCard } from '../../cards/officer/forms/answer.ts'
import { callCard } from '../../cards/officer/forms/call.ts'
import { feedBackCard } from '../../cards/officer/forms/feedBack.ts'
import { handToCard } from '../../cards/officer/forms/handTo.ts'
import { keepCard } from '../../cards/officer/forms/keep.ts'
import { urgencyCard } from '../../cards/officer/forms/urgency.ts'
import { adviseCard, askCard, noteCard } from '../../cards/officer/forms/write.ts'
import { Day, Language } from '../../services/words.ts'
import { checkCard, nodesOf, submitsOf, untouched, wordsOf } from '../kit/cards.ts'
import { apart, base, EVERY, FORM, inside, outside } from './officerCards.ts'
import { at, fresh, full, JOOST, municipality, NOW, REFERENCE } from './officerRecords.ts'

/** What a person sends who fills in only what has to be. */
function filledIn(card: object): Record<string, unknown> {
  const values = untouched(card)
  for (const node of nodesOf(card)) {
    const id = String(node.id)
    if (node.isRequired !== true || id in values) continue
    const [first] = Array.isArray(node.choices) ? node.choices : []
    values[id] = node.type === 'Input.Date' ? '2026-12-01' : (first?.value ?? 'iets')
  }
  return values
}

const valuesOf = (card: object): Record<string, unknown> =>
  Object.fromEntries(
    [...nodesOf(card)].flatMap((node) =>
      String(node.type).startsWith('Input.') ? [[String(node.id), node.value]] : [],
    ),
  )
const titlesOf = (card: object): string[] => submitsOf(card).map((button) => button.title)

describe.each(Language.options)('in %s', (language) => {
  const all = [
    ...apart(municipality, language),
    ...EVERY.flatMap(([state, kind, degree]) => {
      const record = full(state, kind, degree)
      return [...inside(record, municipality, language), ...outside(record, municipality, language)].map(
        ([name, card]): [string, object] => [`${name}, ${state} ${kind} ${degree}`, card],
      )
    }),
    ...inside(fresh(), municipality, language),
    ...outside(fresh(), municipality, language),
  ]

  test('every card keeps every rule', () => {
    const broken = all.flatMap(([name, card]) => checkCard(card).map((problem) => `${name}: ${problem}`))
    expect(broken).toEqual([])
  })

  test('every button is understood, with what its card sends along', () => {
    const lost = all.flatMap(([name, card]) => {
      const buttons = [...nodesOf(card)].filter((node) => node.type === 'Action.Submit')
      return buttons.flatMap(({ title, data, associatedInputs }) => {
        const packed: Record<string, unknown> = Object.fromEntries(Object.entries(Object(data)))
        const parsed = parseAction({ ...(associatedInputs === 'none' ? {} : filledIn(card)), ...packed })
        return parsed.by === 'officer' && parsed.action.verb === packed.verb
          ? []
          : [`${name}: ${String(title)}`]
      })
    })
    expect(lost).toEqual([])
  })

  test('the texts never call anybody a suspect or an offender', () => {
    expect(all.map(([, card]) => wordsOf(card)).join('\n')).not.toMatch(
      /verdachte|\bdader|suspect\b|offender/i,
    )
  })
})

test('English is English, and Dutch is Dutch', () => {
  const words = (language: Language): string => {
    // What a partner reads is in the language of the municipality.
    const quiet = { ...municipality, leads: ['X'], language }
    return [
      ...apart(quiet, language),
      ...EVERY.flatMap(([state, kind, degree]) => {
        const record = { ...full(state, kind, degree, () => 'x'), language }
        return [...inside(record, quiet, language), ...outside(record, quiet, language)]
      }),
    ]
      .map(([, card]) => wordsOf(card))
      .join('\n')
      .replaceAll('Meldpunt', '')
      .replaceAll('Reden', '')
      .replaceAll('Wijkteam', '')
  }
  expect(words('en')).not.toMatch(
    /\b(het|een|niet|jij|je|wij|melder|wordt|voor|naar|ook|deze|dit|nog|geen|zijn|aan|bij|kies|van)\b/i,
  )
  expect(words('nl')).not.toMatch(/\b(the|and|not|this|your|you|reporter|choose|yes|which)\b/i)
})

describe('the doorbell', () => {
  const it = base('nl', municipality)
  test('can be opened, and taken while nobody has it', () => {
    expect(titlesOf(doorbellCard({ ...it, record: fresh() }))).toEqual(['Openen', 'Neem in behandeling'])
    expect(titlesOf(doorbellCard({ ...it, record: full('inTriage') }))).toEqual(['Openen'])
    const { takenBy: _, ...withdrawn } = full('closed')
    expect(titlesOf(doorbellCard({ ...it, record: withdrawn }))).toEqual(['Openen'])
  })
  test('opens a dialog where there are dialogs', () => {
    const data = (surface: 'dialog' | 'inline') =>
      submitsOf(doorbellCard({ ...it, surface, record: fresh() })).map((button) => button.data)
    expect(data('dialog')).toContainEqual(expect.objectContaining({ msteams: { type: 'task/fetch' } }))
    expect(JSON.stringify(data('inline'))).not.toContain('msteams')
  })
  test('says in words that it is too late', () => {
    const words = (now: typeof NOW) => wordsOf(doorbellCard({ ...it, now, record: fresh() }))
    expect(words(at('24T08:30'))).toContain('Bekijken vóór')
    expect(words(at('24T08:30'))).not.toContain('Te laat')
    expect(words(NOW)).toContain('Te laat: dit had bekeken moeten zijn vóór dinsdag 24 november, 10:12.')
    expect(words(at('25T08:30'))).toContain(
      'Te laat: het besluit moest er zijn vóór dinsdag 24 november, 16:12.',
    )
  })
  test('rings with one neutral line', () => {
    expect(doorbellText({ reference: REFERENCE, kind: 'signal', urgency: 'acute', language: 'nl' })).toBe(
      'Er staat iets voor je klaar: S-2026-0042, signaal, urgentie acuut',
    )
  })
})

describe('the dossier', () => {
  const it = base('nl', municipality)
  const titles = (record: ReturnType<typeof full>) => titlesOf(dossierCard({ ...it, record }))

  test('begins with calling, for a reporter who can be called', () => {
    expect(titles(fresh())[0]).toBe('Bel melder')
    expect(titles(fresh('unknown'))).not.toContain('Bel melder')
    expect(wordsOf(dossierCard({ ...it, record: fresh('unknown') }))).toContain('Bel melder kan hier niet')
    expect(titles(fresh('anonymous'))).not.toContain('Stel een vraag')
  })
  test('offers what can be done now', () => {
    expect(titles(full('inTriage'))).toEqual([
      'Bel melder',
      'Ik heb gebeld',
      'Opschalen',
      'Feiten',
      'Besluit nemen',
      'Geen actie',
      'Doorgeven',
      'Stel een vraag',
      'Notitie',
      'Meer',
    ])
    expect(titles(full('inTriage', 'consultation'))).toContain('Geef advies')
    expect(titles(full('inTriage', 'consultation'))).not.toContain('Besluit nemen')
    expect(titles(full('decided')).filter((title) => title.startsWith('Overdragen: '))).toHaveLength(2)
    expect(titles(full('handedOver'))).toContain('Antwoord noteren: Politie,…')
    expect(titles(full('handedOver'))).not.toContain('Afsluiten')
    expect(titles(full('fedBack'))).toContain('Afsluiten')
    expect(titles(full('closed'))).toEqual(['Bel melder', 'Feiten', 'Meer', 'Werklijst'])
  })
  test('closed, and the feedback did not arrive: it offers to give it another way, and calling comes first', () => {
    const closed = full('closed')
    const { reporterLeft: _here, ...lost } = {
      ...closed,
      feedback: closed.feedback.map((each) => ({ ...each, form: 'message' as const, lost: true as const })),
    }
    expect(titles(lost)).toEqual(['Bel melder', 'Feiten', 'Terugkoppelen', 'Meer', 'Werklijst'])
    const words = wordsOf(dossierCard({ ...it, record: lost }))
    expect(words).toContain('maar de melder heeft de terugkoppeling niet gekregen')
    expect(words).toContain('niet aangekomen')
    expect(wordsOf(doorbellCard({ ...it, record: lost }))).toContain('de terugkoppeling is niet aangekomen')
    expect(valuesOf(feedBackCard({ ...it, record: lost })).form).toBe('call')
    // Frozen it is only looked at.
    const freezes = [{ at: NOW, by: JOOST, reason: 'Betwist' }]
    expect(titles({ ...lost, freezes })).not.toContain('Terugkoppelen')
  })
  test('says plainly what did not arrive, and what is too late', () => {
    const words = wordsOf(dossierCard({ ...it, record: full('handedOver') }))
    expect(words).toContain(
      'De ontvangstbevestiging is niet aangekomen bij de melder: het gesprek bestaat niet meer.',
    )
    expect(words).toContain('Het alarm is niet aangekomen bij Joost Hartog. Bel zelf')
    expect(words).toContain('Te laat: het antwoord was gevraagd vóór vrijdag 20 november.')
  })
  test('shows the name after a reveal only, and that it was recorded', () => {
    const seen = wordsOf(dossierCard({ ...it, record: full('inTriage'), reporterName: 'Sanne *de* Wit' }))
    expect(seen).toContain('Sanne \\*de\\* Wit')
    expect(seen).toContain('vastgelegd met je reden')
    expect(seen).toContain('Ik heb gebeld')
  })
  test('shows an answer once', () => {
    const words = wordsOf(dossierCard({ ...it, record: full('inTriage') }))
    expect(words.split('Een grijze bus').length - 1).toBe(1)
  })
})

test('ending sparren is behind a button of its own, keeping against the wish only where it may', () => {
  const it = base('nl', municipality)
  const weighty = moreCard({ ...it, record: full('inTriage', 'consultation') })
  expect(titlesOf(weighty)).toContain('Toch bewaren')
  expect([...nodesOf(weighty)].find((node) => node.id === 'ending')?.isVisible).toBe(false)
  const light = moreCard({ ...it, record: fresh('confidential', 'consultation') })
  expect(titlesOf(light)).not.toContain('Toch bewaren')
  expect(titlesOf(moreCard({ ...it, record: fresh() })).join()).not.toContain('genoeg')
})

describe('nothing that was filled in is lost', () => {
  const it = { ...base('nl', municipality), record: full('handedOver'), error: 'dit ging mis.' }
  const [route] = it.record.routes
  const forms: [string, object, Record<string, unknown>][] = [
    ['call', callCard({ ...it, values: { reason: 'r *1*' } }), { reason: 'r *1*' }],
    ['ask', askCard({ ...it, values: { text: 't' } }), { text: 't' }],
    ['note', noteCard({ ...it, values: { text: 't' } }), { text: 't' }],
    ['advise', adviseCard({ ...it, values: { text: 't' } }), { text: 't' }],
    ['handTo', handToCard({ ...it, values: { officer: JOOST } }), { officer: JOOST }],
    [
      'urgency',
      urgencyCard({ ...it, values: { urgency: 'soft', reason: 'r' } }),
      { urgency: 'soft', reason: 'r' },
    ],
    ['keep', keepCard({ ...it, values: { reason: 'r' } }), { reason: 'r' }],
    ['feedBack', feedBackCard({ ...it, values: { form: 'none', text: 't' } }), { form: 'none', text: 't' }],
    ['decide', decideCard({ ...it, values: FORM }), { ...FORM, partners: 'wijkteam,politie-avim' }],
    [
      'days',
      decideDaysCard({
        ...it,
        form: { ...FORM, outcome: 'monitor' },
        suggested: Day.parse('2026-12-08'),
        values: { monitorUntil: '2027-01-01', answerBy: { wijkteam: '2026-12-01' } },
      }),
      {
        monitorUntil: '2027-01-01',
        'answerBy.wijkteam': '2026-12-01',
        'answerBy.politie-avim': '2026-12-08',
      },
    ],
    ...(route
      ? (
          [
            [
              'answer',
              answerCard({ ...it, route, values: { what: 'passedOn', text: 't' } }),
              { what: 'passedOn', text: 't' },
            ],
          ] as const
        ).map(([name, card, values]): [string, object, Record<string, unknown>] => [name, card, values])
      : []),
  ]
  test.each(forms)('%s', (_, card, values) => {
    expect(valuesOf(card)).toEqual(values)
    expect(wordsOf(card)).toContain('Let op: dit ging mis.')
  })
  test('the second step of a decision carries the first', () => {
    const card = decideDaysCard({ ...it, form: FORM, suggested: Day.parse('2026-12-08') })
    expect(submitsOf(card)[0]?.data).toMatchObject({ verb: 'decideDays', form: FORM })
  })
})
