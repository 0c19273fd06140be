// `npm run load -- [--store sqlite|postgres --nodes 1|2 --consoles N --engines E --rate R --seconds S]`: a server in a process of its own, and many
// consoles in others; and the same frames from a bare Socket.IO server to as many sockets, in turn with it.
import { parseArgs } from 'node:util'
import { load } from './load.ts'

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite' },
    nodes: { type: 'string', default: '1' },
    consoles: { type: 'string', default: '200' },
    engines: { type: 'string', default: '8' },
    rate: { type: 'string', default: '25' },
    seconds: { type: 'string', default: '10' }
  }
})
const { store, nodes } = values
const [consoles, engines, rate, seconds] = [values.consoles, values.engines, values.rate, values.seconds].map(
  Number
) as [number, number, number, number]
const isStore =
  (store === 'sqlite' && nodes === '1') || (store === 'postgres' && (nodes === '1' || nodes === '2'))
if (!isStore || !(consoles > 0) || !(engines >= 0) || !(rate > 0) || !(seconds > 0)) {
  console.error(
    'usage: npm run load [-- --store sqlite|postgres --nodes 1|2 --consoles N --engines E --rate R --seconds S]'
  )
  console.error('(several nodes need --store postgres)')
  process.exit(2)
}
const report = await load({
  store: store === 'sqlite' ? 'sqlite' : 'postgres',
  nodes: nodes === '2' ? 2 : 1,
  consoles,
  engines,
  rate,
  seconds,
  say: (line) => console.log(line)
})
console.table(report)
console.log(JSON.stringify(report))
