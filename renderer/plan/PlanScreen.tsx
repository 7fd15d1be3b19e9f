import { Button } from '@mantine/core'
import { IconStethoscope } from '@tabler/icons-react'
import { Screen } from '../ui/components/Screen.tsx'
import { CardsSoFar } from '../warnings/CardsSoFar.tsx'
import { DOCTOR_PANEL_ID, DoctorPanel } from './DoctorPanel.tsx'
import { CurrentExperiment, PastExperiments } from './experiments/Experiments.tsx'
import { GradeLegend } from './GradeLegend.tsx'
import { GuideLinks } from './GuideLinks.tsx'
import classes from './PlanScreen.module.css'
import { Suggestions } from './Suggestions.tsx'

export function PlanScreen() {
  return (
    <Screen
      title="Plan"
      lead="What may keep cramps away, best supported first. Pick one and give it a few weeks."
      actions={
        <Button
          variant="default"
          className={classes.toDoctor}
          leftSection={<IconStethoscope size={18} aria-hidden />}
          onClick={goToDoctorPanel}
        >
          When to see a doctor
        </Button>
      }
    >
      <GuideLinks />
      <div className={classes.columns}>
        <div>
          <CurrentExperiment />
          <PastExperiments />
          <Suggestions />
          <CardsSoFar />
          <GradeLegend />
        </div>
        <DoctorPanel />
      </div>
    </Screen>
  )
}

/** Moves the focus to the doctor panel, which is below all suggestions in a narrow window. */
function goToDoctorPanel() {
  document.getElementById(DOCTOR_PANEL_ID)?.focus()
}
