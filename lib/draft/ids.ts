/** Longest id of a component or a system. */
const MAX_LENGTH = 40;

/** A foreign name as an id: `My_API 2` is `my-api-2`; undefined when nothing of it can be in an id. */
export function idOf(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MAX_LENGTH);
  // Hyphens are single here.
  const id = words.endsWith('-') ? words.slice(0, -1) : words;
  return id === '' ? undefined : id;
}
