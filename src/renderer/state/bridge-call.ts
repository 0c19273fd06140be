import { useEffect, useMemo, useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { Command } from '../../shared/case/command.ts'
import { OpId } from '../../shared/lib/ids.ts'
import type {
  Acted,
  Answer,
  Gives,
  QuestionName,
  Takes,
  Telling,
  TellingName,
  Told,
  Topic
} from '../../shared/protocol/bridge.ts'
import { bridge } from '../bridge.ts'
import { BridgeFault } from './bridge-fault.ts'
import { isAbout } from './is-about.ts'
import { onNews } from './news.ts'

/** Puts a question to the engine. Throws a BridgeFault when it cannot answer. */
export async function ask<N extends QuestionName>(name: N, takes: Takes<N>): Promise<Gives<N>> {
  return unwrap(await bridge.ask(name, takes))
}

/**
 * Does something to a case: on disk when this comes back `ok`, else the refusal. Throws when neither could be. What is
 * tried again under the same `name` is done once.
 */
export async function act(command: Command, name: OpId = newOpId()): Promise<Acted> {
  // What is opened is named after the op that opens it (SY4), so the case's name is the op's.
  const opId = command.type === 'case.open' ? OpId.parse(command.caseId) : name
  const asked = { opId, command }
  const answer = await bridge.act(asked)
  if (answer.ok || answer.fault.name !== 'EngineDown') return unwrap(answer)
  // It may have died after it had stored this and before it could say so. Under the same name it is done once.
  await engineUp(ENGINE_BACK_MS)
  return unwrap(await bridge.act(asked))
}

/** A name for something that is about to be done. */
export function newOpId(): OpId {
  return OpId.parse(v7())
}

/** How long a restart may take before a person is told that this was not done. */
const ENGINE_BACK_MS = 5_000

function engineUp(withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      deaf()
      resolve()
    }
    const deaf = onNews((news) => news.kind === 'up' && done())
    const timer = setTimeout(done, withinMs)
  })
}

/** Does something that is not about a case. */
export async function tell<N extends TellingName>(name: N, takes: Telling<N>): Promise<Told> {
  return unwrap(await bridge.tell(name, takes))
}

function unwrap<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new BridgeFault(answer.fault)
  return answer.value
}

export type Watch = { stop(): void; again(): void }
export type Watched<T> = { readonly value: T } | { readonly fault: BridgeFault }

/**
 * Asks now, and again after every change that touches the question. One request at a time: changes that come while
 * it is on its way are answered by one more.
 */
export function watchAnswer<N extends QuestionName>(
  name: N,
  takes: Takes<N>,
  topics: readonly Topic[],
  onAnswer: (answer: Watched<Gives<N>>) => void
): Watch {
  let stopped = false
  let asking = false
  let stale = false

  async function run(): Promise<void> {
    asking = true
    do {
      stale = false
      const answer = await answerOf(name, takes)
      if (!stopped) onAnswer(answer)
    } while (stale && !stopped)
    asking = false
  }
  function again(): void {
    if (asking) stale = true
    else void run()
  }

  const deaf = onNews((news) => {
    if (news.kind === 'up' || isAbout(news.change, topics, takes)) again()
  })
  again()
  return {
    again,
    stop() {
      stopped = true
      deaf()
    }
  }
}

async function answerOf<N extends QuestionName>(name: N, takes: Takes<N>): Promise<Watched<Gives<N>>> {
  try {
    return { value: await ask(name, takes) }
  } catch (error) {
    if (error instanceof BridgeFault) return { fault: error }
    throw error
  }
}

export type Asked<T> = {
  /** The latest answer; while another question is on its way still the one before, so that nothing flickers. */
  readonly value: T | undefined
  /** False while `value` answers the question before (another case, another view). */
  readonly isCurrent: boolean
  /** Why the last try failed; the value of the try before is kept. */
  readonly fault: BridgeFault | null
  readonly again: () => void
}

type Kept<T> = { readonly key: string; readonly value: T | undefined; readonly fault: BridgeFault | null }

/**
 * Asks, and asks again when a change touches one of `topics` (and the case in `takes`, if it names one). Null asks nothing.
 * `onAnswer`, the same function always, hears each answer in its turn among those to other calls: drawing comes later.
 */
export function useAsked<N extends QuestionName>(
  name: N,
  takes: Takes<N> | null,
  topics: readonly Topic[],
  onAnswer?: (value: Gives<N>) => void
): Asked<Gives<N>> {
  const key = JSON.stringify([name, takes])
  const isIdle = takes === null
  const about = topics.join(' ')
  const [kept, keep] = useState<Kept<Gives<N>>>({ key: '', value: undefined, fault: null })
  const watch = useRef<Watch>(undefined)

  useEffect(() => {
    const [, asked] = JSON.parse(key) as [N, Takes<N> | null]
    if (asked === null) return
    const started = watchAnswer(name, asked, about.split(' ') as Topic[], (answer) => {
      if ('value' in answer) onAnswer?.(answer.value)
      keep((before) =>
        'fault' in answer
          ? { key, value: before.key === key ? before.value : undefined, fault: answer.fault }
          : { key, value: answer.value, fault: null }
      )
    })
    watch.current = started
    return () => started.stop()
  }, [name, key, about, onAnswer])

  return useMemo(
    () => ({
      value: isIdle ? undefined : kept.value,
      isCurrent: kept.key === key,
      fault: kept.key === key ? kept.fault : null,
      again: () => watch.current?.again()
    }),
    [isIdle, kept, key]
  )
}
