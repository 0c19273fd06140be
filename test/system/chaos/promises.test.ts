import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { putArchive } from '../../../src/engine/store/archive.ts'
import { listUnanswered } from '../../../src/engine/store/outbox.ts'
import { MIGRATIONS as LOG_MIGRATIONS } from '../../../src/server/log/migrations/all.ts'
import { pushResult } from '../../../src/server/log/results.ts'
import { must } from '../../../src/shared/lib/must.ts'
import { openDb } from '../../../src/sqlite/db.ts'
import { caseId, note } from '../../support/acting.ts'
import { ana } from '../../support/cases.ts'
import { answer, openQueue, truth } from '../../support/queue.ts'
import type { Console } from './console.ts'
import { brokenPromises, keptIn, watchAnswers } from './promises.ts'

test('[CH5] what a console was told and the server does not have, or has otherwise, is noticed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-promises-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(path.join(folder, 'queues'))
  const file = path.join(folder, 'server.db')
  const log = openDb(file, LOG_MIGRATIONS)
  const queue = openQueue({ file: path.join(folder, 'queues/ana.db') })
  queue.take([truth().open(caseId)])
  for (const opId of ['first', 'second']) queue.act(note, opId)
  const [first, second] = listUnanswered(queue.db, 2)
  const saved = [{ opId: 'second' }]
  const consoles = [{ name: 'ana', data: folder, saved }] as unknown as Console[]
  const answers = watchAnswers(consoles)
  saved.push({ opId: 'first' })
  const broken = () => brokenPromises(consoles, keptIn(file))
  expect([answers.count(), await broken()]).toEqual([0, []])

  const [one, other] = [answer(must(first, 'op'), 2), answer(must(second, 'op'), 3)]
  queue.db.write((tx) => putArchive(tx, must(first, 'op'), one, 1))
  expect([answers.count(), await broken()]).toEqual([
    1,
    ["ana was told first is applied (2), and it was not on the server's disk"]
  ])
  const keep = (result: typeof one) =>
    log.write((tx) => pushResult(tx, { ...result, deviceId: 'device-1', personId: ana.id }))
  keep(one)
  keep({ ...other, seq: 4 })
  expect(await broken()).toEqual([])
  queue.db.write((tx) => putArchive(tx, must(second, 'op'), other, 2))
  expect(await broken()).toEqual(["ana was told second is applied (3), and it was not on the server's disk"])
  expect(answers.count()).toBe(1)
  answers.close()
  queue.db.close()
  log.close()
})
