/** Labs to begin from: each is a folder in `cli/templates/`, and holds. */
export const templates = ['audit', 'seccomp', 'falco', 'runtime-class'] as const
