import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeTextFile } from '../lib/io/write-file';
import { customResourceFields, customResourceText } from './custom-resource-fields';

const FILE = 'data/kubernetes/custom-resources.json';

const { minimum, newest } = parseArgs({
  options: { minimum: { type: 'string', multiple: true, default: [] }, newest: { type: 'string', multiple: true, default: [] } },
}).values;
if (minimum.length === 0 || newest.length === 0) {
  throw new Error('usage: npm run custom-resource-fields -- --minimum <file or folder of definitions>… --newest <file or folder>…');
}
writeTextFile(join(__dirname, '..', FILE), customResourceText(customResourceFields(minimum, newest)));
console.error(`wrote ${FILE}`);
