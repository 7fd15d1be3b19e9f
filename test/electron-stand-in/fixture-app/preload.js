const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('fixture', {
  echo: value => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  sender: () => ipcRenderer.invoke('sender'),
  say: value => ipcRenderer.send('say', value),
  onHeard(listener) {
    const hear = (_event, value) => listener(value)
    ipcRenderer.on('heard', hear)
    return () => ipcRenderer.off('heard', hear)
  },
  versions: () => ({ ...process.versions }),
  add: (a, b) => a + b,
  refuse: () => {
    throw new TypeError('not this')
  },
  twice: async (value, change) => [change(value), change(value)],
  nested: { list: [1, 2, { deep: true }] },
})
