/** Sets of rules that a user can choose. */
export const RULE_SETS = ['recommended', 'security', 'reliability', 'all'] as const;

/**
 * `recommended`: rules for every cluster. `security` and `reliability`: stricter rules, in addition to those. `all`: every rule.
 */
export type RuleSet = (typeof RULE_SETS)[number];

/** Sets of the rules that are not recommended for every cluster. */
export type StricterSet = Extract<RuleSet, 'security' | 'reliability'>;
