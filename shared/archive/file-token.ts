import { z } from 'zod'

/**
 * Random id of files that the person chose in a dialog or dropped on the window. The page that got it passes it back in
 * place of a path; it expires with the page (`main/ipc/file-tokens.ts`).
 */
export const fileToken = z.uuid()
