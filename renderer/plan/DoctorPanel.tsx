import { Accordion } from '@mantine/core'
import { IconAmbulance, IconCalendarEvent, IconPhone } from '@tabler/icons-react'
import { type Urgency, urgencies, warningBlocks } from '../../shared/advice/when-to-see-a-doctor.ts'
import classes from './PlanScreen.module.css'

const icons: Record<Urgency, typeof IconPhone> = {
  emergency: IconAmbulance,
  'same-day': IconPhone,
  routine: IconCalendarEvent,
}

export const DOCTOR_PANEL_ID = 'when-to-see-a-doctor'

/** When a cramp is no longer something to handle alone. For everybody to read; it looks at nothing in the journal. */
export function DoctorPanel() {
  return (
    <section className={classes.doctor} aria-labelledby={DOCTOR_PANEL_ID}>
      <h2 id={DOCTOR_PANEL_ID} tabIndex={-1}>
        When to see a doctor
      </h2>
      <p className={classes.doctorLead}>
        Most cramps pass by themselves. These signs should be looked at, and each group says how soon. General
        information, not a diagnosis.
      </p>
      <Accordion order={3} multiple defaultValue={[urgencies[0]]} variant="default" chevronSize={14}>
        {warningBlocks.map(({ urgency, title, whom, lines }) => {
          const Icon = icons[urgency]
          return (
            <Accordion.Item key={urgency} value={urgency}>
              <Accordion.Control icon={<Icon size={18} stroke={1.7} aria-hidden />}>
                {title}
              </Accordion.Control>
              <Accordion.Panel>
                <p className={classes.whom}>{whom}</p>
                <ul className={classes.warnings}>
                  {lines.map(({ text }) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </Accordion.Panel>
            </Accordion.Item>
          )
        })}
      </Accordion>
    </section>
  )
}
