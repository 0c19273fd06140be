// `npm start`. In JavaScript, and short, so that a Node of any age can read it and say what is missing;
// the launcher itself is launch.ts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const NEEDED_NAPI = 10 // what the database needs
const isNewEnough = Number(process.versions.napi) >= NEEDED_NAPI && Boolean(process.features.typescript)
const local = path.resolve(import.meta.dirname, '../node_modules/.bin/node')

if (isNewEnough) {
  await import('./launch.ts')
} else if (existsSync(local) && process.execPath !== local && !process.env.TIERLINE_NODE_TRIED) {
  runAgainWith(local)
} else {
  console.error(
    `Tierline needs Node 22.18 or newer to run from source; this is Node ${process.versions.node}.\n` +
      'Install Node 24 from https://nodejs.org, or on Linux run "npm ci" without --omit=optional, which brings one.'
  )
  process.exitCode = 1
}

function runAgainWith(node) {
  const env = { ...process.env, TIERLINE_NODE_TRIED: '1' }
  const child = spawn(node, [import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
