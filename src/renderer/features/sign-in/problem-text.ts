import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/words.ts'

/** Why signing in did not work. */
export function problemText(problem: TellRefusal, { signIn }: Words, format: Format): string {
  switch (problem.type) {
    case 'WrongPassword':
      return signIn.wrong
    case 'TooManyTries':
      return signIn.tooManyTries(format.duration(wholeSeconds(problem.retryAfterMs ?? A_WHILE_MS)))
    case 'NotReachable':
      return signIn.unreachable
    case 'NotAllowed':
    case 'NotADemo':
      return signIn.notAllowed
    case 'NotFound':
    case 'NotAMapping':
    case 'NotNow':
    case 'InThePast':
    case 'MatrixFindings':
    case 'MatrixMoved':
    case 'HeldRefused':
    case 'ServerSaidNo':
      return signIn.failed
  }
}

/** Where the server does not say how long. */
const A_WHILE_MS = 60_000

/** Rounded up: who waits as long as was said gets through. */
function wholeSeconds(ms: number): number {
  return Math.ceil(ms / 1000) * 1000
}
