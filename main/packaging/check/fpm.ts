#!/usr/bin/env node
/**
 * Stands in for fpm, which electron-builder would download to make a deb: takes the options that electron-builder gives,
 * and has dpkg-deb do the work. An option that it does not know fails.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { sizeOf } from './sizes.ts'

const text = { type: 'string' } as const
const list = { type: 'string', multiple: true } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: 's' },
    t: { ...text, short: 't' },
    depends: { ...list, short: 'd' },
    force: { type: 'boolean' },
    'deb-recommends': list,
    'deb-compression': text,
    'deb-priority': text,
    'after-install': text,
    'after-remove': text,
    ...{ architecture: text, description: text, version: text, package: text, name: text },
    ...{ maintainer: text, vendor: text, url: text, category: text, license: text },
  },
})

const folder = mkdtempSync(join(tmpdir(), 'unknot-deb-'))
try {
  chmodSync(folder, 0o755)
  for (const mapping of positionals) copy(mapping)
  writeControl()
  execFileSync('dpkg-deb', [
    ...['--root-owner-group', `-Z${values['deb-compression'] ?? 'xz'}`],
    ...['--build', folder, values.package ?? ''],
  ])
} finally {
  rmSync(folder, { recursive: true })
}

/** Copies `SOURCE=TARGET`: a file, or the content of a folder. */
function copy(mapping: string): void {
  const [source = '', target = ''] = mapping.split('=')
  const place = join(folder, target)
  mkdirSync(dirname(place), { recursive: true })
  cpSync(source, place, { recursive: true, verbatimSymlinks: true })
  if (!statSync(source).isDirectory()) chmodSync(place, 0o644)
}

function writeControl(): void {
  const { name, version, architecture, maintainer, url, category, depends = [] } = values
  // The first line is the synopsis. Those after it begin with a space.
  const [synopsis = '', ...rest] = (values.description ?? '').split('\n')
  const fields = {
    Package: name,
    Version: version,
    Architecture: architecture,
    Maintainer: maintainer,
    'Installed-Size': String(Math.ceil(sizeOf(folder) / 1024)),
    Depends: depends.join(', '),
    Recommends: (values['deb-recommends'] ?? []).join(', '),
    Section: category,
    Priority: values['deb-priority'],
    Homepage: url,
    Description: [synopsis, ...rest.map(line => ` ${line.trim() || '.'}`)].join('\n'),
  }
  const control = join(folder, 'DEBIAN')
  mkdirSync(control)
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  writeFileSync(join(control, 'control'), `${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n`)
  for (const [option, script] of [
    ['after-install', 'postinst'],
    ['after-remove', 'postrm'],
  ] as const) {
    const source = values[option]
    if (source === undefined) continue
    cpSync(source, join(control, script))
    chmodSync(join(control, script), 0o755)
  }
}
