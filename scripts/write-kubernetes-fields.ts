import { join } from 'node:path';
import { writeTextFile } from '../lib/io/write-file';
import { fieldsFile, fieldsText } from './kubernetes-fields';

const FILE = 'data/kubernetes/fields.json';

void fieldsFile().then((fields) => {
  writeTextFile(join(__dirname, '..', FILE), fieldsText(fields));
  console.error(`wrote ${FILE}`);
});
