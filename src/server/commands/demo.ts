import { v7 } from 'uuid'
import { nameStore } from '../core.ts'
import { seedDemo } from '../demo/seed-demo.ts'
import { sqliteHome } from '../home/sqlite-home.ts'
import { isDemo, markDemo } from '../log/meta.ts'
import { listPeople } from '../log/people.ts'
import { openLog } from '../open-log.ts'
import { flag, portOf, readFlags } from './args.ts'
import { BadInput } from './bad-input.ts'
import { listen, makeLogger, ready } from './serve.ts'

/** Serves a workspace to try things in, on this machine only. It is filled at the first start and keeps what is done in it. */
export async function demoCommand(
  args: readonly string[],
  out: (line: string) => void,
  err: (line: string) => void
): Promise<void> {
  const flags = readFlags(args, ['data', 'port'])
  const data = flag(flags, 'data')
  const port = portOf(flag(flags, 'port'))
  await prepare(data, err)
  ready(await listen({ data, host: '127.0.0.1', port, logger: makeLogger('warn') }), out)
}

async function prepare(data: string, err: (line: string) => void): Promise<void> {
  const home = sqliteHome(openLog(data))
  const { db } = home
  try {
    if (!isDemo(db)) {
      if (listPeople(db).length > 0) {
        throw new BadInput(`${data} holds a real workspace; choose another folder for the demo`)
      }
      await home.write((tx) => markDemo(tx))
    }
    await nameStore(home, v7)
    await seedDemo({ home, data, now: () => Date.now(), newId: v7, say: err })
  } finally {
    await home.close()
  }
}
