/**
 * How Teams draws a card in its light and its dark theme, as far as its documentation and the Playground show it. Colours
 * that people choose for themselves (forced colours) the browser puts in their place.
 */

const text = (colour: string, subtle: string) => ({ default: colour, subtle })

/** What differs between the themes; each pair of colours has a contrast of at least 4.5 to 1. */
const THEMES = {
  light: {
    ink: text('#242424', '#616161'),
    accent: '#5b5fc7',
    attention: '#a4262c',
    good: '#1e6b41',
    warning: '#6b4a00',
    line: '#e0e0e0',
    behind: {
      default: '#ffffff',
      emphasis: '#f5f5f5',
      attention: '#ffc4b3',
      good: '#e7f2da',
      warning: '#fff4ce',
      accent: '#e8ebfa',
    },
  },
  dark: {
    ink: text('#ffffff', '#c8c8c8'),
    accent: '#aab1fa',
    attention: '#f4a6ad',
    good: '#9fd89f',
    warning: '#f2c661',
    line: '#5c5c5c',
    behind: {
      default: '#292929',
      emphasis: '#1f1f1f',
      attention: '#6e0811',
      good: '#0c3b10',
      warning: '#4a3500',
      accent: '#2f2f4a',
    },
  },
} as const

type Theme = (typeof THEMES)['light' | 'dark']

function colours({ ink, accent, attention, good, warning, behind }: Theme) {
  const foregroundColors = {
    default: ink,
    accent: text(accent, accent),
    attention: text(attention, attention),
    good: text(good, good),
    warning: text(warning, warning),
  }
  return Object.fromEntries(
    Object.entries(behind).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }]),
  )
}

const hostConfig = (theme: Theme) => ({
  fontFamily: '"Segoe UI", "Noto Sans", system-ui, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: theme.line },
  supportsInteractivity: true,
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: colours(theme),
  /** Below the heading of the card in the gallery. */
  textBlock: { headingLevel: 4 },
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
})

export const hostConfigs = { light: hostConfig(THEMES.light), dark: hostConfig(THEMES.dark) }
