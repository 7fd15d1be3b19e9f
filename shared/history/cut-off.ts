/** Tables that end too early: a download that broke off, a disk that was full. */

/** True if the last line alone is shorter than the header. Where others are short as well, the program writes them so. */
export const isCutOff = (lines: readonly (readonly string[])[], columns: number): boolean =>
  lines.length > 1 && lines.findIndex(line => line.length < columns) === lines.length - 1
