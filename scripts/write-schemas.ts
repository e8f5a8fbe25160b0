import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_FOLDER, schemaFiles } from './schema-files';

const folder = join(__dirname, '..', SCHEMA_FOLDER);
mkdirSync(folder, { recursive: true });
for (const [name, content] of schemaFiles()) {
  writeFileSync(join(folder, name), content);
  console.error(`wrote ${SCHEMA_FOLDER}/${name}`);
}
