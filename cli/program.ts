import { Command, Option } from 'commander'
import { type EvalOptions, evalLines } from './eval.ts'
import { labCheck } from './lab-check.ts'
import { labGrade } from './lab-grade.ts'
import { labNew } from './lab-new.ts'
import { labPack } from './lab-pack.ts'
import { labRun } from './lab-run.ts'
import { labSchema } from './lab-schema.ts'
import { templates } from './new/templates.ts'
import { type ReportOptions, reporters } from './output.ts'
import { type ExitCode, refuse, type Surroundings } from './surroundings.ts'

/**
 * The command line.
 *
 * @param words what follows the program's name
 * @returns the exit code
 */
export async function breakwater(words: readonly string[], around: Surroundings): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = new Command('breakwater')
    .description(
      'Practice for the Certified Kubernetes Security Specialist exam: labs in a terminal of your own, and tools for who writes them.',
    )
    .showHelpAfterError('(add --help for what is possible)')
    .configureOutput({
      writeOut: text => void around.stdout.write(text),
      writeErr: text => void around.stderr.write(text),
      getOutHelpWidth: () => around.stdout.columns ?? 100,
      getErrHelpWidth: () => around.stderr.columns ?? 100,
    })
    .exitOverride()
  const lab = program.command('lab').description('open, write and prove labs').helpCommand(false)

  lab
    .command('check')
    .argument('[folder...]', 'folders of labs or of packs; without one, every pack in labs/')
    .description('prove labs: that right attempts earn everything, and wrong ones fail exactly what their names say')
    .addOption(reporter())
    .option('--output <file>', 'write the report into a file')
    .addHelpText(
      'after',
      `
Exit codes: 0 all labs hold, 1 at least one does not, 2 a folder cannot be read or the call is wrong.

Examples:
  breakwater lab check
  breakwater lab check labs/cks/audit-the-secrets labs/cks/write-a-seccomp-profile
  breakwater lab check labs/cks --reporter junit --output report.xml`,
    )
    .action(async (folders: string[], options: ReportOptions) => {
      code = await labCheck(folders, options, around)
    })

  lab
    .command('new')
    .argument('<folder>', 'the folder of the new lab: the folder of its pack, and a name of its own')
    .description('write a small lab that holds, to begin from')
    .addOption(new Option('--kind <kind>', 'what it is about').choices(templates).default('audit'))
    .option('--title <title>', 'its title')
    .addHelpText(
      'after',
      `
Exit codes: 0 it is written, 2 it is not. Nothing is ever overwritten.

Examples:
  breakwater lab new labs/mine/log-the-nodes
  breakwater lab new labs/mine/no-mounts --kind seccomp --title "Nobody mounts"`,
    )
    .action(async (folder: string, options: { readonly kind: string; readonly title?: string }) => {
      code = await labNew(folder, options, around)
    })

  lab
    .command('run')
    .argument('<lab>', 'pack/slug of a lab that comes with Breakwater, or the folder of one')
    .description('open a lab in this terminal')
    .addOption(variant())
    .addHelpText(
      'after',
      `
Lines go to the simulated shell. A line that begins with a colon is for Breakwater: :check, :hint, :task, :reset, :quit.
Nothing is kept when you leave, and nothing that you type runs on this machine.

Examples:
  breakwater lab run cks/audit-the-secrets
  breakwater lab run labs/mine/log-the-nodes --variant 2`,
    )
    .action(async (name: string, options: { readonly variant: string }) => {
      code = await labRun(name, options, around)
    })

  lab
    .command('grade')
    .argument('<lab>', 'pack/slug of a lab that comes with Breakwater, or the folder of one')
    .argument('<script>', 'a file with the commands to type, or - for standard input')
    .description('type a script into a lab and grade what it leads to')
    .addOption(variant())
    .addOption(reporter())
    .option('--output <file>', 'write the report into a file')
    .addHelpText(
      'after',
      `
The script begins as candidate on base, so it says “ssh controlplane” and “sudo -i” where a candidate would.
Exit codes: 0 the lab is solved, 1 it is not, 2 the script could not be run.

Examples:
  breakwater lab grade cks/audit-the-secrets attempt.sh
  breakwater lab grade labs/mine/log-the-nodes labs/mine/log-the-nodes/pass/solution.sh --variant 2
  breakwater lab grade cks/audit-the-secrets - --reporter json < attempt.sh`,
    )
    .action(async (name: string, script: string, options: ReportOptions & { readonly variant: string }) => {
      code = await labGrade(name, script, options, around)
    })

  lab
    .command('schema')
    .argument('<pack>', 'the folder of a pack')
    .description('write the schemas that editors read into a pack')
    .addHelpText(
      'after',
      `
With them editors complete and explain lab.yaml and pack.yaml. They go into the folder .schema, which is no part of the pack, and replace those of an older Breakwater.
The first line of a file names its schema: “# yaml-language-server: $schema=../.schema/lab.schema.json”.
Exit codes: 0 they are written, 2 they are not.

Examples:
  breakwater lab schema labs/mine`,
    )
    .action(async (folder: string) => {
      code = await labSchema(folder, around)
    })

  lab
    .command('pack')
    .argument('<folder>', 'the folder of a pack')
    .description('write a pack as one archive, for Studio to install')
    .option('-o, --output <file>', 'the archive, a .tgz or a .zip; by default <pack>-<version>.tgz here')
    .addHelpText(
      'after',
      `
The same files always give the same archive. A pack with a fault is not packed; “breakwater lab check” also proves its labs.
Exit codes: 0 it is written, 1 the pack has faults, 2 it cannot be read or written.

Examples:
  breakwater lab pack labs/mine
  breakwater lab pack labs/mine -o mine.zip`,
    )
    .action(async (folder: string, options: { readonly output?: string }) => {
      code = await labPack(folder, options, around)
    })

  program
    .command('eval')
    .argument('[kind]', 'the kind of the questions: a file of recorded verdicts, without its ending')
    .description('answer questions, one JSON object a line, with one verdict a line')
    .option('--list', 'tell which kinds there are')
    .option('--beside <folder>', 'where the files lie that questions of some kinds are asked about')
    .addHelpText(
      'after',
      `
Questions and verdicts have the shape of the verdicts that were recorded from the real components. Every line gets one:
where something cannot be decided yet it says “undecided”, and a line that is no question gets an “error”.
Exit codes: 0 every line was a question, 1 at least one was not, 2 nothing could be asked.

Examples:
  breakwater eval --list
  breakwater eval kubernetes/audit-eval < questions.jsonl > verdicts.jsonl
  echo '{"text": "yes: 0x10"}' | breakwater eval yaml-json
  breakwater eval falco/conditions --beside recordings/falco < conditions.jsonl`,
    )
    .action(async (kind: string | undefined, options: EvalOptions) => {
      code = await evalLines(kind, options, around)
    })

  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (fault) {
    // Commander has said what is wrong with the call; asking for help is nothing wrong.
    if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('commander.'))
      return 'exitCode' in fault && fault.exitCode === 0 ? 0 : 2
    return refuse(around, fault instanceof Error ? fault.message : String(fault))
  }
}

function reporter(): Option {
  return new Option('--reporter <name>', 'what the report looks like').choices(reporters).default('text')
}

function variant(): Option {
  return new Option('--variant <n>', 'which variant, counted from 1').default('1')
}
