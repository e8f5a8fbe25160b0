import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nestedReplacements, nestedReplacementsText } from '../../scripts/nested-replacements';
import { ROOT } from '../support/sources';

test('the nested replacements are those of the installed specification', () => {
  expect(nestedReplacementsText(nestedReplacements())).toBe(
    readFileSync(join(ROOT, 'data/cloudformation/nested-replacements.json'), 'utf8'),
  );
});
