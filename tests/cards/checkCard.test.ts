import { describe, expect, test } from '@jest/globals'
import { checkCard, submitsOf, untouched, wordsOf } from '../kit/cards.ts'

const good = {
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'nl',
  speak: 'Hallo',
  fallbackText: 'Hallo',
  body: [
    { type: 'TextBlock', text: 'Hallo', wrap: true, size: 'Medium', weight: 'Bolder', style: 'heading' },
    { type: 'Input.Text', id: 'answer', label: 'Antwoord', value: 'ja' },
    {
      type: 'Container',
      id: 'more',
      isVisible: false,
      items: [{ type: 'TextBlock', text: 'Meer', wrap: true }],
    },
  ],
  actions: [{ type: 'Action.Submit', title: 'Goed', data: { verb: 'mine' } }],
}
const withBody = (...items: unknown[]) => ({ ...good, body: [...good.body, ...items] })
const submits = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ type: 'Action.Submit', title: `Knop ${n}`, data: {} }))

const headed = (text: string, size: string) => ({
  type: 'TextBlock',
  text,
  size,
  weight: 'Bolder',
  style: 'heading',
  wrap: true,
})

describe('a card that may be sent', () => {
  test('has no problems', () => {
    expect(checkCard(good)).toEqual([])
  })
  test('says in words what its colours say', () => {
    const late = { type: 'TextBlock', text: 'Te laat: dinsdag', color: 'Attention', wrap: true }
    const box = { type: 'Container', style: 'warning', items: [headed('Vraagt nu om aandacht', 'Medium')] }
    expect(checkCard(withBody(late, box))).toEqual([])
  })
  test('begins with 112 where that is on it', () => {
    const emergency = { type: 'Container', style: 'attention', items: [headed('Bel nu 112.', 'Medium')] }
    expect(checkCard({ ...good, body: [emergency, ...good.body] })).toEqual([])
  })
  test('may have six buttons, and secondary ones besides', () => {
    expect(checkCard({ ...good, actions: submits(6) })).toEqual([])
    expect(checkCard(withBody({ type: 'ActionSet', actions: submits(6) }))).toEqual([])
  })
})

describe('a broken card is found out', () => {
  const { lang: _, ...noLang } = good
  const { speak: __, ...noSpeak } = good
  const { fallbackText: ___, ...noFallback } = good
  const broken: [string, unknown, RegExp][] = [
    ['no card', 'hallo', /not an object/],
    ['an element that clients do not know', withBody({ type: 'Badge', text: 'x' }), /^parse: .*Badge/],
    [
      'an action that clients do not know',
      { ...good, actions: [{ type: 'Action.Dance', title: 'x' }] },
      /^parse: /,
    ],
    [
      'the same id twice',
      withBody({ type: 'Input.Text', id: 'answer', label: 'Nog een' }),
      /^validate: .*answer/,
    ],
    [
      'a choice set without choices',
      withBody({ type: 'Input.ChoiceSet', id: 'c', label: 'c' }),
      /^validate: /,
    ],
    ['80 KB', withBody({ type: 'TextBlock', text: 'é'.repeat(40_000), wrap: true }), /^size: /],
    ['seven buttons', { ...good, actions: submits(7) }, /^actions: 7 on one AdaptiveCard/],
    [
      'seven buttons in a set',
      withBody({ type: 'ActionSet', actions: submits(7) }),
      /^actions: 7 on one ActionSet/,
    ],
    ['an input without a label', withBody({ type: 'Input.Text', id: 'x' }), /^label: Input.Text x/],
    ['an input without an id', withBody({ type: 'Input.Text', label: 'x' }), /^input: /],
    [
      'a required input that does not say so',
      withBody({ type: 'Input.Text', id: 'x', label: 'x', isRequired: true }),
      /^error: /,
    ],
    ['no language', noLang, /^lang: /],
    ['nothing to say aloud', noSpeak, /^speak: /],
    ['nothing to fall back on', noFallback, /^fallbackText: /],
    ['another version', { ...good, version: '1.6' }, /^version: /],
    [
      'Action.Execute',
      { ...good, actions: [{ type: 'Action.Execute', title: 'x' }] },
      /^action: Action.Execute/,
    ],
    ['a refresh', { ...good, refresh: { action: { type: 'Action.Execute' } } }, /^refresh: /],
    [
      'a button without a title',
      { ...good, actions: [{ type: 'Action.Submit', data: {} }] },
      /^action: .*no title/,
    ],
    [
      'a button that is cut off on a phone',
      {
        ...good,
        actions: [
          { type: 'Action.Submit', title: 'Antwoord noteren: Zorgcoördinator mensenhandel', data: {} },
        ],
      },
      /^title: .*cut off/,
    ],
    [
      'no heading',
      { ...good, body: [{ type: 'TextBlock', text: 'Hallo', wrap: true }] },
      /^heading: the card has none/,
    ],
    ['a heading larger than the title', withBody(headed('Groter', 'Large')), /^heading: "Groter" is larger/],
    [
      '112 below another heading',
      withBody({ type: 'Container', style: 'attention', items: [headed('Bel nu 112.', 'Medium')] }),
      /^heading: the one of 112/,
    ],
    [
      'a line that is red and does not say why',
      withBody({ type: 'TextBlock', text: 'Dinsdag', color: 'Attention', wrap: true }),
      /^colour: "Dinsdag"/,
    ],
    [
      'a box that is yellow and does not say why',
      withBody({
        type: 'Container',
        style: 'warning',
        items: [{ type: 'TextBlock', text: 'Dinsdag', wrap: true }],
      }),
      /^colour: the box/,
    ],
    ['text that is cut off', withBody({ type: 'TextBlock', text: 'lang' }), /^wrap: /],
    ['an empty text', withBody({ type: 'TextBlock', text: ' ', wrap: true }), /^text: /],
    ['an image without words', withBody({ type: 'Image', url: 'https://example.org/x.png' }), /^altText: /],
    [
      'a toggle of nothing',
      { ...good, actions: [{ type: 'Action.ToggleVisibility', title: 'x', targetElements: ['nergens'] }] },
      /^toggle: there is no nergens/,
    ],
    ['undefined shown', withBody({ type: 'TextBlock', text: `Dag ${undefined}`, wrap: true }), /^words: /],
    ['an object shown', withBody({ type: 'TextBlock', text: `Dag ${{}}`, wrap: true }), /^words: /],
    [
      'a day that is none',
      withBody({ type: 'FactSet', facts: [{ title: 'x', value: 'Invalid DateTime' }] }),
      /^words: /,
    ],
  ]
  test.each(broken)('%s', (_name, card, problem) => {
    expect(checkCard(card)).toContainEqual(expect.stringMatching(problem))
  })
})

describe('what a card holds', () => {
  const card = withBody(
    { type: 'FactSet', facts: [{ title: 'Kenmerk', value: 'S-2026-0001' }] },
    {
      type: 'Input.ChoiceSet',
      id: 'choice',
      label: 'Keuze',
      value: 'a',
      choices: [{ title: 'Een', value: 'a' }],
    },
    { type: 'Input.Text', id: 'empty', label: 'Leeg' },
  )
  test('its buttons and its untouched inputs', () => {
    expect(submitsOf(card)).toEqual([{ title: 'Goed', data: { verb: 'mine' } }])
    expect(untouched(card)).toEqual({ answer: 'ja', choice: 'a' })
  })
  test('its words: hidden ones, facts and titles, not codes', () => {
    const words = wordsOf(card).split('\n')
    expect(words).toEqual(expect.arrayContaining(['Meer', 'S-2026-0001', 'Een', 'Goed', 'Keuze']))
    expect(words).not.toContain('a')
  })
})
