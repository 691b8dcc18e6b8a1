/** Whether the page behind the palette or the sheet is a running exam, which offers its own commands and keys alone. */
export function inExam(): boolean {
  return document.querySelector('[data-exam]') !== null
}
