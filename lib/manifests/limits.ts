/**
 * The largest manifest file that is read. The API server itself refuses requests above 3 MiB, so a file of this size
 * is thousands of objects; to read it takes some seconds.
 */
export const MAX_MANIFEST_BYTES = 20_000_000;

/** How many files of a folder are read: more is a folder that was given by mistake. */
export const MAX_MANIFEST_FILES = 5_000;
