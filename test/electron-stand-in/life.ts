/** Whether the app may open windows yet, and whether it is on its way out. */
export const life = {
  ready: false,
  /** The app is asking its windows whether it may quit. */
  quitting: false,
  /** Nothing can hold the app any more. */
  leaving: false,
  /** The app has called `enableSandbox`. */
  allSandboxed: false,
}
