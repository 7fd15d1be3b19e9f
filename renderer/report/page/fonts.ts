/**
 * Fonts of the report. Static ones, because a PDF embeds a variable font as outlines instead of text. One weight per
 * script, and bold for the four most common alphabets. A page loads only the subsets with its characters;
 * `printable-ranges.ts` lists all characters covered.
 */
import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
import '@fontsource/noto-sans-arabic/400.css'
import '@fontsource/noto-sans-arabic/600.css'
import '@fontsource/noto-sans-armenian/400.css'
import '@fontsource/noto-sans-bengali/400.css'
import '@fontsource/noto-sans-devanagari/400.css'
import '@fontsource/noto-sans-devanagari/600.css'
import '@fontsource/noto-sans-ethiopic/400.css'
import '@fontsource/noto-sans-georgian/400.css'
import '@fontsource/noto-sans-gujarati/400.css'
import '@fontsource/noto-sans-gurmukhi/400.css'
import '@fontsource/noto-sans-hebrew/400.css'
import '@fontsource/noto-sans-hebrew/600.css'
import '@fontsource/noto-sans-jp/400.css'
import '@fontsource/noto-sans-kannada/400.css'
import '@fontsource/noto-sans-khmer/400.css'
import '@fontsource/noto-sans-kr/400.css'
import '@fontsource/noto-sans-lao/400.css'
import '@fontsource/noto-sans-malayalam/400.css'
import '@fontsource/noto-sans-myanmar/400.css'
import '@fontsource/noto-sans-oriya/400.css'
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sinhala/400.css'
import '@fontsource/noto-sans-tamil/400.css'
import '@fontsource/noto-sans-tc/400.css'
import '@fontsource/noto-sans-telugu/400.css'
import '@fontsource/noto-sans-thaana/400.css'
import '@fontsource/noto-sans-thai/400.css'

const alphabets = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
]

/** Regional variants of Han characters (China, Taiwan, Japan, Korea), one of which has to come first in the font list. */
const hanFonts = ['SC', 'TC', 'JP', 'KR'] as const
type HanFont = (typeof hanFonts)[number]

/** Scripts that identify the variant, since only one of the regions uses them. */
const regionalScripts: readonly (readonly [RegExp, HanFont])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'JP'],
  [/\p{Script=Hangul}/u, 'KR'],
  [/\p{Script=Bopomofo}/u, 'TC'],
]

function getHanFont(text: string, locale: string | null): HanFont {
  const regional = regionalScripts.find(([script]) => script.test(text))
  if (regional !== undefined) return regional[1]
  const { language, script } = new Intl.Locale(locale ?? 'und').maximize()
  if (language === 'ja') return 'JP'
  if (language === 'ko') return 'KR'
  return language === 'zh' && script === 'Hant' ? 'TC' : 'SC'
}

/**
 * CSS font families for a text.
 *
 * @param locale decides on the Han variant when the text does not
 */
export function listFontFamilies(text: string, locale: string | null): string {
  const first = getHanFont(text, locale)
  const han = [first, ...hanFonts.filter(font => font !== first)]
  return ['Inter', ...[...alphabets, ...han].map(name => `"Noto Sans ${name}"`), 'sans-serif'].join(', ')
}
