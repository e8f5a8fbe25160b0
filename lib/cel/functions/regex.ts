import type { CelFunc } from '@bufbuild/cel';
import { RE2JS } from 're2js';
import { celLibrary } from '../library';

/** The library for regular expressions: `find` and `findAll`. */
export function regexFunctions(): CelFunc[] {
  const { CelScalar, celMethod, listType } = celLibrary();
  const { INT, STRING } = CelScalar;
  const strings = listType(STRING);
  return [
    celMethod('find', STRING, [STRING], STRING, function (pattern) {
      return matchesOf(this, pattern, 1)[0] ?? '';
    }),
    celMethod('findAll', STRING, [STRING], strings, function (pattern) {
      return matchesOf(this, pattern, Number.POSITIVE_INFINITY);
    }),
    celMethod('findAll', STRING, [STRING, INT], strings, function (pattern, most) {
      return matchesOf(this, pattern, most < 0n ? Number.POSITIVE_INFINITY : Number(most));
    }),
  ];
}

function matchesOf(text: string, pattern: string, most: number): string[] {
  const matcher = RE2JS.compile(pattern).matcher(text);
  const found: string[] = [];
  while (found.length < most && matcher.find()) found.push(matcher.group() ?? '');
  return found;
}
