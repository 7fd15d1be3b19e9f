import { grades, gradeWords } from '../../shared/advice/knowledge/grades.ts'
import { GradeMark } from '../ui/components/GradeMark.tsx'
import classes from './PlanScreen.module.css'

/** Legend of the evidence grades. */
export function GradeLegend() {
  return (
    <details className={classes.legend}>
      <summary>What the two grades mean</summary>
      <p>
        <strong>Your pattern</strong> says how sure it is that something goes with the cramps in your own
        journal, as Insights shows it. It stays at “not enough yet” until there is enough to compare, and it
        never proves a cause.
      </p>
      <p>
        <strong>Published evidence</strong> says what research on other people found:
      </p>
      <dl>
        {grades.map(grade => (
          <div key={grade}>
            <dt>
              <GradeMark grade={grade} />
            </dt>
            <dd>{gradeWords[grade].meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
