/** Every page there is, for tests that hold for all of them. */
export const pages = [
  '/',
  '/lessons',
  '/lessons/seccomp',
  '/labs',
  '/labs?domain=monitoring',
  '/labs/cks/audit-the-secrets',
  '/labs/cks/write-a-seccomp-profile',
  '/progress',
  '/progress/delete',
  '/progress/delete/done',
  '/search',
  '/search?q=seccomp',
  '/search?q=nothing-has-this-word',
  '/nowhere',
] as const
