import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix, NINE } from '../../test/support/cases.ts'
import { writeMatrixText } from '../matrix-text/write-matrix-text.ts'
import { no, ok } from '../shared/lib/result.ts'
import type { Topic } from '../shared/protocol/bridge.ts'
import { type Db, openDb } from '../sqlite/db.ts'
import { type MatrixApi, matrixApi } from './account/matrix-api.ts'
import type { Desk } from './desk.ts'
import { matrixAnswers, matrixDoings } from './matrix-desk.ts'
import { matrixTexts } from './matrix-texts.ts'
import { start0010 } from './store/migrations/0010-start.ts'
import { MIGRATIONS } from './store/migrations/all.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierline-draft-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const offline = matrixApi(async () => no({ type: 'NotReachable', message: 'no net' }))
function console(db: Db, api: MatrixApi = offline) {
  const noted: Topic[] = []
  const deps = {
    desk: () => ({ db, serverNow: () => NINE }) as Desk,
    token: () => 'token',
    api,
    texts: matrixTexts(''),
    changes: { note: (topics: readonly Topic[]) => void noted.push(...topics) }
  }
  return { ask: matrixAnswers(deps), tell: matrixDoings(deps), noted }
}

test('[MX35] a draft is on disk as it was typed, offline too, and outlives the engine', async () => {
  const file = path.join(folder, 'queue.db')
  openDb(file, [start0010]).close()
  const db = openDb(file, MIGRATIONS)
  const { ask, tell, noted } = console(db)
  expect(ask['matrix.draft']({})).toBeNull()
  const doc = { format: 'half', functional: [{ id: 'ünfertig' }], odd: null }
  expect(tell['matrix.putDraft']({ draft: { doc, base: 3 } })).toEqual({ ok: true, id: null })
  expect(noted).toEqual(['matrix'])
  // Nobody closes it: the process was killed.
  const later = console(openDb(file, MIGRATIONS))
  expect(later.ask['matrix.draft']({})).toEqual({ doc, base: 3, savedAt: NINE })
  later.tell['matrix.putDraft']({ draft: { doc: { name: 'other' }, base: 4 } })
  expect(later.ask['matrix.draft']({})).toMatchObject({ doc: { name: 'other' }, base: 4 })
  later.tell['matrix.putDraft']({ draft: null })
  expect(later.ask['matrix.draft']({})).toBeNull()
  db.close()
})

test('[MX35] offline the server is not made up, and what it refuses is passed on', async () => {
  const { ask, tell, noted } = console(openDb(':memory:', MIGRATIONS))
  expect(await ask['matrix.versions']({})).toBeNull()
  expect(await ask['matrix.trialCases']({ row: null, after: null, limit: 5 })).toBeNull()
  const asked = { doc: matrix(), base: 1, reason: 'because', at: null }
  expect(await tell['matrix.publish'](asked)).toMatchObject({ ok: false, error: { type: 'NotReachable' } })
  const moved = no({ type: 'MatrixMoved' as const, message: 'moved', version: 4 })
  const refusing = console(openDb(':memory:', MIGRATIONS), { ...offline, publish: async () => moved })
  expect(await refusing.tell['matrix.publish'](asked)).toEqual(moved)
  const yes = console(openDb(':memory:', MIGRATIONS), { ...offline, publish: async () => ok('2') })
  expect(await yes.tell['matrix.publish'](asked)).toEqual({ ok: true, id: '2' })
  expect(noted).toEqual(['matrix'])
})

test('[MX2] a text of a newer format is refused, and kept word for word', async () => {
  const { ask, tell, noted } = console(openDb(':memory:', MIGRATIONS))
  const text = '# from the future\nformat: tierline.matrix/9\nrows: &all [1, 2]\n'
  const read = { ok: false, kept: true, faults: [{ code: 'newer_format', line: 2, column: 9 }] }
  expect(await ask['matrix.read']({ text, name: 'future.yaml' })).toMatchObject(read)
  expect(await ask['matrix.read']({ text, name: 'again.yaml' })).toMatchObject(read)
  expect(ask['matrix.kept']({})).toEqual([{ name: 'again.yaml', text, keptAt: NINE }])
  expect(noted).toEqual(['matrix', 'matrix'])
  tell['matrix.discardKept']({ name: 'future.yaml', keptAt: NINE })
  expect(ask['matrix.kept']({})).toHaveLength(1)
  tell['matrix.discardKept']({ name: 'again.yaml', keptAt: NINE })
  expect(ask['matrix.kept']({})).toEqual([])
  expect(await ask['matrix.read']({ text: 'format: [', name: 'x' })).toMatchObject({ ok: false, kept: false })
  const written = await ask['matrix.write']({ doc: matrix(), as: 'yaml' })
  expect(written.text).toBe(writeMatrixText(matrix(), 'yaml'))
  expect(await ask['matrix.read']({ text: written.text, name: 'own.yaml' })).toEqual({
    ok: true,
    doc: matrix()
  })
})
