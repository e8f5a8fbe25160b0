/** The published schema of SARIF 2.1.0, with the validator that its package brings. */
import { dirname, join } from 'node:path';

interface Validator {
  (log: unknown): boolean;
  readonly errors?: readonly { readonly dataPath: string; readonly message?: string }[] | null;
}
type Ajv = new (options: {
  schemaId: 'auto';
  validateSchema: boolean;
}) => { addMetaSchema(schema: unknown): void; compile(schema: unknown): Validator };

const FOLDER = dirname(require.resolve('@microsoft/jest-sarif/package.json'));

function load(name: string): unknown {
  return require(require.resolve(name, { paths: [FOLDER] })) as unknown;
}

/** Violations of the schema in a log. */
export function sarifProblems(log: unknown): readonly string[] {
  const ajv = new (load('ajv') as Ajv)({ schemaId: 'auto', validateSchema: false });
  ajv.addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'));
  const validate = ajv.compile(load(join(FOLDER, 'lib/schemas/sarif-2.1.0-rtm.5.json')));
  return validate(log) ? [] : (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}
