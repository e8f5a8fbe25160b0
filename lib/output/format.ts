/** Formats of every command. */
export const FORMATS = ['table', 'json', 'markdown', 'csv'] as const;
/** Formats of some commands, which name them. */
export const SPECIAL_FORMATS = ['sarif', 'junit'] as const;
/** Formats of single commands. */
export type SpecialFormat = (typeof SPECIAL_FORMATS)[number];
/** Output formats. */
export type Format = (typeof FORMATS)[number] | SpecialFormat;
