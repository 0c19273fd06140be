import path from 'node:path'
import { parseArgs } from 'node:util'
import { keepEngine } from '../host/engine-host.ts'
import { forkNodeEngine } from '../host/engine-process.ts'
import { keepEngines } from './engines.ts'
import { portOf, servePage } from './http.ts'
import { profileFolder } from './profile.ts'
import { connectTabs } from './tabs.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4390' },
    server: { type: 'string', default: process.env['TIERLINE_SERVER'] ?? 'http://127.0.0.1:4380' },
    data: { type: 'string', default: process.env['TIERLINE_DATA'] ?? '.demo' }
  }
})

const entry = path.join(import.meta.dirname, 'engine.js')
const engines = keepEngines((profile) => {
  const settings = { data: profileFolder(path.resolve(values.data), profile), server: values.server }
  return keepEngine(() => forkNodeEngine(entry, process.execPath, settings))
})
const http = servePage(path.join(import.meta.dirname, '../renderer'))
const tabs = connectTabs(http, engines)

http.on('error', (error) => {
  process.stderr.write(`The console cannot be served: ${error.message}\n`)
  process.exit(1)
})
http.listen(Number(values.port), '127.0.0.1', () => {
  process.stdout.write(`Tierline console: http://127.0.0.1:${portOf(http)}\n`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave())
// Whoever started this with a channel is gone, and could not say so.
process.once('disconnect', () => void leave())

async function leave(): Promise<void> {
  void tabs.close()
  http.closeAllConnections()
  await engines.stop()
  process.exit(0)
}
