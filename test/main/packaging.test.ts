/** Packaging, as far as it can be checked without its packages; `npm run package:check` proves the rest. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../main/packaging')
const read = (name: string) => readFileSync(join(folder, name))

test('the lock fixes each package by its checksum and names no registry', () => {
  const { packages }: { packages: Record<string, { integrity?: string; resolved?: string }> } = JSON.parse(
    read('package-lock.json').toString(),
  )
  const installed = Object.entries(packages).filter(([path]) => path !== '')
  expect(installed.length).toBeGreaterThan(200)
  expect(installed.filter(([, { integrity, resolved }]) => !integrity || resolved !== undefined)).toEqual([])
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    read('package.json').toString(),
  )
  for (const version of Object.values(devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

/** Width and height of a PNG, from its first chunk. */
const sizeOfPng = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

test('the icon is there in the sizes of each system', () => {
  const pngs = readdirSync(join(folder, 'build/icons'))
  expect(pngs.map(name => Number.parseInt(name, 10)).toSorted((a, b) => a - b)).toEqual([
    16, 24, 32, 48, 64, 96, 128, 256, 512,
  ])
  for (const name of pngs) {
    const size = Number.parseInt(name, 10)
    expect(sizeOfPng(read(`build/icons/${name}`))).toEqual([size, size])
  }
  const ico = read('build/icon.ico')
  const inIco = Array.from(
    { length: ico.readUInt16LE(4) },
    (_, index) => ico.readUInt8(6 + 16 * index) || 256,
  )
  expect(inIco).toEqual([16, 24, 32, 48, 64, 128, 256])
  const icns = read('build/icon.icns')
  const inIcns = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    inIcns.push(sizeOfPng(icns.subarray(at + 8))[0])
  expect(inIcns).toEqual([16, 32, 64, 128, 256, 512, 32, 64, 256, 512, 1024])
})
