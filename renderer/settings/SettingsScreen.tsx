import { Screen } from '../ui/components/Screen.tsx'
import { useStoredProfile } from '../ui/components/use-stored-profile.ts'
import { AboutSection } from './AboutSection.tsx'
import { ClosetSection } from './ClosetSection.tsx'
import { CrampShortcutSection } from './CrampShortcutSection.tsx'
import { DataSection } from './DataSection.tsx'
import { DaysSection } from './DaysSection.tsx'
import { MedicinesSection } from './MedicinesSection.tsx'
import { OwnThingsSection } from './OwnThingsSection.tsx'
import { ConditionsSection, PersonSection } from './PersonSection.tsx'
import { RegionSection } from './RegionSection.tsx'
import { ReminderSection } from './ReminderSection.tsx'
import { SuspectsSection } from './SuspectsSection.tsx'

export function SettingsScreen() {
  const stored = useStoredProfile()
  return (
    <Screen title="Settings" lead="Every change is stored at once.">
      {stored !== null && (
        <>
          <DaysSection {...stored} />
          <SuspectsSection />
          <OwnThingsSection />
          <ReminderSection {...stored} />
          <CrampShortcutSection />
          <ClosetSection />
          <RegionSection {...stored} />
          <PersonSection {...stored} />
          <ConditionsSection {...stored} />
          <MedicinesSection />
          <DataSection />
          <AboutSection />
        </>
      )}
    </Screen>
  )
}
