/** What roles are asked. */
export const rbacAsks = { request: 'Is it allowed?', who: 'Who can do it?', bind: 'May they bind a role?' } as const
