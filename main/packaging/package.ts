/** `npm run package [-- --dir]`: packages for this system, in main/packaging/dist. `--dir` stops at the folder. */
import { parseArgs } from 'node:util'
import { build } from 'electron-builder'
import { findElectron } from '../../test/host/host.ts'
import { config, root } from './config.ts'

const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false } } })

const made = await build({
  projectDir: root,
  dir: values.dir,
  config: {
    ...config,
    // Otherwise electron-builder downloads Electron.
    ...(findElectron() === undefined ? {} : { electronDist: 'node_modules/electron/dist' }),
  },
})
for (const path of made) console.log(path)
