import { comparisonLimits, tellAboutClass } from '../../shared/advice/knowledge/before-and-after.ts'
import type { MedicineComparison } from '../../shared/analysis/medicine-changes.ts'
import { type MedicineClass, medicineClasses } from '../../shared/kinds/medicines.ts'
import { lowerFirst } from '../../shared/locale/lower-first.ts'
import { useMayTellStatinTrials } from '../data/queries.ts'
import { References } from '../ui/components/References.tsx'
import classes from './Cramps.module.css'
import { describeMedicine } from './medicine-words.ts'

/** Cramps before and after each change of medicine, with what such numbers can and cannot say for its class. */
export function Medicines({ medicines }: { medicines: readonly MedicineComparison[] }) {
  const mayTellStatinTrials = useMayTellStatinTrials()
  const classesOf = [...new Set(medicines.map(({ medicineClass }) => medicineClass))]
  return (
    <section className={classes.medicines} aria-label="Changes of medicine">
      <h3>Before and after a change of medicine</h3>
      <ul>
        {medicines.map(medicine => (
          <li key={`${medicine.name} ${medicine.date} ${medicine.change}`}>
            {describeMedicine(medicine, mayTellStatinTrials)}
          </li>
        ))}
      </ul>
      <h4>What these numbers can and cannot say</h4>
      <p>{comparisonLimits.text}</p>
      {classesOf.map(one => (
        <AboutClass key={one} medicineClass={one} mayTellStatinTrials={mayTellStatinTrials} />
      ))}
      <p>
        <strong>
          Ask your doctor or pharmacist before you change any medicine. Do not stop by yourself.
        </strong>
      </p>
    </section>
  )
}

interface AboutClassProps {
  medicineClass: MedicineClass
  mayTellStatinTrials: boolean
}

function AboutClass({ medicineClass, mayTellStatinTrials }: AboutClassProps) {
  const statements = tellAboutClass(medicineClass, mayTellStatinTrials)
  const name = medicineClass === 'other' ? 'Another kind of medicine' : medicineClasses.words[medicineClass]
  return (
    <div>
      <p>
        <strong>{name}.</strong> {statements.map(({ text }) => text).join(' ')}
      </p>
      <References ids={[...new Set(statements.flatMap(({ sources }) => sources))]} name={lowerFirst(name)} />
    </div>
  )
}
