/** Every page there is, for tests that hold for all of them. */
export const pages = [
  '/',
  '/lessons',
  '/lessons/seccomp',
  '/lessons/audit-logging',
  '/findings',
  '/findings/rule-never-decides',
  '/labs',
  '/labs/cks/audit-the-secrets',
  '/labs/cks/write-a-seccomp-profile',
  '/progress',
  '/search?q=seccomp',
  '/nowhere',
] as const
