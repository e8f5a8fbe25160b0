import { isStream } from '../io/files';
import { readTemplateText } from './files';

/** A key on a line of its own, in JSON or YAML: the section, or a logical id, which has letters and digits only. */
const KEY = /^(\s*)(["']?)([A-Za-z0-9]+)\2\s*:/;
const SECTION = 'Resources';

/**
 * Lines of the resources of a template file, by logical id, counted from 1. Only resources on lines of their own are found: none in
 * minified JSON, and none in a stream, which can be read only once. The template must have been read already.
 */
export function resourceLines(file: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  if (isStream(file)) return lines;
  /** Indentation of logical ids, which is that of the first key of the section. */
  let indentation: string | undefined;
  let isInside = false;
  for (const [index, text] of readTemplateText(file, file).split('\n').entries()) {
    const [, indent, , key] = KEY.exec(text) ?? [];
    if (key === undefined) continue;
    if (isInside) indentation ??= indent;
    else isInside = key === SECTION;
    if (indent === indentation && !lines.has(key)) lines.set(key, index + 1);
  }
  return lines;
}
