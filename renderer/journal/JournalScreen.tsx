import { SegmentedControl } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { DayForms } from '../log/DayForms.tsx'
import { Screen } from '../ui/components/Screen.tsx'
import { addressOfView, type JournalView, journalViews, viewOf } from './address.ts'
import { CrampDays } from './CrampDays.tsx'
import { SearchResults } from './SearchResults.tsx'
import { Trash } from './Trash.tsx'

const viewWords: Record<JournalView, string> = {
  entries: 'Entries',
  'cramp-days': 'Cramp days',
  trash: 'Trash',
}

const leads: Record<JournalView, string> = {
  entries: 'Everything you have written down, newest first.',
  'cramp-days': 'A year at a glance: days with cramps, days without, and days that are not known.',
  trash: 'What you delete stays here until you empty the trash.',
}

/** Screen with all entries of the journal: search, edit, delete, and the trash. */
export function JournalScreen() {
  const [params, setParams] = useSearchParams()
  const view = viewOf(params)
  return (
    <Screen
      title="Journal"
      lead={leads[view]}
      actions={
        <SegmentedControl<JournalView>
          aria-label="View"
          value={view}
          onChange={next => setParams(addressOfView(next))}
          data={journalViews.map(value => ({ value, label: viewWords[value] }))}
        />
      }
    >
      <DayForms date={null}>
        {view === 'entries' && <SearchResults />}
        {view === 'cramp-days' && <CrampDays />}
        {view === 'trash' && <Trash />}
      </DayForms>
    </Screen>
  )
}
