import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import classes from './DropHint.module.css'

/** Sign over the window while files are dragged across it. The preload takes them: see `preload/dropped-files.ts`. */
export function DropHint() {
  const isDragging = useIsDraggingFiles()
  return (
    <div className={classes.hint} data-shown={isDragging} aria-hidden>
      <p className={classes.words}>
        <IconFileImport size={28} stroke={1.6} />
        Drop to look into it. Nothing is imported before you say so.
      </p>
    </div>
  )
}

function useIsDraggingFiles(): boolean {
  const [isDragging, setDragging] = useState(false)
  useEffect(() => {
    const show = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) setDragging(true)
    }
    // Without a related target the pointer has left the window, and not just an element of the page.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const hide = () => setDragging(false)
    window.addEventListener('dragenter', show)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', hide)
    return () => {
      window.removeEventListener('dragenter', show)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', hide)
    }
  }, [])
  return isDragging
}
