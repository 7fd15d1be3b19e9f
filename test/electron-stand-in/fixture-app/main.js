// Fixture app for the stand-in's own specs: plain JavaScript, no build.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { app, BrowserWindow, ipcMain, Menu, protocol, session, shell } = require('electron')

const types = { html: 'text/html', js: 'text/javascript' }
const policy = "default-src 'self'; connect-src 'self' http://127.0.0.1:*; frame-src http://127.0.0.1:*"

// Event log that the specs read.
const seen = {
  navigations: [],
  frames: [],
  permissions: [],
  checks: [],
  requests: [],
  opened: [],
  second: [],
  clicks: [],
  places: [],
}
globalThis.seen = seen

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

function serve(request) {
  const { pathname } = new URL(request.url)
  const type = types[pathname.split('.').pop()]
  if (!type) return new Response('not found', { status: 404 })
  return new Response(readFileSync(join(__dirname, pathname)), {
    headers: { 'content-type': type, 'content-security-policy': policy },
  })
}

function openWindow(page = 'index.html') {
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    show: false,
    webPreferences: { preload: join(__dirname, 'preload.js'), sandbox: true, contextIsolation: true },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url)
    void shell.openExternal(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event, url) => {
    seen.navigations.push(url)
    if (!url.endsWith('#allowed') && !url.endsWith('second.html')) event.preventDefault()
  })
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    seen.places.push({ isEditable, selectionText, canCut: editFlags.canCut })
    Menu.buildFromTemplate([{ role: 'cut' }, { role: 'paste' }]).popup({ window })
  })
  window.webContents.on('will-frame-navigate', event => {
    if (event.isMainFrame) return
    seen.frames.push(event.url)
    event.preventDefault()
  })
  void window.loadURL(`app://fixture/${page}`)
  return window
}
globalThis.openWindow = openWindow

if (!app.requestSingleInstanceLock()) app.quit()

app.on('second-instance', (_event, argv) => seen.second.push(argv))
app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  protocol.handle('app', serve)
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    seen.permissions.push(permission)
    answer(false)
  })
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => {
    seen.checks.push(permission)
    return false
  })
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !url.startsWith('app:')
    if (cancel) seen.requests.push(url)
    answer({ cancel })
  })
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('sender', event => event.senderFrame.url)
  ipcMain.handle('fail', () => {
    throw new RangeError('too far')
  })
  ipcMain.on('say', (event, value) => event.sender.send('heard', value))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          {
            id: 'new',
            label: 'New',
            accelerator: 'CmdOrCtrl+N',
            click: (_item, _window, event) => seen.clicks.push(['new', event.triggeredByAccelerator]),
          },
          {
            id: 'search',
            label: 'Search',
            accelerator: 'CmdOrCtrl+Shift+F',
            click: () => seen.clicks.push(['search']),
          },
          {
            id: 'off',
            label: 'Off',
            accelerator: 'CmdOrCtrl+D',
            enabled: false,
            click: () => seen.clicks.push(['off']),
          },
          { type: 'separator' },
          { id: 'quit', role: 'quit' },
        ],
      },
      { role: 'editMenu' },
    ]),
  )
  openWindow()
})
