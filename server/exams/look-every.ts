/** Between two looks at the exams, in milliseconds; sooner when one ends sooner. */
export const lookEvery = 5_000
