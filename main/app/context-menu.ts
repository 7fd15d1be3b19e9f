import { type App, BrowserWindow, Menu } from 'electron'
import { buildContextMenu } from './context-menu-template.ts'

/** Shows a context menu in every page: Electron has none of its own, so that nothing could be pasted by mouse. */
export function showContextMenus(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('context-menu', (_event, place) => {
      const items = buildContextMenu(place, spelling => contents.replaceMisspelling(spelling))
      const window = BrowserWindow.fromWebContents(contents)
      if (items.length === 0 || window === null) return
      const { x, y, frame, menuSourceType: sourceType } = place
      // At the place and not at the pointer: the menu may have been asked for by key.
      Menu.buildFromTemplate(items).popup({ window, x, y, sourceType, ...(frame !== null && { frame }) })
    })
  })
}
