/**
 * `npm run package [-- --dir]`: packages for this system, around the installed Electron, in main/packaging/dist. `--dir` stops
 * at the folder of the program.
 */
import { parseArgs } from 'node:util'
import { build } from 'electron-builder'
import { findElectron } from '../../test/host/host.ts'
import { config, root } from './config.ts'

const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false } } })

if (findElectron() === undefined) {
  console.error('Electron’s binary is not here. `npm start -- --fetch-electron` fetches it.')
  process.exitCode = 1
} else {
  const made = await build({
    projectDir: root,
    dir: values.dir,
    config: { ...config, electronDist: 'node_modules/electron/dist' },
  })
  for (const path of made) console.log(path)
}
