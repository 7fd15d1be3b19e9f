/** Escapes a text as a CSS string. All but letters and digits become code points, so that the text cannot end the string. */
export function escapeCssString(text: string): string {
  const escaped = text.replaceAll(
    /[^a-zA-Z0-9]/gu,
    character => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}
