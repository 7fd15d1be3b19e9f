// Minimal app: its start time is the lower bound of every app's on this host.
const { app, BrowserWindow } = require('electron')

app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  window.loadURL('data:text/html,<title>Empty</title><h1>Empty</h1>')
})
