/** How deep objects and lists may lie in each other. Policies and state machines stay far below; a file made to exhaust the stack doesn't. */
export const MAX_NESTING_LEVELS = 200;

/** How often a YAML alias may be repeated in all: a few lines of aliases of aliases would fill the memory otherwise. */
export const MAX_YAML_ALIASES = 1_000;

/** `52,428,800 bytes` */
export function bytesText(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}

/** How many values a document may have once its aliases are written out. The largest custom resource definitions have some ten thousand. */
export const MAX_DOCUMENT_VALUES = 100_000;
