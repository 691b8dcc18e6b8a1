/** Why the server cannot start: one sentence that ends with the remedy. */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem'
}
