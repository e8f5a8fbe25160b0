import { join } from 'node:path';
import { writeTextFile } from '../lib/io/write-file';
import { definitionReference, REFERENCE_FILE } from './definition-reference';
import { INPUT_TYPES_FILE, inputTypes } from './input-types';
import { SCHEMA_FOLDER, schemaFiles } from './schema-files';

const root = join(__dirname, '..');
const files = [
  [INPUT_TYPES_FILE, inputTypes()],
  [REFERENCE_FILE, definitionReference()],
  ...[...schemaFiles()].map(([name, content]) => [`${SCHEMA_FOLDER}/${name}`, content]),
];
for (const [path = '', content = ''] of files) {
  writeTextFile(join(root, path), content);
  console.error(`wrote ${path}`);
}
