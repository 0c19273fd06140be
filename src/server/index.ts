import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import { v7 } from 'uuid'
import type { Reader } from '../sqlite/db.ts'
import { makeSignIn } from './auth/sign-in.ts'
import { makeTokens, type Tokens } from './auth/tokens.ts'
import { type Core, createCore, nameStore } from './core.ts'
import type { Home } from './home/home.ts'
import { makeApp } from './http/app.ts'
import { makeImportJobs } from './jobs/import-jobs.ts'
import { makeTrials } from './jobs/trials.ts'
import { findMatrix, newestMatrixVer } from './log/matrices.ts'
import { isDemo } from './log/meta.ts'
import { openHome, type Place } from './open-home.ts'
import { type Outgoing, openOutgoing } from './outgoing/outgoing.ts'
import { openWire } from './session/wire.ts'
import { cutThread } from './snapshots/cut-thread.ts'
import { makeSnapshots } from './snapshots/snapshots.ts'
import { type Health, makeHealth } from './watch/health.ts'
import { makeMetrics } from './watch/metrics.ts'
import { timedHome } from './watch/timed-home.ts'
import { makeWatchApp } from './watch/watch-app.ts'

/** A server that answers. `stop` sends the consoles away kindly and closes the files. */
export type RunningServer = {
  readonly url: string
  /** Where it is watched, if it is. */
  readonly watchUrl?: string
  readonly core: Core
  readonly home: Home
  readonly db: Reader
  /** Resolves when the home can be used no more, with why: the server has sent its people away and is to be stopped. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

export type ServerSettings = Place & {
  readonly host: string
  readonly port: number
  readonly logger: Logger
  /** The reverse proxy in front, if any: only what comes from there is believed about who really asks. */
  readonly proxy?: string
  /** The company's own system that carries out what was granted. */
  readonly webhook?: Outgoing
  readonly now?: () => number
  /** Where metrics are read, if anywhere: a port of its own. */
  readonly watch?: { readonly host: string; readonly port: number }
}

/** Frames wait so long for more to go with them. */
const COALESCE_MS = 30
const TICK_MS = 1_000
/** So long before a sign-in ends its console is asked for the token, and again when it has not answered. */
const EXPIRING_MS = 60 * 60_000
const ASK_AGAIN_MS = 60_000
/** People who are sent away come back one by one. */
const awayMs = (): number => 500 + Math.round(Math.random() * 4_500)
/** How long the last words have to get out. */
const GOODBYE_MS = 250

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** A demo lets anybody in as anybody, so nobody but this machine may reach it. */
export class OpenDemo extends Error {
  override readonly name = 'OpenDemo'
}

/** Puts everything together. The only place of the server where clocks, chance and timers come from. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { data, host, port, logger } = settings
  const now = settings.now ?? (() => Date.now())
  const metrics = makeMetrics()
  const report = (event: string, details: Readonly<Record<string, unknown>>): void => {
    const { error, ...rest } = details
    metrics.reported(event)
    if (error === undefined) logger.info(rest, event)
    else logger.error({ ...rest, err: error }, event)
  }
  const { home, writes } = timedHome(await openHome(settings, report), () => performance.now())
  const { db } = home
  if (isDemo(db) && !LOOPBACK.has(host)) {
    await home.close()
    throw new OpenDemo('this is a demo workspace, which lets anybody in: it is served on 127.0.0.1 only')
  }
  await nameStore(home, v7).catch(async (error: unknown) => {
    await home.close()
    throw error
  })
  const courier = openOutgoing({ data, demo: isDemo(db), webhook: settings.webhook, now })
  const health = makeHealth(home, () => performance.now())
  const cutting = cutThread(home.file)
  // Beside what it is cut from: a folder that no other node uses.
  const folder = path.join(path.dirname(home.file), 'snapshots')
  const snapshots = makeSnapshots({ folder, cut: cutting.cut, now, report })
  const core = createCore({ home, now, newId: v7, courier, report, snapshots })
  const tokens = makeTokens(home, now, report)
  const matrix = () => findMatrix(db, newestMatrixVer(db))
  const imports = path.join(data, 'imports')
  const jobs = makeImportJobs({ folder: imports, log: core.importLog, matrix, now, newId: v7, report })
  const trials = makeTrials({ db, newId: v7, pause: () => setImmediate(), report })
  const app = makeApp(
    { home, db, core, tokens, signIn: makeSignIn(db, tokens, now), jobs, trials, health, now },
    logger,
    settings.proxy
  )
  await app.ready()
  const io = openWire(app.server, core, tokens, now, report, metrics)
  metrics.watch({ db, core, health, writes, home, imports: () => jobs.list() })
  const watchApp = settings.watch && makeWatchApp(metrics, health)
  const stopTimers = startTimers(core, tokens, health, now, report)

  const ended = new Promise<string>((resolve) => {
    home.onEnd((why) => {
      stopTimers()
      core.drain(awayMs)
      resolve(why)
    })
  })

  async function stop(): Promise<void> {
    stopTimers()
    health.drain()
    trials.stop()
    core.drain(awayMs)
    await new Promise((resolve) => setTimeout(resolve, GOODBYE_MS))
    await io.close()
    await app.close()
    await watchApp?.close()
    courier.close()
    await cutting.stop()
    await home.close()
  }
  try {
    await app.listen({ host, port })
    if (watchApp && settings.watch) await watchApp.listen(settings.watch)
  } catch (error) {
    await stop()
    throw error
  }
  const current = matrix()
  if (current) void jobs.resume(current).catch((error: unknown) => report('import.broke', { error }))
  const { port: taken } = app.server.address() as AddressInfo
  const watched = watchApp?.server.address() as AddressInfo | null | undefined
  const watchUrl = watched ? { watchUrl: `http://${settings.watch?.host}:${watched.port}` } : {}
  return { url: `http://${host}:${taken}`, ...watchUrl, core, home, db, ended, stop }
}

function startTimers(
  core: Core,
  tokens: Pick<Tokens, 'leftMs'>,
  health: Health,
  now: () => number,
  report: (event: string, details: Record<string, unknown>) => void
): () => void {
  const guarded = async (event: string, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      report(event, { error }) // the disk, most likely: the next tick tries again
    }
  }
  const asked = new Map<string, number>()
  /** A console that is connected is in use: its sign-in ends only when it does not answer. */
  const lookAtTokens = (): void => {
    for (const tokenId of core.tokensInUse()) {
      const leftMs = tokens.leftMs(tokenId)
      if (leftMs === null) continue
      if (leftMs <= 0) core.signOut(tokenId)
      else if (leftMs < EXPIRING_MS && Math.abs(now() - (asked.get(tokenId) ?? 0)) >= ASK_AGAIN_MS) {
        asked.set(tokenId, now())
        core.expiring(tokenId, leftMs)
      }
    }
  }
  const flush = (): void => {
    core.flush()
    health.flushed()
  }
  core.onDirty(health.dirty)
  let waiting: NodeJS.Timeout | undefined
  core.onDirty(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      void guarded('flush.failed', flush)
    }, COALESCE_MS)
  })
  let isTicking = false
  const ticking = setInterval(() => {
    if (!isTicking) {
      isTicking = true
      void guarded('tick.failed', () => core.tick()).finally(() => {
        isTicking = false
      })
    }
    // Another program (an import by hand) may have written to the log: nobody says so, we look.
    void guarded('flush.failed', flush)
    void guarded('tokens.failed', () => lookAtTokens())
  }, TICK_MS)
  return () => {
    clearTimeout(waiting)
    clearInterval(ticking)
  }
}
