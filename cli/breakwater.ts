import { Command } from 'commander'
import { labCheck } from './lab-check.ts'

const program = new Command('breakwater')
  .description('Practice for the Certified Kubernetes Security Specialist exam: tools for who writes labs.')
  .showHelpAfterError('(add --help for what is possible)')
  .configureOutput({ outputError: (text, write) => write(text) })
  .exitOverride()

const lab = program.command('lab').description('work on labs')
lab
  .command('check')
  .argument('[folder...]', 'folders of labs or of packs; without one, every pack in labs/')
  .description('prove labs: that right attempts earn everything, and wrong ones fail exactly what their names say')
  .addHelpText(
    'after',
    `
Exit codes: 0 all labs hold, 1 at least one does not, 2 a folder cannot be read or the call is wrong.

Examples:
  breakwater lab check
  breakwater lab check labs/cks
  breakwater lab check labs/cks/audit-the-secrets labs/cks/write-a-seccomp-profile`,
  )
  .action(async (folders: string[]) => {
    process.exitCode = await labCheck(folders, text => void process.stdout.write(text))
  })

try {
  await program.parseAsync()
} catch (error) {
  const asked = error instanceof Error && 'exitCode' in error && error.exitCode === 0
  if (!asked) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')))
      process.stderr.write(`breakwater: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}
