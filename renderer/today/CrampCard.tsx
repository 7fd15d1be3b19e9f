import { Button, Group, Select } from '@mantine/core'
import { IconBolt, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../shared/contract.ts'
import type { CrampSite } from '../../shared/kinds/cramp.ts'
import { cramp } from '../../shared/kinds/cramp.ts'
import type { Muscle } from '../../shared/kinds/muscles.ts'
import { type Moment, MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { useClock } from '../data/clock.ts'
import { useNowState } from '../data/queries.ts'
import { listOfKind } from '../log/day-state.ts'
import { blankForm, type FormOf, readForm } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { useLog } from '../log/use-log.ts'
import { whenOf } from '../log/when.ts'
import { SiteGrid } from '../ui/fields/SiteGrid.tsx'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import { CrampCheckIn } from './CrampCheckIn.tsx'
import type { DayCardProps } from './day-card-props.ts'

/** The muscles that cramp most, from the toes up; the others are in the form. */
const commonMuscles: readonly Muscle[] = [
  'toes',
  'arch',
  'calf',
  'shin',
  'hamstring',
  'front-thigh',
  'inner-thigh',
  'hand',
]

/** Places shown until another is asked for. */
const PLACES_AT_FIRST = 2
/** Offered where the person has told none. */
const likelyMuscles: readonly Muscle[] = ['calf', 'arch']

const beginnings = [
  { value: '0', label: 'Just now' },
  { value: '15', label: '15 minutes ago' },
  { value: '30', label: '30 minutes ago' },
  { value: '60', label: '1 hour ago' },
  { value: 'night', label: 'In the night' },
] as const
type Beginning = (typeof beginnings)[number]['value']

/**
 * A cramp in three clicks: where, how strong, save. The places of the last cramp and of the first start are there at once;
 * the strength and the rest appear once a place is chosen.
 */
export function CrampCard({ day, dayBefore, isToday, getWhen, profile }: DayCardProps & { dayBefore: Day }) {
  const clock = useClock()
  const openForm = useOpenForm()
  const log = useLog(day.date, day.shoes)
  const { data: now } = useNowState()
  const [sites, setSites] = useState<CrampSite[]>([])
  const [showsAll, setShowsAll] = useState(false)
  const [intensity, setIntensity] = useState<number | null>(null)
  const [beginning, setBeginning] = useState<Beginning>('0')
  const places = useRef<HTMLDivElement>(null)
  // The button that asked for the other places is gone, and with it the focus.
  useEffect(() => {
    if (showsAll) places.current?.querySelector('button')?.focus()
  }, [showsAll])
  const cramps = listOfKind(day.entries, 'cramp')
  const usual = [...(now?.lastSites ?? []).map(({ muscle }) => muscle), ...profile.crampMuscles]
  const atFirst = [...new Set([...usual, ...likelyMuscles])].slice(0, PLACES_AT_FIRST)
  const offered = showsAll
    ? [...commonMuscles, ...usual.filter(muscle => !commonMuscles.includes(muscle))]
    : atFirst

  function reset() {
    setSites([])
    setIntensity(null)
    setBeginning('0')
    setShowsAll(false)
  }

  function getOnset(): Moment {
    const minutesAgo = beginning === 'night' ? 0 : Number(beginning)
    return momentOfInstant(clock.now() - minutesAgo * MS_PER_MINUTE, clock.timeZone())
  }

  function getValues(): FormOf<typeof cramp> {
    const values = { ...blankForm(cramp, getWhen('')), sites, intensity }
    if (!isToday) return values
    if (beginning === 'night') return { ...values, onsetPrecision: 'night' }
    return { ...values, when: whenOf(getOnset()), onsetPrecision: beginning === '0' ? 'exact' : 'about' }
  }

  function openDetails() {
    openForm({ kind: 'cramp', entry: null, values: getValues() })
    reset()
  }

  async function save() {
    const zone = { kind: 'named', timeZone: clock.timeZone() } as const
    // The onset keeps its seconds, so that cramps are listed in the order in which they were logged.
    if (await log.add(readForm(cramp, getValues(), zone, getOnset()))) reset()
  }

  return (
    <Card
      icon={IconBolt}
      title="Cramps"
      summary={cramps.length > 0 && (cramps.length === 1 ? '1 logged' : `${cramps.length} logged`)}
      footer={<CrampCheckIn day={day} dayBefore={dayBefore} />}
    >
      <div ref={places}>
        <SiteGrid label="Where" muscles={[...new Set(offered)]} sites={sites} onChange={setSites} />
      </div>
      {!showsAll && (
        <Button
          variant="subtle"
          size="compact-md"
          className={classes.another}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setShowsAll(true)}
        >
          Another place
        </Button>
      )}
      {sites.length > 0 && (
        <ZeroToTen
          label="How strong"
          ends={['barely', 'worst possible']}
          value={intensity}
          onChange={setIntensity}
        />
      )}
      {sites.length > 0 && isToday && (
        <Select
          aria-label="When it began"
          data={beginnings.map(option => ({ ...option }))}
          value={beginning}
          allowDeselect={false}
          onChange={picked => setBeginning(beginnings.find(({ value }) => value === picked)?.value ?? '0')}
        />
      )}
      <Group grow gap="xs">
        <Button variant="default" onClick={openDetails}>
          {isToday ? 'Add details' : 'Choose the time'}
        </Button>
        {sites.length > 0 && isToday && (
          <Button loading={log.isBusy} onClick={save}>
            Save cramp
          </Button>
        )}
      </Group>
    </Card>
  )
}
