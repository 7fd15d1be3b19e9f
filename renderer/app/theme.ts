/**
 * How the product looks: one accent colour (a deep teal), cool neutrals, one type scale. Every pair of text and ground
 * below reaches a contrast of at least 4.5 to 1 in both colour schemes.
 */
import {
  Chip,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import type { CalendarAriaLabels } from '@mantine/dates'

const tide: MantineColorsTuple = [
  '#eef9f7',
  '#d8f0ec',
  '#b0e1d9',
  '#82d0c4',
  '#56b9ac',
  '#2f9d91',
  '#18817a',
  '#0f6b65',
  '#0c5550',
  '#083f3b',
]

const gray: MantineColorsTuple = [
  '#f6f8f8',
  '#eef2f2',
  '#e3e9e9',
  '#d3dbdb',
  '#b7c3c3',
  '#899797',
  '#556262',
  '#434f4f',
  '#2e3838',
  '#1b2424',
]

const dark: MantineColorsTuple = [
  '#dde4e4',
  '#bfc9c9',
  '#9aa8a8',
  '#728080',
  '#3a4648',
  '#2b3537',
  '#1f2729',
  '#171d1e',
  '#101516',
  '#0b0f10',
]

/** The calendar's arrows have no names of their own: a screen reader would say "button". */
const calendarWords: CalendarAriaLabels = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Previous ten years',
  nextDecade: 'Next ten years',
}

/** Mantine picks the text on the accent colour for the light scheme only; the dark scheme's accent is light. */
const resolveVariantColors: VariantColorsResolver = input => {
  const resolved = defaultVariantColorsResolver(input)
  const isAccent = input.color === undefined || input.color === input.theme.primaryColor
  return input.variant === 'filled' && isAccent
    ? { ...resolved, color: 'var(--mantine-primary-color-contrast)' }
    : resolved
}

/** Mantine renders a drawer's or modal's first line as a <header>, which would be a second banner landmark of the page. */
const partsOfDialog = { header: { role: 'presentation' } }

/** On the element that is typed into: `dir` alone would go to the box around it, which has no text to go by. */
const writtenAsTyped = { input: { dir: 'auto' } }

/** A dialog that fades away still takes the keys, and a shortcut pressed right after saving would be lost on it. */
const goneAtOnce = { exitDuration: 0 }

/** The page keeps its scroll bar under a dialog: taking it away would move everything, and leave a stripe behind. */
const withScrollBar = { removeScrollBar: false }

export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { tide, gray, dark },
  black: '#172020',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontWeight: '640',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: resolveVariantColors,
  components: {
    Calendar: { defaultProps: { ariaLabels: calendarWords } },
    // Else the word on a ticked one is white in the dark scheme as well, whose accent is light.
    Chip: Chip.extend({
      vars: (_theme, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--chip-color': 'var(--mantine-primary-color-contrast)' } : {},
      }),
    }),
    // Days of the neighbouring months would stand there too faint to read.
    DatePicker: { defaultProps: { hideOutsideDates: true } },
    Drawer: {
      defaultProps: {
        attributes: partsOfDialog,
        transitionProps: goneAtOnce,
        removeScrollProps: withScrollBar,
      },
    },
    Modal: {
      defaultProps: {
        attributes: partsOfDialog,
        transitionProps: goneAtOnce,
        removeScrollProps: withScrollBar,
      },
    },
    // Transitions are off: a Collapse that opens inside one that is still opening could stay closed.
    Collapse: { defaultProps: { transitionDuration: 0 } },
    // Typed text takes its direction from its own first letter: it may be right-to-left on a left-to-right page.
    TextInput: { defaultProps: { attributes: writtenAsTyped } },
    Textarea: { defaultProps: { attributes: writtenAsTyped } },
    CloseButton: { defaultProps: { 'aria-label': 'Close' } },
  },
})

/** Colours that Mantine's defaults leave below the contrast we hold ourselves to, and the ground behind the cards. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': '#657373',
    '--mantine-color-error': '#b3261e',
    '--unknot-canvas': '#f4f7f7',
    '--unknot-line': '#e1e8e8',
    '--unknot-tint': '#e9f5f3',
  },
  dark: {
    '--mantine-color-placeholder': '#8d9b9b',
    '--mantine-color-error': '#ff9a92',
    '--unknot-canvas': '#101516',
    '--unknot-line': '#293335',
    '--unknot-tint': '#1b2b2a',
    '--mantine-color-tide-light': 'rgba(86, 185, 172, 0.15)',
    '--mantine-color-tide-light-hover': 'rgba(86, 185, 172, 0.22)',
    '--mantine-color-tide-light-color': '#82d0c4',
  },
})

export const colorSchemeManager = localStorageColorSchemeManager({ key: 'unknot-color-scheme' })
