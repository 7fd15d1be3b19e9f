/**
 * Addresses of the app's own schemes, inside Chromium and outside.
 *
 * Only Electron can teach Chromium a scheme such as `app://`. Here Chromium sees `https://<host>.<scheme>.stand-in.invalid`
 * instead, a host that cannot exist, whose requests are all answered by the app's protocol handler. The app's main
 * process only ever sees its own scheme.
 */
const realm = 'stand-in.invalid'
const schemes = new Map<string, Electron.Privileges>()

export function registerSchemes(custom: readonly Electron.CustomScheme[]): void {
  for (const { scheme, privileges } of custom) schemes.set(scheme, privileges ?? {})
}

export function getPrivileges(scheme: string): Electron.Privileges | undefined {
  return schemes.get(scheme)
}

/** `app://journal/a?b` becomes `https://journal.app.stand-in.invalid/a?b`; other addresses stay as they are. */
export function toInner(url: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
  if (!scheme || !schemes.has(scheme.toLowerCase())) return url
  return `https://${host}.${scheme.toLowerCase()}.${realm}${rest}`
}

/** The reverse of {@link toInner}. */
export function toOuter(url: string): string {
  const [, host, scheme, rest] =
    /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/is.exec(url) ?? []
  return scheme && schemes.has(scheme) ? `${scheme}://${host}${rest}` : url
}

/** A content security policy speaks of the app's scheme: inside Chromium it must speak of the host in its stead. */
export function toInnerPolicy(policy: string): string {
  return [...schemes.keys()].reduce(
    (text, scheme) =>
      text
        .replaceAll(new RegExp(`\\b${scheme}://[^\\s;]+`, 'g'), source => toInner(source))
        .replaceAll(new RegExp(`(?<=\\s)${scheme}:(?=[\\s;]|$)`, 'g'), `https://*.${scheme}.${realm}`),
    policy,
  )
}
