import { create } from 'zustand'
import type { Gives, QuestionName, Takes, Topic } from '../../shared/protocol/bridge.ts'
import { watchAnswer } from './bridge-call.ts'

/** A question without details that the whole page shares one answer of: undefined until the first came. */
export function answerStore<N extends QuestionName>(name: N, topics: readonly Topic[]) {
  const useStore = create<{ readonly value: Gives<N> | undefined }>(() => ({ value: undefined }))
  return {
    useStore,
    /** Starts keeping it up to date. What was known stays while the engine cannot answer. */
    start: () =>
      watchAnswer(name, {} as Takes<N>, topics, (answer) => {
        if ('value' in answer) useStore.setState({ value: answer.value })
      })
  }
}
