/** What is asked before a lab is given up: the same from the hints and from the palette, and loaded with them. */
export const giveUpQuestion = {
  title: 'Give up this lab?',
  text: 'The solution and its explanation open. That this attempt was given up is remembered; you can still go on with it.',
  act: 'Give up',
  stay: 'Go on with the lab',
} as const
