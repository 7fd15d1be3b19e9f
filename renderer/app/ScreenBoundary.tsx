import { Alert, Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { Screen } from '../ui/components/Screen.tsx'

interface Props {
  children: ReactNode
}

/** Keeps a mistake in one screen from taking the whole window down. */
export class ScreenBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <Screen title="This screen could not be shown">
        <Alert>
          <p>
            Everything you saved is still in your journal. Try again, or go to another screen. If it keeps
            happening, close Unknot and open it again.
          </p>
          <p>What went wrong: {error.message}</p>
          <Button variant="default" onClick={() => this.setState({ error: null })}>
            Try again
          </Button>
        </Alert>
      </Screen>
    )
  }
}
