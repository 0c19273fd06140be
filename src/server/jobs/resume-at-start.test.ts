import { cpSync } from 'node:fs'
import path from 'node:path'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { expect, onTestFinished, test, vi } from 'vitest'
import { people } from '../../../test/support/cases.ts'
import { tempFolder } from '../../../test/support/homes.ts'
import { ImportJob } from '../../shared/protocol/imports.ts'
import { makeTokens } from '../auth/tokens.ts'
import { createCore, nameStore } from '../core.ts'
import { desk } from '../import/fixtures/desk.ts'
import { house } from '../import/fixtures/house.ts'
import { LIST, mappingOf } from '../import/fixtures/mappings.ts'
import { sqliteLog } from '../import/fixtures/sqlite-log.ts'
import { startServer } from '../index.ts'
import { headSeq } from '../log/facts.ts'
import { openHome } from '../open-home.ts'

const ROWS = Array.from({ length: 250 }, (_none, id) => `${id},thing,2026-01-05 10:00,,open`)
const FILE = `id,what,opened,closed,state\n${ROWS.join('\n')}\n`

test('[IM43] a server that is started goes on with what one before it had begun', async () => {
  let isOut = false
  const log = sqliteLog({
    beforeCommit: () => undefined,
    afterCommit: () => {
      if (isOut) throw new Error('the power is gone')
    }
  })
  using at = desk(log)
  const stopped = at.run(at.file('old.csv', FILE), mappingOf(LIST), {
    onProgress: ({ phase }) => {
      isOut = phase === 'publishing'
    }
  })
  await expect(stopped).rejects.toThrow('the power is gone')

  const data = tempFolder()
  const home = await openHome({ data }, () => undefined)
  const core = createCore({ home, now: Date.now, newId: v7 })
  await nameStore(home, v7)
  for (const person of people) await core.putPerson(person)
  expect(await core.publishMatrix(house(), 'ada')).toMatchObject({ ok: true })
  const authorization = `Bearer ${await makeTokens(home, Date.now, () => undefined).issue('person', 'ada')}`
  await home.close()
  cpSync(at.jobsFolder, path.join(data, 'imports'), { recursive: true })

  const logger = pino({ level: 'silent' })
  const server = await startServer({ data, host: '127.0.0.1', port: 0, logger })
  onTestFinished(() => server.stop())
  const jobs = async () => {
    const reply = await fetch(new URL('/api/imports', server.url), { headers: { authorization } })
    return ImportJob.array().parse(await reply.json())
  }
  await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ phase: 'done', imported: 250 }]), {
    timeout: 20_000
  })
  expect(headSeq(server.db)).toBeGreaterThanOrEqual(250)
})
