/** What suppresses a finding of a linter. */
export const SUPPRESSION_SOURCES = ['annotation', 'baseline'] as const;

/** `annotation`: the annotation `sizing-blueprints/ignore` of the object. `baseline`: the baseline file. */
export type SuppressionSource = (typeof SUPPRESSION_SOURCES)[number];
