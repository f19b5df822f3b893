/** How Teams draws a card in its light theme, as far as its documentation and the Playground show it. */

const text = (colour: string, subtle: string) => ({ default: colour, subtle })
const foreground = {
  default: text('#242424', '#616161'),
  accent: text('#5b5fc7', '#5b5fc7'),
  attention: text('#c4314b', '#c4314b'),
  good: text('#237b4b', '#237b4b'),
  warning: text('#835c00', '#835c00'),
}
const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: foreground })

export const hostConfig = {
  fontFamily: '"Segoe UI", "Noto Sans", system-ui, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  supportsInteractivity: true,
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: style('#ffffff'),
    emphasis: style('#f5f5f5'),
    attention: style('#ffc4b3'),
    good: style('#e7f2da'),
    warning: style('#fff4ce'),
    accent: style('#e8ebfa'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 10,
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention' } },
    errorMessage: { color: 'attention' },
  },
} as const
