// A program without any guard, which shows the page that `--page` names: what its page reaches, a listener does hear.
const { app, BrowserWindow } = require('electron')

app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadURL(app.commandLine.getSwitchValue('page'))
})
