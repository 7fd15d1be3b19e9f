import { Button, type ButtonProps } from '@mantine/core'

interface StayingButtonProps extends Pick<ButtonProps, 'size'> {
  /** There is nothing more for it to do. */
  isSpent: boolean
  onClick: () => void
  children: string
}

/** A button that may have nothing left to do once it was pressed. It keeps the focus then, and says so. */
export function StayingButton({ isSpent, onClick, children, size }: StayingButtonProps) {
  return (
    <Button
      variant="default"
      {...(size !== undefined && { size })}
      aria-disabled={isSpent}
      {...(isSpent && { 'data-disabled': true })}
      onClick={() => {
        if (!isSpent) onClick()
      }}
    >
      {children}
    </Button>
  )
}
