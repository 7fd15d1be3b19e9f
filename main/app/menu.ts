import { Menu } from 'electron'
import { buildMenuTemplate, type MenuActions } from './menu-template.ts'

/** Sets the application's menu. What a role does and says comes from the system. */
export function setMenu(isDevelopment: boolean, actions: MenuActions): void {
  const template = buildMenuTemplate({ ...actions, isDevelopment, platform: process.platform })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
