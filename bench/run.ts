import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { benchCatchUp } from './catch-up.ts'
import { benchDurableAction } from './durable-action.ts'
import { benchMatrixTrial } from './matrix-trial.ts'
import { benchOptionsFor } from './options-for.ts'
import { benchQueuePage } from './queue-page.ts'
import { benchSearch } from './search.ts'
import type { Compared } from './side-by-side.ts'

/** What the console costs over bare SQLite, as ratios measured side by side in this one run. The last line is for machines. */
const folder = mkdtempSync(path.join(tmpdir(), 'tierline-bench-'))
try {
  say('what', 'ours', 'bare', 'ratio', 'aim')
  const action = row('durable action', benchDurableAction(folder), 2)
  const queue = benchQueuePage(folder)
  say('queue of 100k over 1k', ms(queue.ms['100k']), ms(queue.ms['1k']), queue.ratio.toFixed(2), '1.2')
  const { search, unheard } = benchSearch(folder)
  row('search', search, 1.5)
  row('  never asked before', unheard, 1.5)
  const catchUp = benchCatchUp(folder)
  row('catch-up, each 2,000', catchUp, 2)
  const withWords = (catchUp.oursMs + catchUp.wordsMs) / catchUp.bareMs
  say('  and its words, later', ms(catchUp.wordsMs), '', `${withWords.toFixed(2)} in all`)
  const options = row('500 rows, 200 cases', benchOptionsFor(), 1.5)
  const trial = await benchMatrixTrial(folder)
  const speeds = [`${trial.triedPerSecond}/s`, `${trial.optionsPerSecond}/s`]
  say('draft on 100k cases', ...speeds, trial.overReading.toFixed(2), '1.5')
  const figures = {
    durable_action: round(action.ratio),
    queue_100k_over_1k: round(queue.ratio),
    search: round(search.ratio),
    search_unheard: round(unheard.ratio),
    catch_up: round(catchUp.ratio),
    catch_up_with_words: round(withWords),
    options_for_500: round(options.ratio),
    matrix_trial: round(trial.overOptions),
    matrix_trial_over_reading: round(trial.overReading),
    ms: {
      action: [round(action.oursMs), round(action.bareMs)],
      queue: Object.values(queue.ms).map(round),
      search: [round(search.oursMs), round(search.bareMs)],
      catchUp: [round(catchUp.oursMs), round(catchUp.bareMs)],
      optionsFor500: [round(options.oursMs), round(options.bareMs)]
    },
    cases_per_second: { tried: trial.triedPerSecond, options: trial.optionsPerSecond }
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function row(what: string, compared: Compared, aim: number): Compared {
  say(what, ms(compared.oursMs), ms(compared.bareMs), compared.ratio.toFixed(2), String(aim))
  return compared
}

function say(what: string, ...cells: string[]): void {
  process.stdout.write(`${what.padEnd(24)}${cells.map((cell) => cell.padStart(12)).join('')}\n`)
}

function ms(value: number | undefined): string {
  return `${(value ?? 0).toFixed(3)} ms`
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
