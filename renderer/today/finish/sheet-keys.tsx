import { Kbd } from '@mantine/core'
import { readLocalStorageValue } from '@mantine/hooks'
import { useEffectEvent, useLayoutEffect } from 'react'
import { readKey } from '../../ui/components/pressed-key.ts'
import { SINGLE_KEYS_STORAGE } from '../../ui/components/shortcuts.ts'
import classes from './FinishSheet.module.css'

const areKeysOn = () => readLocalStorageValue({ key: SINGLE_KEYS_STORAGE, defaultValue: true })

/** Cap of a key; none where single keys are switched off. Drawn by the style sheet: it is no part of a button's words. */
export function KeyCap({ name }: { name: string }) {
  return name === 'Enter' || areKeysOn() ? (
    <Kbd size="xs" aria-hidden className={classes.key} data-key={name} />
  ) : null
}

/**
 * Keys of the sheet: the shortcuts of the page wait while a dialog is open.
 *
 * @param run called with a key as `readKey` names it, `mod+` before it with Ctrl or Cmd; false for an unknown one
 */
export function useSheetKeys(run: (stroke: string) => boolean): void {
  const answer = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.altKey) return
    const hasMod = event.ctrlKey || event.metaKey
    const key = readKey(event, hasMod)
    // Enter on a button presses that button.
    if (key === 'Enter' && event.target instanceof HTMLButtonElement) return
    if (key !== 'Enter' && !hasMod && !areKeysOn()) return
    if (run(hasMod ? `mod+${key}` : key)) event.preventDefault()
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => answer(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
