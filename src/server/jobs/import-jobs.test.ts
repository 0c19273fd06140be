import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ImportJob } from '../../shared/protocol/imports.ts'
import { type Desk, desk, NOW } from '../import/fixtures/desk.ts'
import { house } from '../import/fixtures/house.ts'
import { LIST, mappingOf } from '../import/fixtures/mappings.ts'
import { sqliteLog } from '../import/fixtures/sqlite-log.ts'
import { makeImportJobs } from './import-jobs.ts'

const ROWS = Array.from({ length: 250 }, (_, id) => `${id},thing,2026-01-05 10:00,,open`)
const FILE = `id,what,opened,closed,state\n${ROWS.join('\n')}\n`

function jobsAt(at: Desk) {
  return makeImportJobs({
    folder: at.jobsFolder,
    log: at.log,
    matrix: house,
    now: () => NOW,
    newId: () => 'job-1',
    report: () => undefined
  })
}

test('[IM43] what goes on at the start of the server is listed under its name, and says so', async () => {
  let stop = false
  const log = sqliteLog({
    beforeCommit: () => undefined,
    afterCommit: () => {
      if (stop) throw new Error('the power is gone')
    }
  })
  using at = desk(log)
  const stopped = at.run(at.file('old.csv', FILE), mappingOf(LIST), {
    name: 'export.csv',
    onProgress: ({ phase }) => {
      stop = phase === 'publishing'
    }
  })
  await expect(stopped).rejects.toThrow('the power is gone')
  stop = false

  const jobs = jobsAt(at)
  await jobs.resume(house())
  const listed = { name: 'export.csv', phase: 'done', said: { type: 'Resumed' }, imported: 250, total: 250 }
  expect(jobs.list().map((job) => ImportJob.parse(job))).toMatchObject([listed])
  expect(at.log.all().size).toBe(250)
  expect(jobs.cancel('job-1')).toEqual({ ok: false, error: { type: 'NotNow', phase: 'done' } })
})

test('[IM44] what a stopped server had received of a file is thrown away', () => {
  using at = desk()
  const incoming = path.join(at.jobsFolder, 'incoming')
  mkdirSync(incoming, { recursive: true })
  writeFileSync(path.join(incoming, 'half'), 'half of a file')
  jobsAt(at)
  expect(readdirSync(incoming)).toEqual([])
})

// The device that is always full is a thing of Linux.
test.skipIf(!existsSync('/dev/full'))('[IM51] a full disk ends the import and says so', async () => {
  using at = desk()
  const jobs = jobsAt(at)
  const asked = { name: 'a.csv', mapping: JSON.stringify(LIST), acceptRejections: false }
  expect(jobs.begin(asked)).toMatchObject({ ok: true })
  symlinkSync('/dev/full', path.join(at.jobsFolder, 'incoming', 'job-1'))
  const full = { ok: false, error: { type: 'DiskFull' } }
  expect(await jobs.receive('job-1', Buffer.from('x'))).toEqual(full)
  expect(jobs.list()).toMatchObject([{ phase: 'failed', said: { type: 'DiskFull' } }])
  expect(jobs.end('job-1')).toEqual({ ok: false, error: { type: 'NotNow', phase: 'failed' } })
})

test('[IM53] every rejected row is given page by page in the order of the file, refused or imported', async () => {
  using at = desk()
  const jobs = jobsAt(at)
  // Rows that come later in the file are found out first: duplicates are seen when cases are checked.
  const rows = Array.from({ length: 450 }, (_, n) =>
    n % 3 === 0 ? `${n},x,never,,open` : `${n},x,2026-01-05 10:00,,lost`
  )
  const text = `id,what,opened,closed,state\n${rows.join('\n')}\n0,fine,2026-01-05 10:00,,open\n`
  const begun = jobs.begin({ name: 'bad.csv', mapping: JSON.stringify(LIST), acceptRejections: true })
  const id = begun.ok ? begun.value : ''
  expect(jobs.rejections(id, 10, 0)).toEqual({ ok: true, value: [] })
  await jobs.receive(id, Buffer.from(text))
  jobs.end(id)
  await expect.poll(() => jobs.list()[0]?.phase).toBe('done')
  const [job] = jobs.list()
  const page = (limit: number, skip: number) => {
    const some = jobs.rejections(id, limit, skip)
    return some.ok ? some.value : []
  }
  const all = [page(200, 0), page(200, 200), page(200, 400), page(200, 600)]
  expect(all.map((each) => each.length)).toEqual([200, 200, (job?.rejected ?? 0) - 400, 0])
  const lines = all.flat().map(({ line }) => line)
  expect(lines).toEqual(lines.toSorted((a, b) => a - b))
  expect(new Set(lines).size).toBe(job?.rejected)
  expect(all[0]).toEqual(job?.rejections)
  expect(page(1_000, 0)).toEqual(all.flat())
  expect(jobs.rejections('no-such', 10, 0)).toEqual({ ok: false, error: { type: 'NoSuchImport' } })
})
