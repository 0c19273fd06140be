import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix as anyMatrix } from '../../../../test/support/cases.ts'
import { writeMatrixText } from '../../../matrix-text/write-matrix-text.ts'
import { openDataFolder } from '../data-folder.ts'
import { runCommand } from '../run-command.ts'

/** Nobody works in a new workspace, so nobody can be named. */
const matrix = (over: object = {}) => anyMatrix({ hierarchical: [], ...over })

let folder: string
let data: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-matrix-cli-'))
  data = path.join(folder, 'data')
  await cli('publish', '--data', data, '--file', file('first.yaml', matrix({ name: 'First' })))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, doc: unknown): string {
  const where = path.join(folder, name)
  writeFileSync(where, typeof doc === 'string' ? doc : writeMatrixText(doc, 'yaml'))
  return where
}

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(
    ['matrix', ...args],
    (line) => out.push(line),
    (line) => err.push(line)
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('[MX37] versions are published, listed, shown, written to a file and brought back', async () => {
  const second = file('second.json', JSON.stringify(matrix({ name: 'Second' })))
  const published = await cli(
    'publish',
    '--data',
    data,
    '--file',
    second,
    '--reason',
    'spring',
    '--base',
    '1'
  )
  expect(published).toMatchObject({ code: 0, out: 'version 2 of the matrix is in force' })
  expect(await cli('publish', '--data', data, '--file', second, '--base', '1')).toMatchObject({
    code: 1,
    err: expect.stringContaining('version 2 came meanwhile')
  })
  const back = ['rollback', '--data', data, '--version', '1', '--reason', 'too early'] as const
  expect(await cli(...back, '--base', '1')).toMatchObject({
    code: 1,
    err: expect.stringContaining('version 2 came meanwhile')
  })
  for (const _ of ['once', 'and again'])
    expect(await cli(...back, '--base', '2')).toMatchObject({
      code: 0,
      out: 'version 3 of the matrix is in force: version 1 again'
    })
  const { out } = await cli('list', '--data', data)
  expect(out.split('\n').map((line) => line.split('\t').filter((_, i) => i !== 1))).toEqual([
    ['3 (version 1 again)', 'command line', 'too early'],
    ['2', 'command line', 'spring'],
    ['1', 'command line', 'tests']
  ])
  expect((await cli('show', '--data', data, '--version', '2')).out).toContain('name: Second')
  expect((await cli('show', '--data', data)).out).toContain('name: First')
  for (const name of ['out.yaml', 'out.json']) {
    const where = path.join(folder, name)
    expect(await cli('export', '--data', data, '--version', '2', '--file', where)).toMatchObject({ code: 0 })
    expect(await cli('check', '--file', where, '--data', data)).toMatchObject({ code: 0 })
    expect(readFileSync(where, 'utf8').startsWith('{')).toBe(name.endsWith('json'))
  }
})

test('[MX37] two versions are compared, and a version with a file', async () => {
  const compare = async (...args: string[]) => (await cli('diff', '--data', data, ...args)).out
  expect(await compare('--from', '1', '--to', '2')).toBe('name: "First" -> "Second"')
  expect(await compare('--from', '1', '--to', '3')).toBe('version 1 and version 3 say the same')
  const [first, second, third] = matrix().functional
  const later = { ...first, acceptMinutes: 31 }
  const moved = file('moved.yaml', matrix({ name: 'First', functional: [third, later], riskShare: 0.5 }))
  expect((await compare('--file', moved)).split('\n')).toEqual([
    'riskShare: 0.25 -> 0.5',
    `- functional ${second?.id}`,
    `~ functional ${third?.id} (moved from place 3 to 1)`,
    `~ functional ${first?.id}`,
    '    acceptMinutes: 30 -> 31'
  ])
})

test('[MX24] a file is tried on the past cases of a folder', async () => {
  const past = path.join(folder, 'past')
  await cli('publish', '--data', past, '--file', file('past.yaml', matrix()))
  const { core, home } = await openDataFolder({ data: past })
  for (const category of ['billing', 'bug'])
    await core.intake.open({
      subject: `About ${category}`,
      body: 'x',
      customer: { id: 'c', name: 'Rosa', language: 'it', segment: 'B2C' },
      channel: 'email',
      category,
      queue: { tier: 'L1', team: 'billing' }
    })
  await home.close()
  const { functional } = matrix()
  const draft = file('draft.yaml', matrix({ functional: functional.slice(1) }))
  const { code, out } = await cli('try', '--data', past, '--file', draft)
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    '1 of 2 cases would go elsewhere',
    expect.stringMatching(
      /^ {2}\S+ About billing: from L1\/billing to L2\/tech \(l1-tech\), not L2\/billing \(l1-billing\)$/
    ),
    'functional l1-tech: 1 cases now, 2 with the draft',
    'functional l1-billing: 1 cases now, 0 with the draft',
    'functional l2-core: no case matched'
  ])
})

test('[MX37] a plan is made, listed and taken back', async () => {
  const doc = file('planned.yaml', matrix({ name: 'Planned' }))
  const made = await cli('publish', '--data', data, '--file', doc, '--at', '2199-01-01T06:00+01:00')
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^planned for 2199-01-01T05:00:00.000Z \(/)
  })
  const [line = ''] = (await cli('plan', '--data', data)).out.split('\n')
  const [id = '', at, state] = line.split('\t')
  expect([at, state]).toEqual(['2199-01-01T05:00:00.000Z', 'waiting'])
  expect(await cli('plan', '--data', data, '--cancel', id)).toMatchObject({ code: 0 })
  expect((await cli('plan', '--data', data)).out).toContain('cancelled')
})

test('[MX37] what cannot be done is said in a sentence', async () => {
  const good = path.join(folder, 'first.yaml')
  const here = path.join(folder, 'here.yaml')
  writeFileSync(here, 'mine')
  const bad: [args: string[], says: RegExp][] = [
    [[], /matrix rollback --data/],
    [['constructor'], /matrix rollback --data/],
    [['show', '--data', data, '--version', '99'], /there is no version 99/],
    [['show', '--data', data, '--version', 'two'], /--version: two is no whole number/],
    [['rollback', '--data', data, '--version', '99', '--reason', 'x'], /there is no version 99/],
    [['rollback', '--data', data, '--version', '1'], /missing: --reason/],
    [['rollback', '--data', data, '--version', '1', '--reason', ' '], /blanks are no reason/],
    [['publish', '--data', data, '--file', good, '--reason', ' '], /blanks are no reason/],
    [['export', '--data', data, '--file', here], /is there already/],
    [['publish', '--data', data, '--file', good, '--at', 'tomorrow'], /--at: tomorrow is no time/],
    [['publish', '--data', data, '--file', good, '--at', '2020-01-01T06:00Z'], /has passed already/],
    [['plan', '--data', data, '--cancel', 'none'], /there is no plan none/],
    [['check', '--file', file('newer.yaml', 'format: tierline.matrix/9')], /newer Tierline/],
    [
      ['publish', '--data', path.join(folder, 'new'), '--file', file('no.yaml', 'a: 1')],
      /this is not a matrix/
    ]
  ]
  for (const [args, says] of bad) {
    const result = await cli(...args)
    expect({ args, ...result }).toMatchObject({ args, code: 1, err: expect.stringMatching(says) })
    expect(result.err).not.toMatch(/\n {4}at /)
  }
  expect(readFileSync(here, 'utf8')).toBe('mine')
  expect(existsSync(path.join(folder, 'new'))).toBe(false)
})
