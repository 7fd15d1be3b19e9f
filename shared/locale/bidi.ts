/** Scripts written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Wraps right-to-left text in Unicode isolates (FSI, PDI; both invisible) before it is put into an English sentence.
 * Without them the bidirectional algorithm would also reorder the words and numbers next to it.
 */
export const isolate = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)
