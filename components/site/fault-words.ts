/** Said where a page of ours failed. */
export const faultTitle = 'This page could not be shown.'
export const faultLead = 'The error is ours. Everything you did up to the last saved step is kept.'
