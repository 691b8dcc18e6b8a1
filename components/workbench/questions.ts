/** What is asked before the acts of a lab that lose work or are remembered: the same from a button and from the palette. */
export const questions = {
  reset: (steps: number) => ({
    title: 'Reset this lab?',
    text: `${steps === 1 ? '1 step is' : `${steps} steps are`} put away. You can bring them back until you leave.`,
    act: 'Reset the lab',
    stay: 'Go on with the lab',
  }),
  giveUp: {
    title: 'Give up this lab?',
    text: 'The solution and its explanation open. That this attempt was given up is remembered; you can still go on with it.',
    act: 'Give up',
    stay: 'Go on with the lab',
  },
} as const
