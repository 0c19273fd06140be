import { memoryUsage } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { desk } from './fixtures/desk.ts'
import { LOG, mappingOf } from './fixtures/mappings.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const WORDS = 'many words\n'.repeat(170)
const MAPPING = mappingOf({ ...LOG, attributes: { words: 'words' } })

/** Three updates of two kilobytes a case; those of one case lie a third of the file apart, as in a log by time. */
function log(cases: number): string {
  const rows = Array.from({ length: cases * 3 }, (_, index) => {
    const update = Math.floor(index / cases)
    return `C${index % cases},2026-01-0${update + 1} 10:00,${update},${['New', 'Active', 'Done'][update]},desk,Ann,"${WORDS}"\n`
  })
  return `case,at,rev,state,group,who,words\n${rows.join('')}`
}

/** The most that is held at the end of any batch, in megabytes. */
async function mostHeld(cases: number): Promise<number> {
  using at = desk()
  const file = at.file('log.csv', log(cases))
  let most = 0
  const onProgress = () => {
    collectGarbage()
    const { heapUsed, external } = memoryUsage()
    most = Math.max(most, heapUsed + external)
  }
  expect(await at.run(file, MAPPING, { onProgress, dryRun: true })).toMatchObject({
    value: { imported: cases }
  })
  return most / 1e6
}

test('[IM16] a file four times as big takes no more memory', { timeout: 60_000 }, async () => {
  await mostHeld(100)
  const small = await mostHeld(200)
  const big = await mostHeld(800)
  // The bigger file is three and a half megabytes bigger.
  expect(big - small).toBeLessThan(1.5)
})
