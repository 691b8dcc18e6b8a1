import { type Command, Option } from 'commander'
import { lacksForLabs } from '../lacks-for-labs.ts'
import { templates } from '../new/templates.ts'
import { type ReportOptions, reporters } from '../output.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Ended } from './ended.ts'

export function addLab(program: Command, around: Surroundings, ended: Ended): void {
  const lab = program
    .command('lab')
    .description('open, write and prove labs')
    .helpCommand(false)
    .commandsGroup('Labs:')
    .hook('preAction', () => {
      const lacks = lacksForLabs(around)
      if (lacks !== undefined) throw new Error(lacks)
    })

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
      const { labCheck } = await import('../lab-check.ts')
      ended(await labCheck(folders, options, around))
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
      const { labNew } = await import('../lab-new.ts')
      ended(await labNew(folder, options, around))
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
      const { labRun } = await import('../lab-run.ts')
      ended(await labRun(name, options, around))
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
      const { labGrade } = await import('../lab-grade.ts')
      ended(await labGrade(name, script, options, around))
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
      const { labSchema } = await import('../lab-schema.ts')
      ended(await labSchema(folder, around))
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
      const { labPack } = await import('../lab-pack.ts')
      ended(await labPack(folder, options, around))
    })
}

function reporter(): Option {
  return new Option('--reporter <name>', 'what the report looks like').choices(reporters).default('text')
}

function variant(): Option {
  return new Option('--variant <n>', 'which variant, counted from 1').default('1')
}
