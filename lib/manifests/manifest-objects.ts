import { InputError } from '../core/problems';
import { Lines } from '../io/yaml/lines';
import type { ManifestObject } from './manifest-object';
import { objectsFrom } from './objects-from';
import { subjectOf } from './subject';

/** Objects that were not parsed from text, such as those of a chart; their line is 1. Throws an InputError for an invalid object. */
export function manifestObjects(values: readonly unknown[], file: string): readonly ManifestObject[] {
  const events = { text: '', events: [], first: 0 };
  const lines = new Lines('');
  const contents = values.map((value, index) =>
    objectsFrom({ value, events, lines, isVerbatim: false, duplicateKeys: [] }, file, index + 1),
  );
  const problems = contents.flatMap((content) => content.problems);
  if (problems.length > 0) throw new InputError(subjectOf(file), problems);
  return contents.flatMap(({ objects }) => objects);
}
