/** Changes of a resource between two estimates. */
export const CHANGE_KINDS = ['added', 'removed', 'changed'] as const;

/** `added`: only the second has it; `removed`: only the first; `changed`: both, with different lines. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];
