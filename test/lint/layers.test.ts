/** The layers hold, and the rule that says so finds what breaks them. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCircles, findLayerFaults, groupByFolder, type ImportGraph, readImports } from './layers.ts'

const root = join(import.meta.dirname, '../..')
// main/packaging is a project of its own, which packs what is built from these.
const files = globSync('{main,preload,renderer,shared}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: ['main/packaging/**'],
})
const graph = readImports(root, files)

describe('the product', () => {
  test('imports go down, and across only where they may', () => {
    expect(graph.get('main/app/index.ts')?.length).toBeGreaterThan(0)
    expect(findLayerFaults(graph)).toEqual([])
  })

  test('neither files nor folders import each other in circles', () => {
    expect(findCircles(graph)).toEqual([])
    expect(findCircles(groupByFolder(graph))).toEqual([])
  })
})

describe('the rule', () => {
  const faultsOf = (...edges: [string, string][]): string[] => {
    const nodes = new Set(edges.flat())
    const imports: ImportGraph = new Map(
      [...nodes].map(node => [node, edges.filter(([from]) => from === node).map(([, to]) => to)]),
    )
    return findLayerFaults(imports)
  }

  test.each<[string, string]>([
    ['shared/time/moment.ts', 'shared/kinds/cramp.ts'],
    ['shared/analysis/windows.ts', 'shared/advice/claims.ts'],
    ['main/store/open.ts', 'main/services/backups.ts'],
    ['renderer/ui/Screen.tsx', 'renderer/today/DayView.tsx'],
    ['renderer/today/DayView.tsx', 'renderer/plan/PlanScreen.tsx'],
    ['renderer/app/App.tsx', 'main/app/index.ts'],
    ['main/app/index.ts', 'renderer/app/App.tsx'],
    ['shared/contract.ts', 'main/app/index.ts'],
    ['preload/index.ts', 'shared/kinds/entry.ts'],
    ['shared/somewhere-new/file.ts', 'shared/time/moment.ts'],
  ])('finds %s importing %s', (from, to) => {
    expect(faultsOf([from, to])).toHaveLength(1)
  })

  test.each<[string, string]>([
    ['shared/kinds/cramp.ts', 'shared/time/moment.ts'],
    ['renderer/today/DayView.tsx', 'renderer/today/FluidCard.tsx'],
    ['renderer/today/DayView.tsx', 'renderer/log/CrampForm.tsx'],
    ['main/ipc/handlers/entries.ts', 'shared/contract.ts'],
    ['preload/index.ts', 'shared/call-names.ts'],
  ])('lets %s import %s', (from, to) => {
    expect(faultsOf([from, to])).toEqual([])
  })

  test('finds circles of files, and of folders whose files make none', () => {
    const imports: ImportGraph = new Map([
      ['a/one.ts', ['b/two.ts']],
      ['b/two.ts', []],
      ['b/three.ts', ['a/four.ts']],
      ['a/four.ts', ['a/five.ts']],
      ['a/five.ts', ['a/four.ts']],
    ])
    expect(findCircles(imports)).toEqual([['a/four.ts', 'a/five.ts']])
    expect(findCircles(groupByFolder(imports)).map(circle => circle.toSorted())).toEqual([['a', 'b']])
  })
})
