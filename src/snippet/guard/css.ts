/**
 * A stylesheet's text without what it could tell or fetch: no text of its own (`content`), no addresses, no other sheets. What it draws stays.
 */
export function cleanCss(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => unescaped(Number.parseInt(hex, 16)))
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@(?:import|charset|namespace)[^;{}]*(?:;|$)/gi, '')
    .replace(/(content|quotes|string-set)\s*:\s*[^;}]*/gi, "$1: ''")
    .replace(
      /\b(?:url|src|image|image-set|-webkit-image-set|cross-fade|element|paint|attr|env)\(\s*(?:"[^"]*"|'[^']*'|[^()"']*|\([^()]*\))*\)/gi,
      'none'
    )
    .replace(/--[\w-]+\s*:\s*(?:"[^"]*"|'[^']*')/g, (own) => own.replace(/:.*/s, ": ''"))
    .replace(/\[[^\]]*=[^\]]*\]/g, (test) => (/["']/.test(test) ? '[data-none]' : test))
}

/** An escaped letter is what it stands for, so that no word can hide from the rules above; a character with a meaning in CSS is left out. */
function unescaped(code: number): string {
  const letter = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  return /[\w-]/.test(letter) ? letter : ''
}
