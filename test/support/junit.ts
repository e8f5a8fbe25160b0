import { DOMParser, type Element } from '@xmldom/xmldom';

interface ParsedSuite {
  readonly attributes: Readonly<Record<string, string>>;
  readonly cases: readonly ParsedCase[];
}

interface ParsedCase {
  readonly suite: string | null;
  readonly name: string | null;
  readonly outcome: 'passed' | 'failure' | 'skipped';
  readonly message: string | null | undefined;
  readonly text: string | null | undefined;
}

/**
 * The only suite of a JUnit file. Throws an error if the file is not well-formed, or has an element or attribute that Jenkins does not
 * read. Source: https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export function junitSuite(xml: string): ParsedSuite {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const root = parser.parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('no element');
  requireKnown(root);
  const [suite] = root.getElementsByTagName('testsuite');
  if (suite === undefined) throw new Error('no suite');
  return { attributes: attributesOf(suite), cases: [...suite.getElementsByTagName('testcase')].map(caseOf) };
}

const ATTRIBUTES: Readonly<Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: { required: ['name', 'tests', 'failures', 'errors'], optional: ['time', 'skipped', 'timestamp', 'hostname', 'id'] },
  testcase: { required: ['name'], optional: ['classname', 'time', 'group'] },
  failure: { required: [], optional: ['type', 'message'] },
  skipped: { required: [], optional: ['type', 'message'] },
  'system-out': { required: [], optional: [] },
};

function requireKnown(root: Element): void {
  for (const element of [root, ...root.getElementsByTagName('*')]) {
    const names = Object.keys(attributesOf(element));
    const known = ATTRIBUTES[element.tagName];
    if (known === undefined) throw new Error(`unknown element ${element.tagName}`);
    const { required, optional } = known;
    const wrong = [
      ...names.filter((name) => ![...required, ...optional].includes(name)),
      ...required.filter((name) => !names.includes(name)),
    ];
    if (wrong.length > 0) throw new Error(`${element.tagName}: unknown or missing ${wrong.join(', ')}`);
  }
}

function attributesOf({ attributes }: Element): Readonly<Record<string, string>> {
  return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
}

function caseOf(element: Element): ParsedCase {
  const [failure] = element.getElementsByTagName('failure');
  const [skipped] = element.getElementsByTagName('skipped');
  const detail = failure ?? skipped;
  return {
    suite: element.getAttribute('classname'),
    name: element.getAttribute('name'),
    outcome: failure !== undefined ? 'failure' : skipped !== undefined ? 'skipped' : 'passed',
    message: detail?.getAttribute('message'),
    text: detail?.textContent,
  };
}
