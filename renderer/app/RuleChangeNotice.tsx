import { Alert, Anchor, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import { everyCramp } from '../../shared/analysis/cramp-filter.ts'
import { getExposureOf } from '../../shared/analysis/exposures/exposures.ts'
import type { Finding } from '../../shared/analysis/finding.ts'
import { verdictMeanings, verdictWords } from '../../shared/analysis/finding-sentences.ts'
import { listChangedVerdicts, type RuleChange } from '../../shared/analysis/rule-change.ts'
import { isPattern } from '../../shared/analysis/verdict.ts'
import { formatDate } from '../data/format.ts'
import { METHOD_PATH } from '../data/paths.ts'
import { useAcknowledgeRuleChange, useRuleChange } from '../data/rule-change-queries.ts'
import { useFindings } from '../data/use-findings.ts'
import { showError } from '../ui/components/messages.ts'
import classes from './MissingFileAlert.module.css'

/** Notice, once, in a journal that was analysed by the earlier rule: which words the new one changed, and why. */
export function RuleChangeNotice() {
  const { data } = useRuleChange()
  return data?.isPending === true ? <Notice earlier={data.earlier} /> : null
}

function Notice({ earlier }: Pick<RuleChange, 'earlier'>) {
  const { ready, error } = useFindings(everyCramp)
  const acknowledge = useAcknowledgeRuleChange()
  return (
    <Alert className={classes.lost} title="Unknot has a new way to judge links" role="region">
      <Text size="sm">
        It finds more real links, and promises how rarely it is wrong. A word can change because of this,
        although your journal is the same.
      </Text>
      {ready !== null ? (
        <Words earlier={earlier} findings={ready.findings.findings} />
      ) : (
        <Text size="sm" role="status">
          {error === null
            ? 'Your journal is being searched.'
            : 'Your journal could not be searched just now.'}
        </Text>
      )}
      <Text size="sm" mt="xs">
        Reports that you saved stay as they were.{' '}
        <Anchor component={Link} to={METHOD_PATH} size="sm" underline="always">
          How this is worked out
        </Anchor>
      </Text>
      <Button
        mt="sm"
        variant="default"
        disabled={ready === null && error === null}
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate(undefined, { onError: showError })}
      >
        I have read this
      </Button>
    </Alert>
  )
}

function Words({
  earlier,
  findings,
}: Pick<RuleChange, 'earlier'> & { readonly findings: readonly Finding[] }) {
  if (earlier === null) return <WordsOfNow findings={findings} />
  const changed = listChangedVerdicts(earlier, findings)
  const date = formatDate(earlier.lastDate, 'long')
  if (changed.length === 0)
    return <Text size="sm">No word differs from those of your saved report, which were of {date}.</Text>
  return (
    <>
      <Text size="sm">These words differ from those of your saved report, which were of {date}:</Text>
      <ul aria-label="Changed words">
        {changed.map(({ name, before, finding }) => (
          <li key={name}>
            {name}: {verdictWords[before]} before, {verdictWords[finding.verdict]} now.{' '}
            {verdictMeanings[finding.verdict]}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Without a saved report no earlier word is known, and none is guessed. */
function WordsOfNow({ findings }: { readonly findings: readonly Finding[] }) {
  const patterns = findings.filter(isPattern)
  return (
    <>
      <Text size="sm">
        The earlier words were not stored.{' '}
        {patterns.length === 0
          ? 'By the new way nothing stands out so far.'
          : 'These are those that stand out now:'}
      </Text>
      {patterns.length > 0 && (
        <ul aria-label="Words of now">
          {patterns.map(finding => (
            <li key={finding.key}>
              {getExposureOf(finding).name}: {verdictWords[finding.verdict]}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
