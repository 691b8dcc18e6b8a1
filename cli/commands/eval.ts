import type { Command } from 'commander'
import type { EvalOptions } from '../eval.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Ended } from './ended.ts'

export function addEval(program: Command, around: Surroundings, ended: Ended): void {
  program
    .command('eval')
    .helpGroup('Files:')
    .argument('[kind]', 'the kind of the questions: a file of recorded verdicts, without its ending')
    .description('answer questions, one JSON object a line, with one verdict a line')
    .option('--list', 'tell which kinds there are')
    .option('--example', 'print questions of the kind, to see what they look like')
    .option('--beside <folder>', 'where the files lie that questions of some kinds are asked about')
    .addHelpText(
      'after',
      `
Questions and verdicts have the shape of the verdicts that were recorded from the real components. Every line gets one:
where something cannot be decided yet it says “undecided”, and a line that is no question gets an “error”.
Each kind has questions of its own: “--example” prints some, which the same kind answers.
Exit codes: 0 every line was a question, 1 at least one was not, 2 nothing could be asked.

Examples:
  breakwater eval --list
  breakwater eval kubernetes/audit-eval --example > questions.jsonl
  breakwater eval kubernetes/audit-eval < questions.jsonl > verdicts.jsonl
  echo '{"text": "yes: 0x10"}' | breakwater eval yaml-json
  breakwater eval falco/conditions --beside recordings/falco < conditions.jsonl`,
    )
    .action(async (kind: string | undefined, options: EvalOptions) => {
      const { evalLines } = await import('../eval.ts')
      ended(await evalLines(kind, options, around))
    })
}
