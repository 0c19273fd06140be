import type { Db } from '../../sqlite/db.ts'
import type { Home, Soon } from './home.ts'
import { createWorks, type Group, OneThrew } from './works.ts'

/**
 * A home of one file. What is asked within one turn of the event loop, or while the disk is busy with the group before,
 * shares a transaction and so one wait for the disk.
 */
export function sqliteHome(db: Db, soon: Soon = setImmediate): Home {
  let isPlanned = false
  let isClosed = false
  const works = createWorks()

  function plan(): void {
    if (isPlanned) return
    isPlanned = true
    soon(() => {
      isPlanned = false
      if (!isClosed) flush()
    })
  }
  function flush(): void {
    const group = works.next()
    if (works.size() > 0) plan()
    if (!group) return
    try {
      write(group)
    } catch (error) {
      group.fail(error)
      return
    }
    group.settle()
  }
  function write(group: Group): void {
    try {
      db.write((tx) => group.run(tx))
    } catch (error) {
      if (!(error instanceof OneThrew)) throw error
      db.write((tx) => group.run(tx))
    }
  }
  return {
    node: 'only',
    isShared: false,
    db,
    file: db.file,
    write(work) {
      if (isClosed) return Promise.reject(new Error('the log is closed'))
      plan()
      return works.add(work)
    },
    catchUp: async () => undefined,
    onNews: () => () => undefined,
    onEnd: () => undefined,
    isLead: () => true,
    status: () => ({ ready: true }),
    nodes: async () => new Set(['only']),
    async close() {
      while (works.size() > 0) flush()
      isClosed = true
      db.checkpoint()
      db.close()
    }
  }
}
