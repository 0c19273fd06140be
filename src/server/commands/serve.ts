import { isIP } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { destination, type Logger, pino } from 'pino'
import { HomeBusy } from '../home/home.ts'
import { LogAway } from '../home/shared-log.ts'
import { OpenDemo, type RunningServer, startServer } from '../index.ts'
import { newestMatrixVer } from '../log/matrices.ts'
import { flag, portOf, readFlags } from './args.ts'
import { BadInput } from './bad-input.ts'
import { databaseProblem } from './data-folder.ts'
import { WEBHOOK_FLAGS, webhookOf } from './webhook-flags.ts'

/** Serves a data folder until it is told to end. */
export async function serveCommand(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(
    args,
    ['data', 'port'],
    ['cache', 'host', 'proxy', 'metrics-port', 'metrics-host', ...WEBHOOK_FLAGS]
  )
  const database = flags['database'] ?? process.env['DATABASE_URL']
  const place = {
    data: flag(flags, 'data'),
    ...(database && { database }),
    ...(flags['cache'] && { cache: flags['cache'] })
  }
  if (place.data === '') throw new BadInput('missing: --data')
  const host = flags['host'] ?? '127.0.0.1'
  const port = portOf(flag(flags, 'port'))
  const proxy = proxyOf(flags['proxy'])
  const webhook = webhookOf(flags)
  const watch = watchOf(flags)
  const server = await listen({
    ...place,
    host,
    port,
    logger: makeLogger('info'),
    ...(proxy && { proxy }),
    ...(webhook && { webhook }),
    ...(watch && { watch })
  })
  if (newestMatrixVer(server.db) === 0) {
    process.stderr.write('no escalation matrix yet: consoles wait until one is published (matrix publish)\n')
  }
  ready(server, out)
}

/** Metrics have a port of their own, which this machine alone reaches unless somebody says otherwise. */
function watchOf(
  flags: Readonly<Record<string, string | undefined>>
): { host: string; port: number } | undefined {
  const port = flags['metrics-port']
  if (port === undefined) return undefined
  return { host: flags['metrics-host'] ?? '127.0.0.1', port: portOf(port) }
}

function proxyOf(text: string | undefined): string | undefined {
  if (text !== undefined && isIP(text) === 0)
    throw new BadInput(`--proxy: ${text} is no address (such as 127.0.0.1)`)
  return text
}

export function makeLogger(level: 'info' | 'warn'): Logger {
  return pino({ name: 'tierline-server', level: process.env['TIERLINE_LOG'] ?? level }, destination(2))
}

/** Starts a server; why it cannot, in words. */
export async function listen(settings: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  try {
    return await started(settings)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const { host } = settings
    const port = error instanceof Error && 'port' in error ? error.port : settings.port
    if (code === 'EADDRINUSE')
      throw new BadInput(`port ${port} is in use by another program; choose another with --port`)
    if (code === 'EACCES')
      throw new BadInput(`port ${port} may not be used by this user; choose one over 1023`)
    if (error instanceof OpenDemo) throw new BadInput(error.message)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new BadInput(`--host: ${host} is no address of this machine`)
    throw databaseProblem(error)
  }
}

const ASK_AGAIN_MS = 2_000

/** A database that does not answer yet is waited for: the machines of a company come up in any order (HM21). */
async function started(settings: Parameters<typeof startServer>[0]): Promise<RunningServer> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await startServer(settings)
    } catch (error) {
      if (settings.database === undefined || !(error instanceof LogAway || error instanceof HomeBusy))
        throw error
      if (tries % 30 === 0)
        settings.logger.warn({ why: error.message }, 'the database does not answer: this node waits for it')
    }
    await wait(ASK_AGAIN_MS)
  }
}

/** Says that it answers, in one line a program can read, and ends when asked to. */
export function ready(server: RunningServer, out: (line: string) => void): void {
  let isEnding = false
  const end = (code: number): void => {
    if (isEnding) return
    isEnding = true
    server.stop().then(
      () => process.exit(code),
      () => process.exit(1)
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0))
  // Whoever started this with a channel is gone, and could not say so.
  process.on('disconnect', () => end(0))
  // Whoever started this starts it again, perhaps with a newer build.
  void server.ended.then((why) => {
    process.stderr.write(`this node ends: ${why}\n`)
    end(1)
  })
  out(
    JSON.stringify({
      ready: true,
      url: server.url,
      ...(server.watchUrl && { metrics: `${server.watchUrl}/metrics` })
    })
  )
}
