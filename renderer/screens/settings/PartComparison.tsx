/** What changes in a part of the settings, marked as changes of a text are: the places that differ, each under its heading. */
import { useMemo } from 'react'
import { partDocument } from '../../../shared/desk/partDocument.ts'
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import type { SettingsPart } from '../../../shared/desk/settingsParts.ts'
import { type ComparedBlock, compareDocuments } from '../../../shared/document/compare.ts'
import { ComparisonView } from '../../document/ComparisonView.tsx'
import styles from './SettingsScreen.module.css'
import wordStyles from './StandingWords.module.css'

export interface PartComparisonProps {
  readonly part: SettingsPart
  readonly before: HouseSettings
  readonly after: HouseSettings
}

export function PartComparison({ part, before, after }: PartComparisonProps) {
  const comparison = useMemo(() => {
    const whole = compareDocuments(partDocument(before, part), partDocument(after, part))
    return { ...whole, blocks: differing(whole.blocks) }
  }, [part, before, after])
  if (comparison.edits === 0) return <p className={styles.soft}>Only blanks, or what is not shown to readers, differs.</p>
  return (
    <div className={wordStyles.compared}>
      <ComparisonView comparison={comparison} />
    </div>
  )
}

/** Without what stays as it is, but for the heading above each place. */
function differing(blocks: readonly ComparedBlock[]): readonly ComparedBlock[] {
  const shown = new Set<ComparedBlock>()
  let heading: ComparedBlock | undefined
  for (const block of blocks) {
    if (block.type === 'heading') heading = block
    if (block.kind === 'same') continue
    if (heading) shown.add(heading)
    shown.add(block)
  }
  return [...shown]
}
