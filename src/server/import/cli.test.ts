import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { importCommand } from './cli.ts'
import { type Desk, desk, NOW } from './fixtures/desk.ts'
import { house } from './fixtures/house.ts'
import { LIST } from './fixtures/mappings.ts'

const HEADER = 'id,what,opened,closed,state\n'
const ROWS = Array.from({ length: 100 }, (_, id) => `${id},thing,2026-01-05 10:00,,open\n`).join('')

async function command(at: Desk, ...more: string[]) {
  const out: string[] = []
  const err: string[] = []
  const mapping = at.file('mapping.json', JSON.stringify(LIST))
  const args = ['--mapping', mapping, '--data', at.folder, ...more]
  const open = () => ({ log: at.log, matrix: house(), close: async () => undefined })
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) }
  const code = await importCommand(args, io, { open, now: () => NOW })
  return { code, out, err, last: JSON.parse(out.at(-1) ?? '{}') as unknown }
}

test('[IM50] it tells people on standard error and machines in the last line of standard output', async () => {
  using at = desk()
  const file = at.file('cases.csv', `${HEADER}${ROWS}bad\n`)
  const { code, out, err, last } = await command(at, '--file', file)
  expect(code).toBe(0)
  expect(out).toHaveLength(1)
  expect(last).toMatchObject({
    imported: 100,
    skipped: 0,
    rejected: 1,
    leftOut: 0,
    already: false,
    seconds: 0
  })
  expect(err.at(0)).toBe('reading 100 %, 1 rows rejected')
  expect(err).toContain('100 cases imported')
  expect(err).toContain('  wrong-column-count: 1')
  const report = path.join(at.folder, 'imports', 'cases.csv.rejected.csv')
  expect(readFileSync(report, 'utf8')).toContain('102,,,,wrong-column-count')
})

test('[IM50] again it has nothing to do, and that is no error', async () => {
  using at = desk()
  const file = at.file('cases.csv', HEADER + ROWS)
  await command(at, '--file', file)
  const { code, err, last } = await command(at, '--file', file)
  expect(code).toBe(0)
  expect(err).toEqual(['nothing to do: this file was imported with this mapping before (100 cases)'])
  expect(last).toMatchObject({ already: true, imported: 0, skipped: 100 })
  expect(existsSync(path.join(at.folder, 'imports', 'cases.csv.rejected.csv'))).toBe(false)
})

test('[IM50] refused it ends with 1 and the reason, accepted with the rest', async () => {
  using at = desk()
  const file = at.file('cases.csv', `${HEADER}${ROWS}${'bad\n'.repeat(20)}`)
  const report = path.join(at.folder, 'report.csv')
  const refused = await command(at, '--file', file, '--report', report)
  expect(refused.code).toBe(1)
  expect(refused.last).toMatchObject({ imported: 0, refused: { type: 'TooManyRejected', rejected: 20 } })
  expect(refused.err.at(-1)).toContain('nothing was imported: 20 of 120 rows')
  expect(existsSync(report)).toBe(true)
  const accepted = await command(at, '--file', file, '--accept-rejections')
  expect(accepted).toMatchObject({ code: 0, last: { imported: 100, rejected: 20 } })
})

test('[IM50] a dry run says what would be', async () => {
  using at = desk()
  const { code, err, last } = await command(at, '--file', at.file('cases.csv', HEADER + ROWS), '--dry-run')
  expect({ code, last: err.at(-1) }).toEqual({ code: 0, last: '100 cases would be imported' })
  expect(last).toMatchObject({ dryRun: true, imported: 100 })
  expect(at.log.all().size).toBe(0)
})

test('[IM50] a bad mapping and a missing file are told in words', async () => {
  using at = desk()
  const file = at.file('cases.csv', HEADER + ROWS)
  const mapping = at.file('bad.yaml', 'format: tierline.mapping/1\ncolour: red\n')
  const bad = await command(at, '--file', file, '--mapping', mapping)
  expect(bad.code).toBe(1)
  expect(bad.err.join('\n')).toContain('line 2: colour: this key is not part of a mapping')
  const none = await command(at, '--file', file, '--mapping', '/there/is/none.yaml')
  expect(none.err).toEqual(['there is no file /there/is/none.yaml'])
})

test.each([[['--file']], [[]], [['--file', 'a', '--colour', 'red']]])(
  '[IM50] asked the wrong way (%s) it says how to ask, and ends with 2',
  async (args) => {
    using at = desk()
    const { code, err, out } = await command(at, ...args)
    expect(code).toBe(2)
    expect(err.join('\n')).toContain('usage: import --file FILE')
    expect(out).toEqual([])
  }
)
