import { expect, test } from 'vitest'
import { buildContextMenu, type ContextPlace } from '../../../main/app/context-menu-template.ts'

const place = (known: Partial<ContextPlace> = {}): ContextPlace => ({
  isEditable: false,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: {
    canUndo: false,
    canRedo: false,
    canCut: false,
    canCopy: true,
    canPaste: true,
    canDelete: false,
    canSelectAll: true,
    canEditRichly: false,
  },
  ...known,
})

const namesOf = (known: Partial<ContextPlace>) =>
  buildContextMenu(place(known), () => {}).flatMap(({ role, label, enabled }) =>
    role !== undefined || label !== undefined ? [[role ?? label, enabled]] : [],
  )

test('in a field: what can be done with its text', () => {
  expect(namesOf({ isEditable: true })).toEqual([
    ['undo', false],
    ['redo', false],
    ['cut', false],
    ['copy', true],
    ['paste', true],
    ['selectAll', true],
  ])
})

test('on selected text: copy; on a bare page no menu', () => {
  expect(namesOf({ selectionText: 'left calf' })).toEqual([['copy', true]])
  expect(namesOf({ selectionText: ' \n' })).toEqual([])
})

test('the spellings that the system proposes come first, and replace the word', () => {
  const chosen: string[] = []
  const misspelt = { isEditable: true, misspelledWord: 'crmap', dictionarySuggestions: ['cramp', 'cram'] }
  const [first, second] = buildContextMenu(place(misspelt), spelling => chosen.push(spelling))
  expect([first?.label, second?.label]).toEqual(['cramp', 'cram'])
  second?.click?.(...([] as unknown as Parameters<NonNullable<typeof second.click>>))
  expect(chosen).toEqual(['cram'])
  expect(namesOf({ ...misspelt, dictionarySuggestions: [] })[0]).toEqual(['No spelling found', false])
})
