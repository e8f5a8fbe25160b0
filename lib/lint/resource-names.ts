/** Start of the names of huge pages, which their size follows. */
export const HUGE_PAGES = 'hugepages-';

/** Names without a domain that resources of containers can have, beside those of huge pages. */
const STANDARD: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];

/** The names that resources of containers can have, worded to follow "expected". */
export const EXPECTED_RESOURCE_NAME = 'a standard resource, or a name with a domain such as nvidia.com/gpu';

/** Whether a resource of containers can have a name. Source: `ValidateContainerResourceName` of the API server. */
export function isResourceName(name: string): boolean {
  return name.includes('/') || STANDARD.includes(name) || name.startsWith(HUGE_PAGES);
}
