import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { benchBootstrap } from './bootstrap.ts'
import { benchCatchUp } from './catch-up.ts'
import { benchDrain } from './drain.ts'
import { benchGrowth } from './growth.ts'
import { benchServerOps } from './server-ops.ts'

/**
 * What keeping consoles and server in step costs over bare SQLite, measured side by side in this one run. With `--full` in the sizes the aims are
 * for; without, in sizes that take a minute. The last line is for machines.
 */
const isFull = process.argv.includes('--full')
const folder = mkdtempSync(path.join(tmpdir(), 'tierline-bench-sync-'))
try {
  say('what', 'ours', 'bare', 'ratio', 'aim')
  const boot = await benchBootstrap(folder, isFull ? 50_000 : 10_000)
  const what = `first fetch, ${boot.cases / 1_000}k cases`
  say(what, ms(boot.oursMs), ms(boot.copyMs), two(boot.ratio), '1.5')
  say('  unpacked, not copied', ms(boot.oursMs), ms(boot.unpackMs), two(boot.unpackRatio), '')
  say('  beside other cases', ms(boot.besideMs), ms(boot.copyMs), two(boot.besideRatio), '')
  const missed = benchCatchUp(folder)
  say('missed, each 2,000', ms(missed.oursMs), ms(missed.bareMs), two(missed.ratio), '2')
  const drain = await benchDrain(folder)
  say('outbox of 1,000 drained', ms(drain.ms), ms(drain.bareMs), two(drain.ratio), '2,000 ms')
  const growth = await benchGrowth(folder, 10_000, isFull ? 1_000_000 : 100_000)
  for (const part of ['push', 'pull', 'take'] as const) {
    const [short, long] = growth[part].ms
    say(`${part}, ${growth.facts[1] / 1_000}k over 10k`, ms(long), ms(short), two(growth[part].ratio), '1.2')
  }
  const ops = await benchServerOps(folder)
  say('server', `${ops.opsPerSecond}/s`, `${ops.barePerSecond}/s`, two(ops.ratio), 'at least 0.4')
  process.stdout.write(`${JSON.stringify(rounded({ boot, missed, drain, growth, ops }))}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function say(what: string, ...cells: string[]): void {
  process.stdout.write(`${what.padEnd(26)}${cells.map((cell) => cell.padStart(13)).join('')}\n`)
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 0)} ms`
}

function two(value: number): string {
  return value.toFixed(2)
}

/** Every number in it to three digits behind the point. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'number' ? Math.round(one * 1_000) / 1_000 : one
    )
  )
}
