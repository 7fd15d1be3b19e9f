import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import classes from './Shell.module.css'

const schemes = [
  { value: 'light', word: 'Light', Icon: IconSun },
  { value: 'dark', word: 'Dark', Icon: IconMoon },
  { value: 'auto', word: 'Same as the system', Icon: IconDeviceDesktop },
] as const

/** Light, dark, or as the rest of the system. */
export function AppearanceMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const chosen = schemes.find(({ value }) => value === colorScheme) ?? schemes[2]
  const pick = (picked: string) => {
    const scheme = schemes.find(({ value }) => value === picked)
    if (scheme) setColorScheme(scheme.value)
  }
  return (
    <Menu position="right-end" width={190}>
      <Menu.Target>
        <button type="button" className={classes.tool}>
          <chosen.Icon size={20} stroke={1.7} aria-hidden />
          <span>Appearance</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={pick}>
          {schemes.map(({ value, word, Icon }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              closeMenuOnClick
              rightSection={<Icon size={16} aria-hidden />}
            >
              {word}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
