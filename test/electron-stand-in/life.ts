/** Lifecycle state of the app, shared by modules that must not import `app`. */
export const life = {
  /** Chromium runs, windows may open. */
  ready: false,
  /** A quit has begun and may still be prevented. */
  quitting: false,
  /** The process exits; no event can prevent it. */
  leaving: false,
  /** The app has called `enableSandbox`. */
  allSandboxed: false,
}
