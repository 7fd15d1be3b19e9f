/**
 * Static scan for what an Electron program must not do, or must do with care: rules over the syntax tree, each bound to a
 * point of Electron's security checklist. It replaces electronegativity, whose parsers do not read today's TypeScript.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, parseSync, type VariableDeclaration, Visitor, type VisitorObject } from 'oxc-parser'

export interface Finding {
  readonly rule: string
  readonly file: string
  readonly line: number
}

interface Rule {
  readonly name: string
  /** Why a place that it finds has to be explained. */
  readonly why: string
  /** Number of the point in Electron's security checklist; null for a rule of our own. */
  readonly point: number | null
  /** An example that the rule must find. */
  readonly example: string
  readonly visit: (found: (node: { readonly start: number }) => void, fixed: FixedTexts) => VisitorObject
}

/** Names in a file that are bound to a text of the source, once and for all. */
type FixedTexts = ReadonlySet<string>

type Node = { readonly type: string; readonly start: number }

/** Name of a property, member, identifier or text. */
function nameOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const { type, name, value, property } = node as {
    type?: string
    name?: string
    value?: unknown
    property?: unknown
  }
  if (type === 'MemberExpression') return nameOf(property)
  if (type === 'Literal') return typeof value === 'string' ? value : undefined
  return name
}

const isLiteral = (node: Node, value: unknown) =>
  node.type === 'Literal' && (node as Node & { value?: unknown }).value === value

/** True for a literal, a name of a fixed text or of a constant (`LIKE_THIS`), and a template made of those alone. */
function isFixed(node: Node, fixed: FixedTexts): boolean {
  if (node.type === 'Literal') return true
  if (node.type === 'TemplateLiteral')
    return (node as Node & { expressions: readonly Node[] }).expressions.every(one => isFixed(one, fixed))
  const name = node.type === 'Identifier' ? (nameOf(node) ?? '') : ''
  return fixed.has(name) || /^[A-Z][A-Z0-9_]+$/.test(name)
}

/** A name that is bound twice in a file counts only if both are fixed. */
function findFixedTexts(program: Program): FixedTexts {
  const fixed = new Set<string>()
  const other = new Set<string>()
  const note = ({ kind, declarations }: VariableDeclaration) => {
    for (const { id, init } of declarations) {
      if (id.type !== 'Identifier') continue
      if (kind === 'const' && init !== null && isFixed(init, fixed)) fixed.add(id.name)
      else other.add(id.name)
    }
  }
  new Visitor({ VariableDeclaration: note }).visit(program)
  return new Set([...fixed].filter(name => !other.has(name)))
}

/** Options by which a page would be given more: `name: value`, where any value is meant by undefined. */
const optionRule = (
  name: string,
  point: number,
  why: string,
  options: Readonly<Record<string, unknown>>,
): Rule => {
  const [[option, value] = ['', true]] = Object.entries(options)
  return {
    name,
    why,
    point,
    example: `const preferences = { ${option}: ${value === undefined ? 'anything' : value} }`,
    visit: found => ({
      Property: node => {
        const key = nameOf(node.key)
        if (key === undefined || !Object.hasOwn(options, key)) return
        // A value that is worked out may be the dangerous one.
        const safe = options[key] === undefined ? undefined : !options[key]
        if (!isLiteral(node.value, safe)) found(node)
      },
    }),
  }
}

/** Members by name, of any object, also where they are destructured. */
const memberRule = (
  name: string,
  point: number | null,
  why: string,
  example: string,
  members: readonly string[],
): Rule => ({
  name,
  why,
  point,
  example,
  visit: found => ({
    MemberExpression: node => {
      if (members.includes(nameOf(node.property) ?? '')) found(node)
    },
    Property: node => {
      if (node.shorthand && members.includes(nameOf(node.key) ?? '')) found(node)
    },
  }),
})

const importRule = (name: string, why: string, modules: RegExp): Rule => ({
  name,
  why,
  point: null,
  example: "import { anything } from 'node:child_process'; import 'node:net'",
  visit: found => ({
    ImportDeclaration: node => {
      if (node.importKind !== 'type' && modules.test(node.source.value)) found(node)
    },
    ExportNamedDeclaration: node => {
      if (node.source !== null && modules.test(node.source.value)) found(node)
    },
  }),
})

const textRule = (name: string, point: number, why: string, example: string, pattern: RegExp): Rule => ({
  name,
  why,
  point,
  example,
  visit: found => ({
    Literal: node => {
      if (typeof node.value === 'string' && pattern.test(node.value)) found(node)
    },
    TemplateElement: node => {
      if (pattern.test(node.value.raw)) found(node)
    },
  }),
})

export const rules: readonly Rule[] = [
  textRule(
    'insecure address',
    1,
    'loads over an open connection',
    "load('http://a.example')",
    /^(http|ws|ftp):\/\//,
  ),
  optionRule('node in a page', 2, 'gives a page Node', {
    nodeIntegration: true,
    nodeIntegrationInWorker: true,
    nodeIntegrationInSubFrames: true,
  }),
  optionRule('shared context', 3, 'lets a page change what the preload uses', { contextIsolation: false }),
  optionRule('no sandbox', 4, 'runs a page with the rights of the program', { sandbox: false }),
  memberRule(
    'permissions',
    5,
    'decides what a page may use',
    'session.setPermissionRequestHandler(handler)',
    ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler'],
  ),
  optionRule('no web security', 6, 'lifts the same-origin policy', { webSecurity: false }),
  memberRule(
    'markup from text',
    7,
    'makes elements, and so scripts, out of text',
    'element.innerHTML = text',
    [
      ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe'],
      'dangerouslySetInnerHTML',
    ],
  ),
  {
    name: 'code from text',
    why: 'runs text as code',
    point: 7,
    example: "eval('1'); new Function('1'); page.executeJavaScript('1'); setTimeout('1')",
    visit: found => ({
      CallExpression: node => {
        const callee = nameOf(node.callee) ?? ''
        const [first] = node.arguments
        const isTimer = ['setTimeout', 'setInterval'].includes(callee)
        if (['eval', 'executeJavaScript', 'executeJavaScriptInIsolatedWorld', 'insertCSS'].includes(callee))
          found(node)
        else if (isTimer && first !== undefined && ['Literal', 'TemplateLiteral'].includes(first.type))
          found(node)
      },
      NewExpression: node => {
        if (nameOf(node.callee) === 'Function') found(node)
      },
    }),
  },
  optionRule('insecure content', 8, 'lets a secure page load insecure scripts', {
    allowRunningInsecureContent: true,
  }),
  optionRule('experimental features', 9, 'turns on what Chromium has not finished', {
    experimentalFeatures: true,
  }),
  optionRule('Blink features', 10, 'turns on what Chromium has not finished', {
    enableBlinkFeatures: undefined,
  }),
  {
    name: 'popups of a webview',
    why: 'lets an embedded page open windows',
    point: 11,
    example: '<webview allowpopups />',
    visit: found => ({
      JSXAttribute: node => {
        if (node.name.type === 'JSXIdentifier' && node.name.name === 'allowpopups') found(node)
      },
    }),
  },
  optionRule('webview', 12, 'lets a page embed another with options of its own', { webviewTag: true }),
  memberRule('loaded page', 13, 'decides which page a window shows', "window.loadURL('about:blank')", [
    'loadURL',
    'loadFile',
  ]),
  {
    name: 'window',
    why: 'opens a window',
    point: 14,
    example: 'new BrowserWindow({})',
    visit: found => ({
      NewExpression: node => {
        if (
          ['BrowserWindow', 'BaseWindow', 'WebContentsView', 'BrowserView'].includes(
            nameOf(node.callee) ?? '',
          )
        )
          found(node)
      },
    }),
  },
  memberRule('address in a browser', 15, 'starts a program on an address', 'shell.openExternal(address)', [
    'openExternal',
  ]),
  memberRule('out of the program', null, 'hands a file to another program', 'shell.openPath(path)', [
    ...['openPath', 'showItemInFolder', 'trashItem'],
  ]),
  {
    name: 'channel of main',
    why: 'answers pages',
    point: 17,
    example: "ipcMain.on('call', answer)",
    visit: found => ({
      CallExpression: node => {
        if (node.callee.type === 'MemberExpression' && nameOf(node.callee.object) === 'ipcMain') found(node)
      },
    }),
  },
  textRule('file address', 18, 'pages of file:// may read each other', "load('file:///a')", /^file:\/\//),
  {
    name: 'exposed to a page',
    why: 'puts something of the preload within a page’s reach',
    point: 20,
    example: "contextBridge.exposeInMainWorld('all', ipcRenderer)",
    visit: found => ({
      CallExpression: node => {
        if (/^exposeIn(MainWorld|IsolatedWorld)$/.test(nameOf(node.callee) ?? '')) found(node)
      },
    }),
  },
  importRule('another process', 'runs another program', /^(node:)?child_process$/),
  importRule(
    'network',
    'could send something',
    /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$/,
  ),
  memberRule('switches of Chromium', null, 'changes how Chromium protects', "commandLine.appendSwitch('a')", [
    'appendSwitch',
    'appendArgument',
  ]),
  memberRule(
    'certificates',
    null,
    'may accept a false certificate',
    'session.setCertificateVerifyProc(accept)',
    ['setCertificateVerifyProc', 'setProxy', 'loadExtension'],
  ),
  {
    name: 'SQL put together',
    why: 'a text of a person in it would be run as SQL; texts and constants of the source are none',
    point: null,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text that the rule is tried on.
    example: 'db.prepare(`select * from ${table}`)',
    visit: (found, fixed) => ({
      CallExpression: node => {
        const [first] = node.arguments
        if (
          node.callee.type === 'MemberExpression' &&
          ['prepare', 'exec', 'pragma'].includes(nameOf(node.callee.property) ?? '') &&
          // A regular expression has `exec`, too.
          (first?.type === 'TemplateLiteral' || /db$/i.test(nameOf(node.callee.object) ?? '')) &&
          first !== undefined &&
          !isFixed(first, fixed)
        )
          found(node)
      },
    }),
  },
  {
    name: 'environment',
    why: 'whoever starts the program decides it',
    point: null,
    example: 'process.env.HOME',
    visit: found => ({
      MemberExpression: node => {
        if (nameOf(node.object) === 'process' && nameOf(node.property) === 'env') found(node)
      },
    }),
  },
]

/** Findings in one source text. */
export function scanSource(file: string, source: string): Finding[] {
  const { program } = parseSync(file, source)
  const findings: Finding[] = []
  const fixed = findFixedTexts(program)
  const visitors = rules.map(({ name, visit }) =>
    visit(({ start }) => {
      findings.push({ rule: name, file, line: source.slice(0, start).split('\n').length })
    }, fixed),
  )
  new Visitor(mergeVisitors(visitors)).visit(program)
  return findings
}

/** One visitor for all rules, so that a file's tree is walked once. */
function mergeVisitors(visitors: readonly VisitorObject[]): VisitorObject {
  const merged: Record<string, (node: never) => void> = {}
  for (const type of new Set(visitors.flatMap(visitor => Object.keys(visitor)))) {
    const handlers = visitors.flatMap(visitor => Reflect.get(visitor, type) ?? [])
    merged[type] = node => {
      for (const handle of handlers) handle(node)
    }
  }
  return merged
}

/** Scans all source files of the product. */
export function scanProduct(root: string): Finding[] {
  return globSync('{main,preload,renderer,shared}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['main/packaging/**'],
  })
    .toSorted()
    .flatMap(file => scanSource(file, readFileSync(join(root, file), 'utf8')))
}
