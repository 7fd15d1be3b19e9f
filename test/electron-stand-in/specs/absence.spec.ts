import { expect, test } from '@playwright/test'
import { runFixtureApp } from './fixture-app.ts'

const app = runFixtureApp()

test('what is missing throws by its name', async () => {
  const messages = await app().electronApp.evaluate(electron => {
    const { app, BrowserWindow, Menu, nativeTheme, session, shell } = electron
    const [window] = BrowserWindow.getAllWindows()
    const messageOf = (action: () => unknown) => {
      try {
        action()
        return 'nothing was thrown'
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    }
    return {
      'app.getGPUInfo': messageOf(() => app.getGPUInfo('basic')),
      "app event 'gpu-info-update'": messageOf(() => app.on('gpu-info-update', () => {})),
      'BrowserWindow.setVibrancy': messageOf(() => window?.setVibrancy(null)),
      'BrowserWindow.addDevToolsExtension': messageOf(() =>
        Reflect.get(BrowserWindow, 'addDevToolsExtension'),
      ),
      "BrowserWindow option 'kiosk'": messageOf(() => new BrowserWindow({ kiosk: true })),
      'webContents.openDevTools': messageOf(() => window?.webContents.openDevTools()),
      'webContents.setWebRTCIPHandlingPolicy without the switch force-webrtc-ip-handling-policy': messageOf(
        () => window?.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'),
      ),
      'session.cookies': messageOf(() => session.defaultSession.cookies),
      'session.fromPartition': messageOf(() => session.fromPartition('x')),
      'nativeTheme.shouldUseHighContrastColors': messageOf(() => nativeTheme.shouldUseHighContrastColors),
      'shell.trashItem': messageOf(() => shell.trashItem('/tmp/x')),
      "the menu role 'startSpeaking'": messageOf(() => Menu.buildFromTemplate([{ role: 'startSpeaking' }])),
      Tray: messageOf(() => new electron.Tray('')),
      'safeStorage.encryptString': messageOf(() => electron.safeStorage.encryptString('x')),
      'clipboard.selection': messageOf(() => electron.clipboard.selection),
      "ClipboardItem type 'text/rtf'": messageOf(() => new electron.ClipboardItem({ 'text/rtf': 'x' })),
      'nativeImage.createEmpty': messageOf(() => electron.nativeImage.createEmpty()),
    }
  })
  for (const [name, message] of Object.entries(messages)) {
    expect(message).toBe(`${name} is not in the stand-in for Electron`)
  }
})

test('a name that Electron does not have is refused, too', async () => {
  const message = await app().electronApp.evaluate(electron => {
    try {
      return String(Reflect.get(electron, 'telepathy'))
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  })
  expect(message).toBe('electron.telepathy is not in the stand-in for Electron')
})

test('preferences that would open the sandbox are refused', async () => {
  const message = await app().electronApp.evaluate(({ BrowserWindow }) => {
    try {
      new BrowserWindow({ show: false, webPreferences: { nodeIntegration: true } })
      return ''
    } catch (error) {
      return String(error)
    }
  })
  expect(message).toContain('The stand-in only knows nodeIntegration: false')
})
