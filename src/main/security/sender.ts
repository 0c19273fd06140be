import { isOurs } from './origin.ts'

type Frame = { readonly url: string }

/** What of a message's event says who sent it. */
export type Sender = { readonly sender: { readonly mainFrame: Frame }; readonly senderFrame: Frame | null }

/** Whether a message is from our window, from its main frame, and that frame shows our page. */
export function isTrusted(
  event: Sender,
  contents: { readonly mainFrame: Frame } | undefined,
  page: string
): boolean {
  const frame = event.senderFrame // null once the frame is gone
  return (
    frame !== null && event.sender === contents && frame === contents.mainFrame && isOurs(frame.url, page)
  )
}
