/**
 * Run before the program's main script (`-r`): its clock and its timers go faster by UNKNOT_HOUR_FACTOR, in main and in the
 * page, which goes through all screens meanwhile. Each screen's title is printed when it is left.
 */
import { app } from 'electron'

const factor = Number(process.env.UNKNOT_HOUR_FACTOR)
const SCREENS = ['today', 'journal', 'insights', 'plan', 'report', 'settings']
/** Time on a screen, in ms of the program's own. */
const STAY_MS = 5 * 60_000

/** Also run in the page, so it refers to nothing outside itself. */
function speedUp(times: number): void {
  const { now } = Date
  const start = now()
  Date.now = () => start + (now() - start) * times
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const wait = globalThis[name]
    globalThis[name] = ((act: () => void, ms = 0, ...given: []) => wait(act, ms / times, ...given)) as never
  }
}

speedUp(factor)
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(`(${speedUp})(${factor})`)
    let shown = 0
    setInterval(() => {
      if (contents.isDestroyed()) return
      const screen = SCREENS[++shown % SCREENS.length]
      void contents
        .executeJavaScript(`location.hash = '#/${screen}'; document.querySelector('h1')?.textContent`)
        .then(title => console.log(`left ${title}`))
    }, STAY_MS)
  })
})
