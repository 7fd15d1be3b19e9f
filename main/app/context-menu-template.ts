/** Context menu of a right-click, as data. */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

export type ContextPlace = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'editFlags' | 'dictionarySuggestions' | 'misspelledWord'
>

/**
 * Cut, copy, paste and select all in a field; copy where text is selected; elsewhere nothing, so that no menu opens. On
 * macOS the spellings that the system proposes come first.
 *
 * @param correct replaces the misspelt word at the place
 */
export function buildContextMenu(
  { isEditable, selectionText, editFlags, dictionarySuggestions, misspelledWord }: ContextPlace,
  correct: (spelling: string) => void,
): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }]
  const spellings: MenuItemConstructorOptions[] =
    misspelledWord === ''
      ? []
      : [
          ...dictionarySuggestions.map(spelling => ({ label: spelling, click: () => correct(spelling) })),
          ...(dictionarySuggestions.length === 0 ? [{ label: 'No spelling found', enabled: false }] : []),
          { type: 'separator' },
        ]
  return [
    ...spellings,
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ]
}
