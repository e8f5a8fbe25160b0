/** The value of a JSON text, or undefined for one that is not JSON, such as a damaged entry of a cache. */
export function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
