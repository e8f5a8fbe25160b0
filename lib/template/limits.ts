/**
 * The largest template file that is read. CloudFormation itself takes 1,000,000 bytes (quota "template body size in
 * S3", AWS CloudFormation user guide); what is synthesized may be larger before it is minified, but not fifty times.
 */
export const MAX_TEMPLATE_BYTES = 50_000_000;

/**
 * The largest YAML file that is read. People write YAML, and to read it takes a hundred times as long as JSON: this
 * many bytes take some seconds.
 */
export const MAX_YAML_BYTES = 5_000_000;

/** How deep objects and lists may lie in each other. Policies and state machines stay far below; a file made to exhaust the stack doesn't. */
export const MAX_NESTING_LEVELS = 200;

/** How often a YAML alias may be repeated in all: a few lines of aliases of aliases would fill the memory otherwise. */
export const MAX_YAML_ALIASES = 1_000;

/** `52,428,800 bytes` */
export function bytesText(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}
