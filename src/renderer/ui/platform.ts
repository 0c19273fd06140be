/** On a Mac, `Mod` is the command key and keys are drawn as signs. */
export const isMac: boolean = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
