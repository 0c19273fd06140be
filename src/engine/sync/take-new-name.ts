import type { Db } from '../../sqlite/db.ts'
import { findMeta, putMeta } from '../store/meta.ts'
import { dropAnsweredAfter, listOutbox } from '../store/outbox.ts'
import { renumber } from './realign.ts'

/**
 * Another copy of this installation goes on under its name: this one takes a new name and keeps all it has to say, under the
 * ids it has, so nothing is done twice (SY47). False when it is not a copy but this very file that somebody else opened.
 */
export function takeNewName(db: Db, instance: string, deviceId: string): boolean {
  return db.write((tx) => {
    if (findMeta(tx, 'instance') !== instance) return false
    putMeta(tx, 'deviceId', deviceId)
    // Their facts come with the fetch that a new installation begins with.
    dropAnsweredAfter(tx, 0)
    renumber(tx, [], listOutbox(tx), { opNo: 0, hash: '' }, deviceId)
    return true
  })
}
