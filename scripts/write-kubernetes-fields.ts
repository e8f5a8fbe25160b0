import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsFile, fieldsText } from './kubernetes-fields';

const FILE = 'data/kubernetes/fields.json';

void fieldsFile().then((fields) => {
  writeFileSync(join(__dirname, '..', FILE), fieldsText(fields));
  console.error(`wrote ${FILE}`);
});
