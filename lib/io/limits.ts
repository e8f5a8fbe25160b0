/** Largest nesting depth of objects and lists. Real policies and state machines are far below it; deeper files could exhaust the stack. */
export const MAX_NESTING_LEVELS = 200;

/** Largest number of YAML aliases in a file. Without a limit, a few lines of aliases of aliases exhaust the memory. */
export const MAX_YAML_ALIASES = 1_000;

/** `52,428,800 bytes` */
export function bytesText(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}

/** Largest number of values of a document after its aliases are expanded. The largest custom resource definitions have about 10,000. */
export const MAX_DOCUMENT_VALUES = 100_000;
