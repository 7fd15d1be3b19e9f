/** Pattern for whole words, without regard to case: `wholeWords('cups?')` matches neither "cupboard" nor "teacup". */
export const wholeWords = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu')
