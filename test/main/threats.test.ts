/** `main/THREATS.md` has the same content as the guide, and names existing tests. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { threats, threatsLead, threatsTitle } from '../../shared/privacy/threats.ts'

const root = join(import.meta.dirname, '../..')

const list = (lines: readonly string[]) => lines.map(line => `- ${line}`).join('\n')

/** Update the page with `npx vitest run test/main/threats.test.ts -u`. */
test('main/THREATS.md is the guide’s page, with the tests that show it', async () => {
  const sections = threats.map(({ who, holds, doesNotHold, shownBy }) => {
    const tests = shownBy.map(({ file, test: name }) => `\`${file}\`${name === '' ? '' : ` (“${name} …”)`}`)
    return `## ${who}\n\nProtected:\n\n${list(holds)}\n\nNot protected:\n\n${list(doesNotHold)}\n\nShown by:\n\n${list(tests)}\n`
  })
  const page = `# ${threatsTitle}\n\n${threatsLead}\n\nWritten from \`shared/privacy/threats.ts\`, which the guide shows as well.\n\n${sections.join('\n')}`
  await expect(page).toMatchFileSnapshot(join(root, 'main/THREATS.md'))
})

test.each(threats.flatMap(({ shownBy }) => shownBy))('$file holds a test “$test”', ({ file, test: name }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(name)
})
