/** Sources of the suppression of a finding. */
export const SUPPRESSION_SOURCES = ['annotation', 'file', 'baseline'] as const;

/** `annotation`: the annotation `sizing-blueprints/ignore` of the object. `file`: the file of suppressions. `baseline`: the baseline file. */
export type SuppressionSource = (typeof SUPPRESSION_SOURCES)[number];
