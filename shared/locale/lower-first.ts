/** Lower-cases the first letter of a label for use within a sentence; `ACE inhibitor` and the like keep their capitals. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
