import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const declarations = new Map<string, string>();

/** Declarations of a service in the CDK, which are generated from the schemas of CloudFormation, without comments. */
function declarationsOf(service: string): string {
  const known = declarations.get(service);
  if (known !== undefined) return known;
  const folder = join(dirname(require.resolve('aws-cdk-lib/package.json')), `aws-${service.toLowerCase()}`, 'lib');
  const files = readdirSync(folder).filter((name) => name.endsWith('.generated.d.ts'));
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*.*?\*\//gs, '')).join('\n');
  declarations.set(service, text);
  return text;
}

/** The text between the braces that follow a heading, such as `interface CfnVolumeProps`; undefined without the heading. */
function bodyOf(text: string, heading: string): string | undefined {
  const start = text.search(new RegExp(`\\b${heading}\\b[^{;]*\\{`));
  if (start < 0) return undefined;
  const open = text.indexOf('{', start);
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return text.slice(open + 1, index);
  }
  return undefined;
}

/**
 * Paths of the properties of a resource type that are numbers in its schema, in lower case, because the CDK changes the case of
 * abbreviations: `ebsoptions.volumesize`. Throws an error for a type that the CDK does not have.
 */
export function numericProperties(type: string): ReadonlySet<string> {
  const [, service = '', name = ''] = type.split('::');
  const text = declarationsOf(service);
  const root = bodyOf(text, `interface Cfn${name}Props`);
  if (root === undefined) throw new Error(`the CDK has no properties of ${type}`);
  const nested = bodyOf(text, `namespace Cfn${name}`) ?? '';
  const found = new Set<string>();
  const walk = (body: string, path: readonly string[]): void => {
    for (const [, property = '', declared = ''] of body.matchAll(/readonly (\w+)\??: ([^;]+);/g)) {
      const here = [...path, property.toLowerCase()];
      if (/\bnumber\b/.test(declared)) found.add(here.join('.'));
      for (const [, part = ''] of declared.matchAll(new RegExp(`\\bCfn${name}\\.(\\w+)`, 'g'))) {
        if (!path.includes(property.toLowerCase())) walk(bodyOf(nested, `interface ${part}`) ?? '', here);
      }
    }
  };
  walk(root, []);
  return found;
}
