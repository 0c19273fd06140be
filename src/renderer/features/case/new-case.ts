import { queuesOf } from '../../../shared/case/routes.ts'
import type { Channel, Matrix, Priority, Segment } from '../../../shared/escalation/matrix.ts'
import type { CaseId } from '../../../shared/lib/ids.ts'
import { type Language, type Person, worksIn } from '../../../shared/people/person.ts'
import type { Queue } from '../../../shared/people/queue.ts'

/** A case in the making. */
export type NewCase = {
  readonly customerName: string
  readonly email: string
  readonly phone: string
  readonly language: Language
  readonly segment: Segment
  readonly channel: Channel
  readonly subject: string
  readonly body: string
  readonly category: string
  readonly priority: Priority
  readonly queue: Queue | null
}

/** The queues one may open a case in, one's own first. */
export function workplaces(person: Person, matrix: Matrix): Queue[] {
  return queuesOf(matrix).filter((queue) => worksIn(person, queue))
}

export function emptyCase(person: Person | null, matrix: Matrix | null): NewCase {
  return {
    customerName: '',
    email: '',
    phone: '',
    language: person?.language ?? 'en',
    segment: 'B2C',
    channel: 'phone',
    subject: '',
    body: '',
    category: matrix?.categories[0]?.id ?? '',
    priority: 'normal',
    queue: (person && matrix && workplaces(person, matrix)[0]) ?? null
  }
}

export type NewCaseField = keyof NewCase

export function missingInCase(typed: NewCase): NewCaseField[] {
  const required: readonly NewCaseField[] = ['customerName', 'subject', 'body', 'category', 'queue']
  return required.filter((field) => {
    const value = typed[field]
    return typeof value === 'string' ? value.trim() === '' : value === null
  })
}

/** The command that opens it; the engine parses it like any other. A caller is known by number or address, if given. */
export function openCommand(caseId: CaseId, typed: NewCase): unknown {
  const email = typed.email.trim()
  const phone = typed.phone.trim()
  return {
    type: 'case.open',
    caseId,
    subject: typed.subject.trim(),
    body: typed.body.trim(),
    customer: {
      id: email.toLowerCase() || phone.replaceAll(/[^\d+]/g, '') || `new:${caseId}`,
      name: typed.customerName.trim(),
      language: typed.language,
      segment: typed.segment,
      ...(email && { email }),
      ...(phone && { phone })
    },
    channel: typed.channel,
    category: typed.category,
    priority: typed.priority,
    queue: typed.queue
  }
}
