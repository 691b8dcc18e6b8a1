/** Sets a form's controls to what an address says; what it does not name goes back to its default. */
export function showAddress(form: HTMLFormElement, params: URLSearchParams): void {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement)
      control.value = params.get(control.name) ?? control.options[0]?.value ?? ''
    if (!(control instanceof HTMLInputElement)) continue
    const asked = params.getAll(control.name)
    if (control.type === 'checkbox') control.checked = asked.length === 0 || asked.includes(control.value)
    if (control.type === 'search') control.value = asked[0] ?? ''
  }
}

/** Keeps the address short: an empty search, a first choice and a full set of ticks ask for nothing. */
export function leaveOutDefaults({ target, formData }: FormDataEvent): void {
  if (!(target instanceof HTMLFormElement)) return
  for (const control of target.elements) {
    if (control instanceof HTMLSelectElement && control.selectedIndex === 0) formData.delete(control.name)
    if (!(control instanceof HTMLInputElement)) continue
    if (control.type === 'search' && control.value.trim() === '') formData.delete(control.name)
    if (control.type !== 'checkbox') continue
    const ticks = [...target.elements].filter(it => it instanceof HTMLInputElement && it.name === control.name)
    if (ticks.every(it => it instanceof HTMLInputElement && it.checked)) formData.delete(control.name)
  }
}
