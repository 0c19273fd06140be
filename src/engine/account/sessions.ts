import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Session, TellRefusal } from '../../shared/protocol/bridge.ts'
import type { Db } from '../../sqlite/db.ts'
import type { Desk } from '../desk.ts'
import {
  deviceFor,
  dropSignedIn,
  findSignedIn,
  putDevice,
  putSignedIn,
  type SignedIn
} from './account-store.ts'
import type { ServerApi } from './server-api.ts'

export type SessionsDeps = {
  readonly db: Db
  readonly data: string
  readonly server: string
  readonly api: ServerApi
  readonly newId: () => string
  readonly open: (file: string, deviceId: string, signedIn: Pick<SignedIn, 'token' | 'grantKey'>) => Desk
}

export type Sessions = {
  desk(): Desk | undefined
  token(): string | undefined
  get(): Promise<Session>
  signInDemo(personId: string): Promise<Result<null, TellRefusal>>
  signIn(email: string, password: string): Promise<Result<null, TellRefusal>>
  signOut(): Promise<void>
  close(): void
}

/**
 * Who sits here. Signing in needs the server once; from then on the queue opens without it. Each person has a file of
 * their own, so nobody's unanswered work is ever sent under another name.
 */
export function createSessions(deps: SessionsDeps): Sessions {
  const { db, server, api } = deps
  let desk: Desk | undefined
  let signedIn = findSignedIn(db)
  if (signedIn && signedIn.server === server) desk = openDesk(signedIn)
  else signedIn = undefined

  function openDesk(next: SignedIn): Desk {
    const { person } = next
    const opened = deps.open(
      fileOf(deps.data, server, person),
      deviceFor(db, accountOf(server, person.id), deps.newId),
      next
    )
    opened.sync.start()
    return opened
  }

  function enter(next: SignedIn): void {
    desk?.close()
    desk = undefined
    db.write((tx) => putSignedIn(tx, next))
    signedIn = next
    desk = openDesk(next)
  }

  return {
    desk: () => desk,
    token: () => signedIn?.token,
    async get() {
      if (signedIn)
        return {
          state: 'signedIn',
          server,
          demo: signedIn.demo,
          person: desk?.place()?.person ?? signedIn.person
        }
      const about = await api.about()
      if (!about.ok)
        return {
          state: 'signedOut',
          server,
          reachable: false,
          demo: null,
          queues: [],
          problem: about.error.message
        }
      return {
        state: 'signedOut',
        server,
        reachable: true,
        demo: about.value.demo ? (about.value.people ?? []) : null,
        queues: about.value.queues,
        problem: null
      }
    },
    async signInDemo(personId) {
      const answer = await api.signInDemo(personId, deviceFor(db, accountOf(server, personId), deps.newId))
      if (!answer.ok)
        return answer.error.type === 'NotFound' ? no({ ...answer.error, type: 'NotADemo' }) : answer
      enter({ server, demo: true, ...answer.value })
      return ok(null)
    },
    async signIn(email, password) {
      const first = deviceFor(db, accountOf(server, email), deps.newId)
      let answer = await api.signIn(email, password, first)
      if (!answer.ok) return answer
      // The queue of this person may have been here before under another name of this device: it keeps that one.
      const known = deviceFor(db, accountOf(server, answer.value.person.id), () => first)
      if (known !== first) {
        answer = await api.signIn(email, password, known)
        if (!answer.ok) return answer
      }
      db.write((tx) => putDevice(tx, accountOf(server, email), known))
      enter({ server, demo: false, ...answer.value })
      return ok(null)
    },
    async signOut() {
      const token = signedIn?.token
      db.write(dropSignedIn) // first: on a full disk nobody is signed out by half
      desk?.close()
      desk = undefined
      signedIn = undefined
      // Signed out here is signed out: on a dead network nobody waits for a server that cannot be told.
      if (token) void api.signOut(token)
    },
    close: () => desk?.close()
  }
}

function accountOf(server: string, who: string): string {
  return `${server} ${who}`
}

/** One file per person and server; the name says nothing about either. */
function fileOf(data: string, server: string, person: Person): string {
  const folder = path.join(data, 'queues')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = createHash('sha256').update(`${server}\n${person.id}`).digest('hex').slice(0, 20)
  return path.join(folder, `${name}.db`)
}
