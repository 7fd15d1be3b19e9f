import { expect, test } from 'vitest'
import { menuKeys } from '../../../main/app/menu-template.ts'
import { isShortcutName, shortcuts } from '../../../renderer/ui/components/shortcuts.ts'

test.each(Object.entries(menuKeys))(
  '%s: %s of the menu is a key of the page’s shortcut',
  (command, accelerator) => {
    if (!isShortcutName(command)) throw new Error(`${command} is no shortcut`)
    const stroke = accelerator.toLowerCase().replace('commandorcontrol', 'mod')
    expect(shortcuts[command].keys).toContain(stroke)
  },
)
