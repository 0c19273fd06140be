/** More than these at once are told together. */
const MOST_SINGLE = 3

const PREFIX = 'notice:'
/** The toast that stands for many. */
export const ALL_NOTICES = 'notices'

export const toastIdOf = (notice: { readonly seq: number }): string => `${PREFIX}${notice.seq}`
export const isNoticeToast = (id: string): boolean => id === ALL_NOTICES || id.startsWith(PREFIX)

/** Whether what just came is told one by one, beside the toasts that are there, or in one word for all. */
export function tellsTogether(shownIds: readonly string[], fresh: number): boolean {
  const shown = shownIds.filter(isNoticeToast)
  return shown.includes(ALL_NOTICES) || shown.length + fresh > MOST_SINGLE
}
