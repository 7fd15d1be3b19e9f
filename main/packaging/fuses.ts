/**
 * Electron's fuses: switches in its binary, set when the program is packaged, that no environment variable and no argument
 * can turn back. All that this version has are named, so that a new one stops the packaging until it is decided on.
 */
export const fuses = {
  /** ELECTRON_RUN_AS_NODE would turn the program into a Node that runs any script. */
  RunAsNode: false,
  /** Unknot sets no cookie; with it, Electron would ask for the system's keychain. */
  EnableCookieEncryption: false,
  /** NODE_OPTIONS can load code into main. */
  EnableNodeOptionsEnvironmentVariable: false,
  /** `--inspect` opens a debugger on main, with access to the journal. */
  EnableNodeCliInspectArguments: false,
  /** A changed app.asar does not start. Checked by Electron on macOS and Windows. */
  EnableEmbeddedAsarIntegrityValidation: true,
  /** An `app` folder next to app.asar would take precedence over it. */
  OnlyLoadAppFromAsar: true,
  /** One snapshot of V8 for all processes: the program brings none of its own. */
  LoadBrowserProcessSpecificV8Snapshot: false,
  /** Pages come from `app://`, never from `file://`. */
  GrantFileProtocolExtraPrivileges: false,
  /** Guard pages in place of bounds checks for WebAssembly; Electron's default, as safe and faster. */
  WasmTrapHandlers: true,
} as const
