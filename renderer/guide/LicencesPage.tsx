import { Alert, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useJournalClient } from '../data/journal-client.ts'
import { queryKeys } from '../data/queries.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'

/** Licences of everything that Unknot is made of, with their whole texts. */
export function LicencesPage() {
  const journal = useJournalClient()
  const { data, error } = useQuery({
    queryKey: queryKeys.licences,
    queryFn: () => journal.getLicences({}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <GuidePage
      title="Licences"
      lead="Unknot is free software under the MIT licence. It is made with the work of others, under these licences."
    >
      {error && <Alert color="red">{error.message}</Alert>}
      {data === undefined && !error && <Loader aria-label="Reading the licences" />}
      {data?.map(({ name, version, identifier, text }) => (
        <details key={`${name} ${version}`} className={classes.licence}>
          <summary>
            {name} {version}
            <Text span c="dimmed">
              {' '}
              {identifier ?? 'licence in the text'}
            </Text>
          </summary>
          <pre>{text ?? 'The package comes without a text.'}</pre>
        </details>
      ))}
      <Text size="sm" c="dimmed" mt="md">
        Electron and Chromium bring their own licences, in files beside the program.
      </Text>
    </GuidePage>
  )
}
