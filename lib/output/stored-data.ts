/** Why a store needs more storage than that of a tier: a reader sees no demand for it. */
export const STORED_DATA_GROWS = 'stored data is assumed to grow with the operations that do not only read it';
