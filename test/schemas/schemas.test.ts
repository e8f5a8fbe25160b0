import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMA_FOLDER, schemaFiles } from '../../scripts/schema-files';

const folder = join(__dirname, '../..', SCHEMA_FOLDER);

test.each([...schemaFiles()])('%s is what the code says', (name, content) => {
  expect(readFileSync(join(folder, name), 'utf8'), `code and ${SCHEMA_FOLDER}/${name} differ: run \`npm run schemas\``).toBe(content);
});

test('every published schema is generated', () => {
  expect(readdirSync(folder).sort()).toEqual([...schemaFiles().keys()].sort());
});
