import { hashOf } from '../../shared/lib/hash.ts'
import { CaseId, PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { Queue } from '../../shared/people/queue.ts'

/** Who did what the file ascribes to nobody. */
export const IMPORT = PersonId.parse('import')

/** The same case of the same source has the same id for ever: this is what makes importing twice harmless. */
export function caseIdOf(mappingName: string, externalId: string): CaseId {
  return CaseId.parse(`i-${hashOf([mappingName, externalId]).slice(0, 24)}`)
}

/** A name of the file's world as a person id: `Resolver 13` is `x:Resolver-13`, and no colleague of ours. */
export function outsider(name: string): PersonId {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  const id = plain.replace(/[^\w.]+/g, '-').replace(/^-+|-+$/g, '')
  return PersonId.parse(`x:${id === '' ? hashOf(name).slice(0, 8) : id.slice(0, 100)}`)
}

/** `L2/technical` taken apart. */
export function queueOf(name: string): Queue {
  const [tier, team] = name.split('/')
  return Queue.parse({ tier: must(tier, 'tier'), team: must(team, 'team') })
}
