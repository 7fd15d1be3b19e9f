/** A text as a CSS string that can hold nothing but that text: everything but letters and digits is written as its number. */
export function escapeCssString(text: string): string {
  const escaped = text.replaceAll(
    /[^a-zA-Z0-9]/gu,
    character => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}
