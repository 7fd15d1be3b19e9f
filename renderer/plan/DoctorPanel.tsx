import { Accordion } from '@mantine/core'
import { IconAmbulance, IconCalendarEvent, IconPhone } from '@tabler/icons-react'
import { listWarningBlocks, type Urgency, urgencies } from '../../shared/advice/when-to-see-a-doctor.ts'
import { useProfile } from '../data/queries.ts'
import { References } from '../ui/components/References.tsx'
import classes from './PlanScreen.module.css'

const icons: Record<Urgency, typeof IconPhone> = {
  emergency: IconAmbulance,
  'same-day': IconPhone,
  routine: IconCalendarEvent,
}

export const DOCTOR_PANEL_ID = 'when-to-see-a-doctor'

const OWN_JUDGEMENT =
  'Where no guidance gives a number, the limit is our own cautious choice, and no clinician has confirmed it yet.'

/** Panel on when a cramp needs a doctor, the same for all readers. It uses only the region of the profile. */
export function DoctorPanel() {
  const { data: profile } = useProfile()
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
        {listWarningBlocks(profile?.region ?? null).map(block => {
          const { urgency, title, whom, lines, sources, hasOwnJudgement } = block
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
                <References ids={sources} remark={hasOwnJudgement ? OWN_JUDGEMENT : undefined} />
              </Accordion.Panel>
            </Accordion.Item>
          )
        })}
      </Accordion>
    </section>
  )
}
