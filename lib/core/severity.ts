/** `error`: it is rejected, or it never works. `warning`: it works, but is bad practice. `info`: a recommendation. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
/** Severity of a rule. */
export type Severity = (typeof SEVERITIES)[number];
