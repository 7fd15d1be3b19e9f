import classes from './charts.module.css'

export interface ChartTooltipProps {
  title: string
  lines: readonly string[]
}

/** Tooltip of the bin under the pointer. */
export function ChartTooltip({ title, lines }: ChartTooltipProps) {
  return (
    <div className={classes.tooltip}>
      {[title, ...lines].map(line => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
