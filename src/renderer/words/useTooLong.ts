import { useFormat, useWords } from './WordsProvider.tsx'

/** Says that a text is longer than it may be, in characters; undefined when it is not. */
export function useTooLong(): (text: string, most: number) => string | undefined {
  const { frame } = useWords()
  const format = useFormat()
  return (text, most) =>
    text.length > most ? frame.tooLong(format.number(text.length), format.number(most)) : undefined
}
