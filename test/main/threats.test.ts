/** `main/THREATS.md` has the same content as the guide, and names existing tests. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { label, labelTitle } from '../../shared/privacy/label.ts'
import { type Evidence, threats, threatsLead, threatsTitle } from '../../shared/privacy/threats.ts'

const root = join(import.meta.dirname, '../..')

const list = (lines: readonly string[]) => lines.map(line => `- ${line}`).join('\n')

const describe = ({ file, test: name }: Evidence) => `\`${file}\`${name === '' ? '' : ` (“${name} …”)`}`

/** Update the page with `npx vitest run test/main/threats.test.ts -u`. */
test('main/THREATS.md is the guide’s page, with the tests that show it', async () => {
  const sections = threats.map(({ who, holds, doesNotHold, shownBy }) => {
    const tests = shownBy.map(describe)
    return `## ${who}\n\nProtected:\n\n${list(holds)}\n\nNot protected:\n\n${list(doesNotHold)}\n\nShown by:\n\n${list(tests)}\n`
  })
  const lines = label.map(
    ({ what, amount, shownBy }) => `${what}: **${amount}**. Shown by ${shownBy.map(describe).join(', ')}`,
  )
  const page = `# ${threatsTitle}\n\n${threatsLead}\n\nWritten from \`label.ts\` and \`threats.ts\` in \`shared/privacy\`, which the guide shows as well.\n\n## ${labelTitle}\n\n${list(lines)}\n\n${sections.join('\n')}`
  await expect(page).toMatchFileSnapshot(join(root, 'main/THREATS.md'))
})

test.each([...label, ...threats].flatMap(({ shownBy }) => shownBy))(
  '$file holds a test “$test”',
  ({ file, test: name }) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(name)
  },
)
