import type { IfNobody } from '../../shared/case/if-nobody.ts'
import type { Approver } from '../../shared/escalation/matrix.ts'
import type { Words } from './words.ts'

type Telling = { readonly words: Words; readonly names: { person(id: string): string } }

/** A person by name, a role by its word. */
export function approverText(approver: Approver, { words, names }: Telling): string {
  return 'person' in approver ? names.person(approver.person) : words.case.role[approver.role]
}

/** What becomes of a request that nobody answers, in a sentence. */
export function ifNobodyText(what: IfNobody, telling: Telling): string {
  const texts = telling.words.approvals.ifNobody
  switch (what.does) {
    case 'reminds':
      return texts.reminds(approverText(what.whom, telling))
    case 'goesOn':
      return texts.goesOn(approverText(what.to, telling))
    case 'counts_as_no':
      return texts.no
    case 'counts_as_yes':
      return what.last ? texts.yes : texts.yesStep
    case 'ends':
      return texts.ends
  }
}
