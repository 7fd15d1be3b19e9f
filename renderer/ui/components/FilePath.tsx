import classes from './FilePath.module.css'

/** The path of a file, broken at any place rather than cut off. */
export function FilePath({ path }: { path: string }) {
  return <code className={classes.path}>{path}</code>
}
