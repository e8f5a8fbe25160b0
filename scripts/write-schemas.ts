import { join } from 'node:path';
import { writeTextFile } from '../lib/io/write-file';
import { SCHEMA_FOLDER, schemaFiles } from './schema-files';

const folder = join(__dirname, '..', SCHEMA_FOLDER);
for (const [name, content] of schemaFiles()) {
  writeTextFile(join(folder, name), content);
  console.error(`wrote ${SCHEMA_FOLDER}/${name}`);
}
