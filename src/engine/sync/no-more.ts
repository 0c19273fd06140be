import type { z } from 'zod'
import { type Down, PROTOCOL, type Pushed, type Welcome } from '../../shared/protocol/sync.ts'
import type { Call } from './line.ts'

/** A server that is behind is updated in minutes or days. */
const SERVER_OLDER_MS = 60_000

const TWICE = { name: 'ServerRefused', message: 'this queue was opened a second time elsewhere' } as const

/** What a call comes to when the server does not let this console in. */
export function turnedAway(call: Call, welcome: Extract<Welcome, { ok: false }>): void {
  if (welcome.why === 'BUSY') return call.hangUp(welcome.retryAfterMs)
  if (welcome.why === 'UPGRADE')
    return otherBuild(call, welcome.message, (welcome.proto ?? PROTOCOL + 1) < PROTOCOL)
  const isSignIn = welcome.why === 'AUTH' || welcome.why === 'DEVICE'
  call.giveUp({ name: isSignIn ? 'SignInAgain' : 'ServerRefused', message: welcome.message })
}

/** What a call comes to when the server took no more of a push. */
export function stopped(call: Call, pushed: Pushed): void {
  switch (pushed.stop) {
    case 'AUTH':
      return call.giveUp({ name: 'SignInAgain', message: pushed.message ?? 'sign in again' })
    case 'UPGRADE':
      // What this console made is of a shape the server does not know yet.
      return otherBuild(call, pushed.message ?? 'the server is older than this console', true)
    case 'BAD':
      return call.giveUp({
        name: 'ServerRefused',
        message: pushed.message ?? 'the server did not understand this console'
      })
    // What the server remembers of this device is not what this device remembers: saying hello again sorts it out.
    case 'GAP':
    case 'FORKED':
    case 'STORE':
    case 'HELLO':
    case 'BUSY':
    case null:
      return call.hangUp()
  }
}

/** What a call comes to when the server ends it, and says why. */
export function saidGoodbye(call: Call, bye: z.output<(typeof Down)['sync:bye']>): void {
  if (bye.why === 'signedOut') call.giveUp({ name: 'SignInAgain', message: 'signed out by the server' })
  else if (bye.why === 'replaced' || bye.why === 'forked') call.giveUp(TWICE)
  else call.hangUp(bye.retryAfterMs)
}

/** Only a newer console helps; or the server is behind, and is asked again by and by. */
function otherBuild(call: Call, message: string, isServerOlder: boolean): void {
  if (isServerOlder) call.waitFor({ name: 'ServerOlder', message }, SERVER_OLDER_MS)
  else call.giveUp({ name: 'UpdateNeeded', message })
}
