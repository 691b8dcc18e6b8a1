/**
 * Lets through what a simulated command may do to the person's own terminal: text, tabs, line ends, going back in a
 * line, and colours. Other sequences are dropped, the title of the window and the clipboard among them.
 * A sequence may come in pieces: what is not complete waits for the next piece.
 */
export function createScreen(write: (text: string) => void): (text: string) => void {
  let held = ''
  return text => {
    const all = held + text
    const cut = incomplete.exec(all)?.index ?? all.length
    held = all.slice(cut)
    const shown = all.slice(0, cut).replace(sequence, found => (colour.test(found) ? found : ''))
    if (shown !== '') write(shown)
  }
}

/* biome-ignore-start lint/suspicious/noControlCharactersInRegex: these are what it is about */
const colour = /^\u001b\[[\d;]*m$/
const sequence =
  /\u001b\[[\u0030-\u003f]*[\u0020-\u002f]*[\u0040-\u007e]|\u001b[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[\u0020-\u002f]*[\u0030-\u007e]?|[\u0000-\u0007\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** At most 64 characters are held back, so that nothing is withheld for long. */
const incomplete = /\u001b(?:\[[\u0020-\u003f]{0,62})?$/
/* biome-ignore-end lint/suspicious/noControlCharactersInRegex: these are what it is about */
