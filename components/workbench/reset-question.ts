/** What is asked before a lab is reset: the same from the button and from the palette. */
export function resetQuestion(steps: number) {
  return {
    title: 'Reset this lab?',
    text: `${steps === 1 ? '1 step is' : `${steps} steps are`} put away. You can bring them back until you leave.`,
    act: 'Reset the lab',
    stay: 'Go on with the lab',
  }
}
