import type { PersonId } from '../../shared/lib/ids.ts'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Reader } from '../../sqlite/db.ts'
import { makeBuckets } from '../bucket.ts'
import { isDemo } from '../log/meta.ts'
import { findLogin, findPerson } from '../log/people.ts'
import { isPassword, NOBODYS_PASSWORD } from './password.ts'
import { openSigner } from './signer.ts'
import type { Tokens } from './tokens.ts'

/** `grantKey`: the public key that offline grants are signed with; the console keeps it from here. */
export type SignedIn = { readonly token: string; readonly person: Person; readonly grantKey: string }
export type SignInRefusal =
  | { readonly why: 'WrongPassword' }
  | { readonly why: 'TooManyTries'; readonly retryAfterMs: number }
  | { readonly why: 'NotADemo' }

export type SignIn = {
  withPassword(asked: {
    readonly email: string
    readonly password: string
    readonly deviceId: string
    readonly address: string
  }): Promise<Result<SignedIn, SignInRefusal>>
  /** In a demo workspace anybody is let in as anybody. Anywhere else there is no such door. */
  asDemo(personId: PersonId, deviceId: string): Promise<Result<SignedIn, SignInRefusal>>
}

/** Five tries at once, then one every half minute: for an account from an address, and four times that from an address. */
export function makeSignIn(db: Reader, tokens: Tokens, now: () => number): SignIn {
  const perAccount = makeBuckets(5, 1 / 30)
  const perAddress = makeBuckets(20, 4 / 30)
  const signer = openSigner(db)

  const welcome = async (personId: PersonId, deviceId: string): Promise<Result<SignedIn, SignInRefusal>> => {
    const known = findPerson(db, personId)
    if (!known) return no({ why: 'WrongPassword' })
    const token = await tokens.issue('person', personId, deviceId)
    return ok({ token, person: known.person, grantKey: signer.key() })
  }
  return {
    async withPassword({ email, password, deviceId, address }) {
      const account = `${address} ${email.toLowerCase()}`
      const waitMs = perAccount.take(account, now()) || perAddress.take(address, now())
      if (waitMs > 0) return no({ why: 'TooManyTries', retryAfterMs: waitMs })
      const login = findLogin(db, email)
      const isRight = await isPassword(password, login?.password ?? NOBODYS_PASSWORD)
      return login && isRight ? welcome(login.personId, deviceId) : no({ why: 'WrongPassword' })
    },
    async asDemo(personId, deviceId) {
      return isDemo(db) ? welcome(personId, deviceId) : no({ why: 'NotADemo' })
    }
  }
}
