/** What a person asked on the command line cannot be done. The message is all they get: no stack, exit code 1. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
}
