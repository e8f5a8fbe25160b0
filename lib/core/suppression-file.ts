/** The file of suppressions of `lint` in the working directory, which is read where no other is named. */
export const SUPPRESSION_FILE = 'sizing-lint.yaml';
