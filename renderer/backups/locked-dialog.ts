/**
 * Modal props of a dialog that cannot be closed while its work runs. The page reloads when the work ends, which must not
 * interrupt a person who has gone on to another screen.
 */
export const LOCKED_DIALOG = {
  withCloseButton: false,
  closeOnEscape: false,
  closeOnClickOutside: false,
} as const
