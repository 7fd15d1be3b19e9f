/**
 * For a dialog in which something goes on that cannot be stopped, and after which the page begins anew: that must not come
 * over a person who has gone on to something else.
 */
export const notToBeClosed = {
  withCloseButton: false,
  closeOnEscape: false,
  closeOnClickOutside: false,
} as const
