import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { OpenedFiles } from '../../shared/archive/calls.ts'
import type { Intent, MenuCommand } from '../../shared/intents.ts'
import { ImportDialog } from '../backups/ImportDialog.tsx'
import { RestoreDialog } from '../backups/RestoreDialog.tsx'
import type { EventClient } from '../data/event-client.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { OpenFilesProvider } from '../data/open-files.ts'
import {
  CRAMP_NOW_PATH,
  getSettingsPath,
  LICENCES_PATH,
  PLAN_PATH,
  PURPOSE_PATH,
  THREATS_PATH,
} from '../data/paths.ts'
import { HistoryDialog } from '../history/HistoryDialog.tsx'
import { showError, showMessage } from '../ui/components/messages.ts'
import { isDialogOpen, isShortcutName, isTextInput, runShortcut } from '../ui/components/shortcuts.ts'
import { DropHint } from './DropHint.tsx'

/** State of the window, which limits what can be carried out. */
export type Stage = 'refused' | 'first-start' | 'open'

/** Commands that a dialog does not hold back: a cramp does not wait, and text can be too small anywhere. */
const always: ReadonlySet<MenuCommand> = new Set(['crampNow', 'largerText', 'smallerText', 'usualText'])

const CLOSE_FIRST = 'First close what is open in the window.'

const refusals: Readonly<Record<Stage, string>> = {
  refused: 'The journal is not open.',
  'first-start': 'First finish the start of your journal.',
  open: 'This is not possible here.',
}

const addresses: Partial<Record<MenuCommand, string>> = {
  saveCopy: getSettingsPath('copies'),
  about: getSettingsPath('about'),
  purpose: PURPOSE_PATH,
  threats: THREATS_PATH,
  licences: LICENCES_PATH,
}

/** The first start leads to the guide already, but to no other screen. */
const canOpen = (address: string, stage: Stage) =>
  stage === 'open' || (stage === 'first-start' && address.startsWith(`${PLAN_PATH}/`))

interface IntentsProps {
  events: EventClient
  stage: Stage
  children: ReactNode
}

/**
 * Carries out the intents of menus, dock, jump list, command line and files: see `shared/intents.ts`. Files that a screen
 * lets the person choose are shown here as well.
 */
export function Intents({ events, stage, children }: IntentsProps) {
  const journal = useJournalClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [opened, setOpened] = useState<OpenedFiles | null>(null)
  const close = useCallback(() => setOpened(null), [])
  // No file may cover the cramp-now screen.
  useEffect(() => {
    if (pathname === CRAMP_NOW_PATH) close()
  }, [pathname, close])

  function carryOut(intent: Intent): void {
    if (intent.kind === 'command') carryOutCommand(intent.command)
    else if (isDialogOpen()) showMessage(CLOSE_FIRST)
    else if (intent.kind !== 'restore' && stage === 'refused') showMessage(refusals.refused)
    else setOpened(intent)
  }
  function carryOutCommand(command: MenuCommand): void {
    const address = addresses[command]
    if (command === 'undo' && isTextInput(document.activeElement)) document.execCommand('undo')
    else if (isDialogOpen() && !always.has(command)) showMessage(CLOSE_FIRST)
    else if (address !== undefined && canOpen(address, stage)) navigate(address)
    else if (command === 'import' && stage === 'open') void chooseImport()
    else if (!isShortcutName(command) || !runShortcut(command)) showMessage(refusals[stage])
  }
  async function chooseImport() {
    const chosen = await journal.chooseImport({ what: 'files' }).catch(showError)
    if (chosen) setOpened(chosen)
  }
  const take = useEffectEvent(async () => {
    for (const intent of await journal.takeIntents({})) carryOut(intent)
  })
  useEffect(() => {
    void take()
    return events.on('intentQueued', () => void take())
  }, [events])
  return (
    <OpenFilesProvider value={setOpened}>
      {children}
      <DropHint />
      <ImportDialog chosen={opened?.kind === 'import' ? opened.chosen : null} onClose={close} />
      <RestoreDialog
        backup={opened?.kind === 'restore' ? { place: 'chosen', file: opened.file } : null}
        onClose={close}
      />
      <HistoryDialog chosen={opened?.kind === 'history' ? opened.chosen : null} onClose={close} />
    </OpenFilesProvider>
  )
}
