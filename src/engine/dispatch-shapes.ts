import type { z } from 'zod'
import type {
  Gives,
  QuestionName,
  questions,
  TellingName,
  Told,
  tellings
} from '../shared/protocol/bridge.ts'

/** One answer for every question a screen may ask. */
export type Answers = {
  readonly [N in QuestionName]: (
    takes: z.output<(typeof questions)[N]['takes']>
  ) => Gives<N> | Promise<Gives<N>>
}

/** One doing for everything a person may tell. */
export type Doings = {
  readonly [N in TellingName]: (takes: z.output<(typeof tellings)[N]>) => Told | Promise<Told>
}
