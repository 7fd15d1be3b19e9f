/**
 * The fonts of the report: static ones, for of a variable font a PDF would hold no letters but drawings of them. Of each
 * script one weight; the four alphabets most names here are written in have a bold one too. A page loads only those
 * pieces of them that hold its characters. Which characters they all hold stands in `printable-ranges.ts`.
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

/** The same character is drawn in other ways in China, Taiwan, Japan and Korea: whose comes first. */
const hanFonts = ['SC', 'TC', 'JP', 'KR'] as const
type HanFont = (typeof hanFonts)[number]

/** Scripts that are written in one of these places alone. */
const telling: readonly (readonly [RegExp, HanFont])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'JP'],
  [/\p{Script=Hangul}/u, 'KR'],
  [/\p{Script=Bopomofo}/u, 'TC'],
]

function getHanFont(text: string, locale: string | null): HanFont {
  const told = telling.find(([script]) => script.test(text))
  if (told !== undefined) return told[1]
  const { language, script } = new Intl.Locale(locale ?? 'und').maximize()
  if (language === 'ja') return 'JP'
  if (language === 'ko') return 'KR'
  return language === 'zh' && script === 'Hant' ? 'TC' : 'SC'
}

/**
 * The families for a text, as CSS names them.
 *
 * @param locale tells how Chinese characters are drawn where the text does not
 */
export function listFontFamilies(text: string, locale: string | null): string {
  const first = getHanFont(text, locale)
  const han = [first, ...hanFonts.filter(font => font !== first)]
  return ['Inter', ...[...alphabets, ...han].map(name => `"Noto Sans ${name}"`), 'sans-serif'].join(', ')
}
