/** The scan's table: every finding with its explanation, and what lacks one. */
import { type Explanation, explanations } from './explanations.ts'
import { type Finding, rules } from './rules.ts'

/** Places without an explanation, and explanations without a place; a sentence each. */
export function findUnexplained(findings: readonly Finding[]): string[] {
  const isOf = (finding: Finding) => (one: Explanation) =>
    one.rule === finding.rule && one.file === finding.file
  return [
    ...findings
      .filter(finding => !explanations.some(isOf(finding)))
      .map(({ rule, file, line }) => `${file}:${line} (${rule}) has no explanation.`),
    ...explanations
      .filter(one => !findings.some(finding => isOf(finding)(one)))
      .map(({ rule, file }) => `${file} (${rule}) is explained, and no longer found.`),
  ]
}

/** The table as Markdown. Without line numbers, so that it changes only when a place comes or goes. */
export function writeTable(findings: readonly Finding[]): string {
  const rows = rules.map(({ name, why, point }) => {
    const files = [...new Set(findings.filter(({ rule }) => rule === name).map(({ file }) => file))]
    const places = files.map(file => {
      const count = findings.filter(finding => finding.rule === name && finding.file === file).length
      const explanation = explanations.find(one => one.rule === name && one.file === file)
      return `\`${file}\`${count === 1 ? '' : ` (${count})`}: ${explanation?.why ?? '**not explained**'}`
    })
    const shown = places.length === 0 ? 'none' : places.join('<br>')
    return `| ${name}: ${why} | ${point ?? ''} | ${shown} |`
  })
  return `# Static scan: places that need care, and why they are as they are

Written by \`npm run verify -- scan\` from \`rules.ts\` and \`explanations.ts\`. The second column is the point of Electron's
security checklist. A place without an explanation fails the scan and \`npm test\`.

| what it finds | point | where, and why |
| --- | --- | --- |
${rows.join('\n')}
`
}
