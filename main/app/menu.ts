import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The application's menu. What a role does and says comes from the system. */
export function setMenu(isDevelopment: boolean): void {
  const developerItems: MenuItemConstructorOptions[] = isDevelopment
    ? [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }]
    : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      { label: '&File', submenu: [{ id: 'quit', role: process.platform === 'darwin' ? 'close' : 'quit' }] },
      { role: 'editMenu' },
      {
        label: '&View',
        // No zoom: its keys belong to the text size, which the page keeps and its layouts follow.
        submenu: [...developerItems, { role: 'togglefullscreen' }],
      },
    ]),
  )
}
