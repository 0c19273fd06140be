import type { TellRefusal } from '../../../shared/protocol/bridge.ts'
import type { Words } from '../../words/words.ts'

/** Why signing in did not work. */
export function problemText(type: TellRefusal['type'], { signIn }: Words): string {
  switch (type) {
    case 'WrongPassword':
      return signIn.wrong
    case 'TooManyTries':
      return signIn.tooManyTries
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
    case 'ServerSaidNo':
      return signIn.failed
  }
}
