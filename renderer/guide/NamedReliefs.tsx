import { safetyNotes } from '../../shared/advice/knowledge/safety-notes.ts'
import { namedReliefs } from '../../shared/advice/relief/named-reliefs.ts'
import { GradeMark } from '../ui/components/GradeMark.tsx'
import { References } from '../ui/components/References.tsx'
import classes from './Guide.module.css'

/** Reliefs that can be logged by name because they were studied, with the findings. */
export function NamedReliefs() {
  return (
    <section className={classes.panel} aria-labelledby="named-reliefs">
      <h2 id="named-reliefs">What some people take</h2>
      <p>Not advice, only what was studied. If you try one, log it with the cramp under its name.</p>
      {namedReliefs.map(({ technique, name, text, evidence, safety }) => (
        <div key={technique}>
          <h3>{name}</h3>
          <p>{text}</p>
          {safety.map(id => (
            <p key={id}>
              <strong>{safetyNotes[id].title}.</strong> {safetyNotes[id].text}
            </p>
          ))}
          {evidence.map(({ about, grade, finding }) => (
            <div key={finding}>
              <p className={classes.grade}>
                <GradeMark grade={grade} /> {about !== null && <>for {about}</>}
              </p>
              <p>{finding}</p>
            </div>
          ))}
          <References ids={[...new Set(evidence.flatMap(({ sources }) => sources))]} />
        </div>
      ))}
    </section>
  )
}
