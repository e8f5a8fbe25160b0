import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeTextFile } from '../lib/io/write-file';
import { customResourceRules, customResourceRulesText } from './custom-resource-rules';

const FILE = 'data/kubernetes/custom-resource-rules.json';

const { minimum, newest } = parseArgs({
  options: { minimum: { type: 'string', multiple: true, default: [] }, newest: { type: 'string', multiple: true, default: [] } },
}).values;
if (minimum.length === 0 || newest.length === 0) {
  throw new Error('usage: npm run custom-resource-rules -- --minimum <file or folder of definitions>… --newest <file or folder>…');
}
writeTextFile(join(__dirname, '..', FILE), customResourceRulesText(customResourceRules(minimum, newest)));
console.error(`wrote ${FILE}`);
