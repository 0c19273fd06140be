import { create } from 'zustand'
import type { Gives, QuestionName, Takes, Topic } from '../../shared/protocol/bridge.ts'
import { watchAnswer } from './bridge-call.ts'
import type { BridgeFault } from './bridge-fault.ts'

type Answered<T> = { readonly value: T | undefined; readonly fault: BridgeFault | null }

/** A question without details that the whole page shares one answer of: undefined until the first came. `adjust` sees each first. */
export function answerStore<N extends QuestionName>(
  name: N,
  topics: readonly Topic[],
  adjust: (value: Gives<N>) => Gives<N> = (value) => value
) {
  const useStore = create<Answered<Gives<N>>>(() => ({ value: undefined, fault: null }))
  return {
    useStore,
    /** Starts keeping it up to date. What was known stays while the engine cannot answer. */
    start: () =>
      watchAnswer(name, {} as Takes<N>, topics, (answer) => {
        useStore.setState(
          'value' in answer ? { value: adjust(answer.value), fault: null } : { fault: answer.fault }
        )
      })
  }
}
