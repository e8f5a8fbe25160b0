/**
 * The largest manifest file that is read. The API server itself refuses requests above 3 MiB, so a file of this size
 * contains thousands of objects; parsing it takes some seconds.
 */
export const MAX_MANIFEST_BYTES = 20_000_000;

/** Largest number of files of a folder. A folder with more was probably named by mistake. */
export const MAX_MANIFEST_FILES = 5_000;

/** Size of the largest `.sizingignore`: thousands of patterns. */
export const MAX_IGNORE_FILE_BYTES = 100_000;
