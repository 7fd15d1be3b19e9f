import { Link } from 'react-router'
import { SOURCES_PATH } from '../data/paths.ts'
import { GuidePage } from './GuidePage.tsx'
import { PurposeText } from './PurposeText.tsx'

export function PurposePage() {
  return (
    <GuidePage title="What Unknot is for" lead="What each part does, for whom, and what not to use it for.">
      <PurposeText />
      <p>
        <Link to={SOURCES_PATH}>Where each claim comes from</Link>
      </p>
    </GuidePage>
  )
}
