/** Where the stories' server listens. STORY_PORT chooses another one, so that two runs can go on side by side. */
export const port = Number(process.env.STORY_PORT ?? 3210)
