/** Every keyboard shortcut there is: what it is called, its keys, and the hook by which a screen answers to it. */
import { readLocalStorageValue } from '@mantine/hooks'
import { useEffectEvent, useLayoutEffect } from 'react'
import { readKey } from './pressed-key.ts'

/** Keys as `readKey` names them; `mod` is Ctrl, or Cmd on a Mac; a space means one after the other. */
export const shortcuts = {
  crampNow: { keys: ['n', 'mod+shift+n'], does: 'Cramp now: start the clock', place: 'Everywhere' },
  today: { keys: ['g t', 'mod+1'], does: 'Go to Today', place: 'Everywhere' },
  journal: { keys: ['g j', 'mod+2'], does: 'Go to Journal', place: 'Everywhere' },
  insights: { keys: ['g i', 'mod+3'], does: 'Go to Insights', place: 'Everywhere' },
  plan: { keys: ['g p', 'mod+4'], does: 'Go to Plan', place: 'Everywhere' },
  report: { keys: ['g r', 'mod+5'], does: 'Go to Report', place: 'Everywhere' },
  settings: { keys: ['g s', 'mod+,'], does: 'Go to Settings', place: 'Everywhere' },
  quickAdd: { keys: ['q', 'mod+k'], does: 'Quick add: type an entry as one line', place: 'Everywhere' },
  addEntry: { keys: ['mod+n'], does: 'Add an entry: choose its kind', place: 'Everywhere' },
  printReport: { keys: ['mod+p'], does: 'Print the report', place: 'Everywhere' },
  undo: { keys: ['mod+z'], does: 'Undo the last thing logged or deleted', place: 'Everywhere' },
  largerText: { keys: ['mod+plus', 'mod+='], does: 'Larger text', place: 'Everywhere' },
  smallerText: { keys: ['mod+-'], does: 'Smaller text', place: 'Everywhere' },
  usualText: { keys: ['mod+0'], does: 'Text in its usual size', place: 'Everywhere' },
  list: { keys: ['?'], does: 'Show this list', place: 'Everywhere' },
  previousDay: { keys: ['[', 'alt+ArrowLeft'], does: 'Previous day', place: 'On Today' },
  nextDay: { keys: [']', 'alt+ArrowRight'], does: 'Next day', place: 'On Today' },
  finishDay: { keys: ['e'], does: 'Finish the day: answer what is left (end)', place: 'On Today' },
  logCramp: { keys: ['c'], does: 'Log a cramp with all its details', place: 'On Today' },
  logFluid: { keys: ['d'], does: 'Log a drink; Enter stores the usual one', place: 'On Today' },
  logFootwear: { keys: ['f'], does: 'Log footwear; Enter puts on the usual shoe', place: 'On Today' },
  logActivity: { keys: ['a'], does: 'Log an activity', place: 'On Today' },
  logStretch: { keys: ['s'], does: 'Log stretching; Enter stores the usual one', place: 'On Today' },
  logFood: { keys: ['p'], does: 'Log food or a supplement (plate)', place: 'On Today' },
  logDay: { keys: ['h'], does: 'Log how the day was', place: 'On Today' },
  logNight: { keys: ['b'], does: 'Log a night (bed)', place: 'On Today' },
  logMedication: { keys: ['m'], does: 'Log a change of medicine', place: 'On Today' },
  logDose: { keys: ['x'], does: 'Log a dose taken as needed (Rx)', place: 'On Today' },
  noteStretch: { keys: ['t b'], does: 'Note: stretched before bed', place: 'On Today' },
  noteFootExercises: { keys: ['t f'], does: 'Note: foot exercises', place: 'On Today' },
  noteSalt: { keys: ['t s'], does: 'Note: something salty after sweat', place: 'On Today' },
  noteHeat: { keys: ['t h'], does: 'Note: a hot day', place: 'On Today' },
  noteIllness: { keys: ['t i'], does: 'Note: ill, losing fluid', place: 'On Today' },
  coinFirst: { keys: ['1'], does: 'Coin test: give the first answer', place: 'On Today' },
  coinSecond: { keys: ['2'], does: 'Coin test: give the second answer', place: 'On Today' },
  searchEntries: { keys: ['/'], does: 'Search', place: 'On Journal' },
  selectAll: { keys: ['mod+a'], does: 'Select everything in the list', place: 'On Journal' },
  deleteSelected: { keys: ['Delete'], does: 'Delete what is selected', place: 'On Journal' },
  crampOver: { keys: ['o'], does: 'It is over', place: 'During a cramp' },
  nextStep: { keys: [']', 'ArrowRight'], does: 'Next step', place: 'During a cramp' },
  previousStep: { keys: ['[', 'ArrowLeft'], does: 'Back to the previous step', place: 'During a cramp' },
} as const satisfies Record<string, { keys: readonly string[]; does: string; place: string }>
export type ShortcutName = keyof typeof shortcuts

/**
 * Keys that no field and no dialog holds back: a cramp does not wait, text can be too small anywhere, and a form keeps what
 * was typed. They are none that a hand in a form presses of itself, such as Ctrl+Enter, which sends it.
 */
const alwaysAnswered: ReadonlySet<string> = new Set(['mod+shift+n', 'mod+plus', 'mod+=', 'mod+-', 'mod+0'])

/** Keys that no text field has a use for, so that they are answered from within one, though not in a dialog. */
const answeredInFields: ReadonlySet<string> = new Set(['mod+n', 'mod+p'])

/** Local storage key of the setting that turns single-letter shortcuts off; dictation can trigger them by accident. */
export const SINGLE_KEYS_STORAGE = 'unknot-single-key-shortcuts'

/** The second key of a sequence counts for this long. */
const SEQUENCE_MS = 1500

/** Runs the action of a shortcut, if the component has one. @returns true if it has */
type Runner = (name: ShortcutName) => boolean
/** Runners of the components that are shown. */
const runners = new Set<Runner>()

/** Runs a shortcut's action without its key, for a command of the menus. @returns false if no component shown has one */
export const runShortcut = (name: ShortcutName): boolean => [...runners].some(run => run(name))

/** True while a dialog is open, which holds back every key but a few, and every command that would leave it. */
export const isDialogOpen = (): boolean => document.querySelector('[role=dialog]') !== null

/**
 * Answers to shortcuts while the component is shown: but for those of `alwaysAnswered`, neither in text fields nor while a
 * dialog or menu is open.
 */
export function useShortcuts(actions: Partial<Record<ShortcutName, () => void>>): void {
  const runByName = useEffectEvent((name: ShortcutName): boolean => {
    const action = actions[name]
    action?.()
    return action !== undefined
  })
  const run = useEffectEvent((stroke: string): boolean => {
    const name = findShortcut(stroke, Object.keys(actions))
    return name !== undefined && runByName(name)
  })
  // Not a passive effect, which may wait until after the paint: a key pressed on the new day would open a form of the old.
  useLayoutEffect(() => {
    let first = { key: '', time: 0 }
    const answer = (event: KeyboardEvent) => {
      const stroke = describeStroke(event)
      if (event.defaultPrevented || isHeldBack(event, stroke)) return
      const isSingleKey = !stroke.includes('+')
      if (isSingleKey && !readLocalStorageValue({ key: SINGLE_KEYS_STORAGE, defaultValue: true })) return
      const isSecond = isSingleKey && event.timeStamp - first.time < SEQUENCE_MS
      const sequence = `${first.key} ${stroke}`
      // A key that ends a sequence is not also the key of its own, even where another component answers to the sequence.
      const hasRun = isSecond && isShortcut(sequence) ? run(sequence) : run(stroke)
      first = hasRun || !isSingleKey ? { key: '', time: 0 } : { key: stroke, time: event.timeStamp }
      if (hasRun) event.preventDefault()
    }
    const runner: Runner = name => runByName(name)
    runners.add(runner)
    window.addEventListener('keydown', answer)
    return () => {
      runners.delete(runner)
      window.removeEventListener('keydown', answer)
    }
  }, [])
}

function findShortcut(stroke: string, among: readonly string[]): ShortcutName | undefined {
  return shortcutNames.find(
    name => among.includes(name) && shortcuts[name].keys.some(keys => keys === stroke),
  )
}

const isShortcut = (stroke: string): boolean => findShortcut(stroke, shortcutNames) !== undefined

export const isShortcutName = (name: string): name is ShortcutName => name in shortcuts
export const shortcutNames: readonly ShortcutName[] = Object.keys(shortcuts).filter(isShortcutName)

function describeStroke(event: KeyboardEvent): string {
  // Brackets are typed with AltGr on many keyboards, which also reports Ctrl and Alt.
  const isAltGraph = event.getModifierState('AltGraph')
  const mod = !isAltGraph && (event.ctrlKey || event.metaKey) ? 'mod+' : ''
  const alt = !isAltGraph && event.altKey ? 'alt+' : ''
  // Shift alone only makes another character of the same key.
  const key = readKey(event, mod + alt !== '')
  // Plus joins the names of the keys, and is typed with Shift on most keyboards.
  if (key === '+') return `${mod}${alt}plus`
  const shift = mod + alt !== '' && event.shiftKey ? 'shift+' : ''
  return mod + alt + shift + key
}

const isMac = /Mac/.test(navigator.userAgent)
const keyNames: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: isMac ? '⇧' : 'Shift',
  plus: '+',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** The name on a key: "Ctrl", "Left", "K". */
export const formatKey = (key: string): string => keyNames[key] ?? key.toUpperCase()

/** Keys that are pressed together, in words: "Ctrl+0". */
export const formatStroke = (stroke: string): string => stroke.split('+').map(formatKey).join('+')

const TEXT_INPUTS =
  'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])'

/** True for an element in which text is typed. */
export const isTextInput = (element: Element | null): boolean => element?.closest(TEXT_INPUTS) != null

const isIn = ({ target }: Event, selector: string) =>
  target instanceof Element && target.closest(selector) !== null

/** True for a key that belongs to the field, menu or dialog in which it was pressed. */
function isHeldBack(event: KeyboardEvent, stroke: string): boolean {
  if (alwaysAnswered.has(stroke)) return false
  if (isDialogOpen() || isIn(event, '[role=menu], [role=listbox]')) return true
  // With Ctrl these keys move the cursor on a Mac.
  const isFree = answeredInFields.has(stroke) && !(isMac && event.ctrlKey)
  return isIn(event, TEXT_INPUTS) && !isFree
}
