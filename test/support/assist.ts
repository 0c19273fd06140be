import { type AssistHappening, applyAssist } from '../../src/shared/assist/apply-assist.ts'
import type { AgentCommand, CustomerCommand, SystemCommand } from '../../src/shared/assist/assist-command.ts'
import type { AssistActor, AssistEvent } from '../../src/shared/assist/assist-event.ts'
import { decideAgent } from '../../src/shared/assist/decide-agent.ts'
import {
  type AssistAgent,
  type AssistDecided,
  type AssistKnown,
  decideCustomer,
  decideSystem
} from '../../src/shared/assist/decide-assist.ts'
import { ASSIST_TIMES, type AssistSession } from '../../src/shared/assist/session.ts'
import { DEFAULT_RIGHTS } from '../../src/shared/assist/tier-rights.ts'
import { CaseId, PersonId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'

const agent = (id: string, tier: AssistAgent['tier'], answersFor = false): AssistAgent => ({
  id: PersonId.parse(id),
  tier,
  answersFor
})

/** Ana owns the case at first; Sofía answers for its queue. */
export const AGENTS = {
  ana: agent('ana', 'L1'),
  ben: agent('ben', 'L1'),
  diego: agent('diego', 'L2'),
  ines: agent('ines', 'L3'),
  sofia: agent('sofia', 'L2', true)
} as const
export type AgentName = keyof typeof AGENTS

export const CONSENT = {
  type: 'consent',
  textVersion: '1',
  textHash: 'a'.repeat(64),
  language: 'es'
} as const

/** One session with everybody around it; what is done to it comes about at once or is refused. */
export class AssistDesk {
  session: AssistSession | undefined
  at = 1_000
  owner: PersonId = AGENTS.ana.id
  isInWork = true
  readonly happened: AssistHappening[] = []

  get known(): AssistKnown {
    return {
      rights: DEFAULT_RIGHTS,
      times: ASSIST_TIMES,
      at: this.at,
      kase: { id: CaseId.parse('case-1'), owner: this.owner, isInWork: this.isInWork }
    }
  }
  /** The session, which is open. */
  get now(): AssistSession {
    return must(this.session, 'a session')
  }

  agent(name: AgentName, command: AgentCommand): AssistDecided {
    const by = AGENTS[name]
    return this.#come(decideAgent(this.session, command, by, this.known), { who: 'agent', personId: by.id })
  }
  customer(command: CustomerCommand): AssistDecided {
    return this.#come(decideCustomer(this.now, command), { who: 'customer' })
  }
  system(command: SystemCommand): AssistDecided {
    return this.#come(decideSystem(this.now, command, this.known), { who: 'system' })
  }

  /** Ana's session, which the customer has agreed to. */
  begin(): this {
    this.agent('ana', { type: 'open', caseId: this.known.kase.id, kind: 'cobrowse' })
    this.system({ type: 'code_issued', until: this.at + ASSIST_TIMES.code })
    this.customer({ type: 'arrive', origin: 'https://shop.example' })
    this.customer(CONSENT)
    return this
  }
  /** Somebody who was called stands in the session, let in. */
  bring(name: AgentName): this {
    this.agent('ana', { type: 'invite', tier: AGENTS[name].tier, personId: AGENTS[name].id })
    this.agent(name, { type: 'join' })
    this.customer({ type: 'let_in', personId: AGENTS[name].id })
    return this
  }
  /** The holder of control is this agent, as far as said. */
  give(name: AgentName, level: 'click' | 'type'): this {
    const personId = AGENTS[name].id
    for (const one of level === 'click' ? (['click'] as const) : (['click', 'type'] as const)) {
      this.agent(name, { type: 'ask_control', level: one })
      this.customer({ type: 'grant_control', personId, level: one })
    }
    return this
  }
  events(): AssistEvent['type'][] {
    return this.happened.map(({ event }) => event.type)
  }

  #come(decided: AssistDecided, by: AssistActor): AssistDecided {
    if (!decided.ok) return decided
    for (const event of decided.value) {
      const happening = { event, by, at: this.at }
      this.happened.push(happening)
      this.session = applyAssist(this.session, happening)
    }
    return decided
  }
}
