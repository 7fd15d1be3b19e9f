/**
 * The layers of the product's code, as a rule over imports. Within main, renderer and shared a file may import from its
 * own layer and from those listed after it. Across them: main and renderer import shared, preload the names of the contract.
 */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

type Part = 'main' | 'preload' | 'renderer' | 'shared'

/**
 * Folders of each part from the top layer down. Folders in one list are siblings: they share a layer and do not import
 * each other. `.` are the files directly in the part's folder.
 */
const layers: Readonly<Record<Part, readonly (readonly string[])[]>> = {
  main: [['app'], ['ipc'], ['services'], ['jobs'], ['store'], ['files']],
  preload: [['.']],
  renderer: [
    ['app'],
    ['today', 'cramp-now', 'journal', 'insights', 'plan', 'report', 'settings', 'guide', 'welcome'],
    ['quick-add'],
    ['log', 'warnings', 'backups', 'suspects', 'history'],
    ['ui'],
    ['data'],
  ],
  shared: [
    ['.'],
    ['demo'],
    ['report'],
    ['archive', 'history'],
    ['csv'],
    ['quick-add', 'search'],
    ['experiments'],
    ['advice'],
    ['analysis'],
    ['kinds', 'privacy'],
    ['statistics'],
    ['locale'],
    ['time'],
  ],
}

/** Parts, and single files of them, that a part may import from, besides itself. */
const otherParts: Readonly<Record<Part, readonly string[]>> = {
  main: ['shared/'],
  preload: ['shared/call-names.ts', 'shared/contract.ts', 'shared/surroundings.ts'],
  renderer: ['shared/'],
  shared: [],
}

/** Paths of files from the repository's root, each with the paths it imports; packages are left out. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** Reads the imports, re-exports and literal dynamic imports of files, of values and of types. */
export function readImports(root: string, files: readonly string[]): ImportGraph {
  const known = new Set(files)
  return new Map(
    files.map(file => {
      const source = readFileSync(join(root, file), 'utf8')
      const { module } = parseSync(file, source)
      const requests = [
        ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
        ...module.staticExports.flatMap(({ entries }) =>
          entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
        ),
        ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
      ]
      const imported = requests
        .filter(request => request.startsWith('.'))
        // The bundler's suffix, as in `worker.ts?modulePath`.
        .map(request => posix.join(posix.dirname(file), request.replace(/\?.*$/, '')))
        .filter(path => known.has(path))
      return [file, [...new Set(imported)]]
    }),
  )
}

/** Imports that go up, sideways, or into a part that is not open to this one. One sentence each. */
export function findLayerFaults(graph: ImportGraph): string[] {
  const faults: string[] = []
  for (const [file, imported] of graph) {
    const from = placeOf(file)
    if (from === null) {
      faults.push(`${file} is in a folder that test/lint/layers.ts does not list.`)
      continue
    }
    for (const path of imported) {
      const to = placeOf(path)
      if (to === null) continue
      if (from.part !== to.part) {
        if (!otherParts[from.part].some(open => path.startsWith(open)))
          faults.push(`${file} imports ${path}: ${from.part} may not import this from ${to.part}.`)
      } else if (from.layer > to.layer)
        faults.push(`${file} imports ${path}: ${from.folder} is below ${to.folder}.`)
      else if (from.layer === to.layer && from.folder !== to.folder)
        faults.push(`${file} imports ${path}: ${from.folder} and ${to.folder} are siblings.`)
    }
  }
  return faults
}

/** Groups of nodes that can all be reached from each other (strongly connected components, after Tarjan 1972). */
export function findCircles(graph: ImportGraph): string[][] {
  const circles: string[][] = []
  const indexOf = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const visit = (node: string): number => {
    const index = indexOf.size
    indexOf.set(node, index)
    lowest.set(node, index)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!indexOf.has(next)) lowest.set(node, Math.min(lowest.get(node) ?? index, visit(next)))
      else if (stack.includes(next))
        lowest.set(node, Math.min(lowest.get(node) ?? index, indexOf.get(next) ?? index))
    }
    const low = lowest.get(node) ?? index
    if (low === index) {
      const circle = stack.splice(stack.indexOf(node))
      if (circle.length > 1) circles.push(circle)
    }
    return low
  }
  for (const node of graph.keys()) if (!indexOf.has(node)) visit(node)
  return circles
}

/** The same imports between folders, at every depth. */
export function groupByFolder(graph: ImportGraph): ImportGraph {
  const folders = new Map<string, Set<string>>()
  for (const [file, imported] of graph) {
    const folder = posix.dirname(file)
    const targets = folders.get(folder) ?? new Set<string>()
    for (const path of imported) if (posix.dirname(path) !== folder) targets.add(posix.dirname(path))
    folders.set(folder, targets)
  }
  return new Map([...folders].map(([folder, targets]) => [folder, [...targets]]))
}

interface Place {
  readonly part: Part
  readonly folder: string
  /** 0 is the top layer. */
  readonly layer: number
}

function placeOf(file: string): Place | null {
  const [top = '', ...rest] = file.split('/')
  if (!isPart(top)) return null
  const folder = rest.length > 1 ? (rest[0] ?? '.') : '.'
  const layer = layers[top].findIndex(siblings => siblings.includes(folder))
  return layer < 0 ? null : { part: top, folder, layer }
}

const isPart = (name: string): name is Part => Object.hasOwn(layers, name)
