import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where the stories' server keeps its data. The first process to ask names it, and hands the name on to the others. */
process.env.STORY_DATA ??= path.join(tmpdir(), `breakwater-e2e-${process.pid}`)
export const storyData = process.env.STORY_DATA
