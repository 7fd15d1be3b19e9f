// Control app without guards: loads the page given with `--page`, whose requests must arrive at the listeners.
const { app, BrowserWindow } = require('electron')

app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadURL(app.commandLine.getSwitchValue('page'))
})
