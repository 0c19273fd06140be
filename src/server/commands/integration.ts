import { makeTokens } from '../auth/tokens.ts'
import { dropTokensOf, listIntegrations } from '../log/tokens.ts'
import { flag, readFlags, whereOf } from './args.ts'
import { BadInput } from './bad-input.ts'
import { within } from './data-folder.ts'

/** The keys of programs that bring cases: a mail gateway, a shop, a telephone system. */
export async function integrationCommand(
  args: readonly string[],
  out: (line: string) => void
): Promise<void> {
  const [what, ...rest] = args
  if (what === 'list') {
    return within(whereOf(readFlags(rest, ['data'])), ({ db }) => {
      for (const name of listIntegrations(db)) out(name)
    })
  }
  if (what !== 'add' && what !== 'remove') {
    throw new BadInput('integration add | remove --data DIR --name NAME, or integration list --data DIR')
  }
  const flags = readFlags(rest, ['data', 'name'])
  const name = flag(flags, 'name')
  if (!/^[a-z0-9-]{1,40}$/.test(name))
    throw new BadInput('--name: small letters, digits and dashes, at most 40')
  await within(whereOf(flags), async ({ home, db }) => {
    const isKnown = listIntegrations(db).includes(name)
    if (what === 'add') {
      if (isKnown) throw new BadInput(`there is an integration ${name} already; remove it first`)
      const tokens = makeTokens(
        home,
        () => Date.now(),
        () => undefined
      )
      const token = await tokens.issue('integration', name)
      return out(`Token of ${name}, shown this once: ${token}`)
    }
    if (!isKnown) throw new BadInput(`there is no integration ${name}`)
    await home.write((tx) => dropTokensOf(tx, 'integration', name))
    return out(`${name} can bring no more cases`)
  })
}
