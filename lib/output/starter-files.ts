import type { InitAnswer, StarterSystem } from '../answers/init';
import { DEFINITION_FILE, type DefinitionLanguage, definitionText } from './definition-text';
import { type Pipeline, pipelineFile } from './pipeline-file';
import type { StarterFile } from './starter-file';

/** Versions that a new project depends on: those of the package.json of this package. */
export interface StarterVersions {
  /** Version of this package. */
  readonly version: string;
  /** Ranges of the packages that a user installs next to this one. */
  readonly peerDependencies: Readonly<Record<string, string>>;
  /** Versions of the packages that this one is tested with. */
  readonly devDependencies: Readonly<Record<string, string>>;
}

/**
 * The command of cdk.json that synthesizes a tier of the definition. It is the program `sizing-app` without npx, which takes 0.4 s of
 * CPU time in every synth, and which downloads a foreign package of that name where this one is not installed.
 */
export const CDK_APP = 'node -r sizing-blueprints/app -e 0';

/** The same command for `--app` of the CDK CLI, which a shell reads. */
export const CDK_APP_ARGUMENT = 'npx sizing-app';

/** Packages that the commands and the tests of a new project need, next to this one. */
export const STARTER_PACKAGES = ['aws-cdk', 'aws-cdk-lib', 'constructs', 'vitest'] as const;

/** Choices of a new project that its definition does not contain. */
export interface StarterChoices {
  /** Language of the definition. */
  readonly language: DefinitionLanguage;
  /** Service whose pipelines compare the cost of each change. Default: none, so that no pipeline is written. */
  readonly pipeline?: Pipeline;
}

/** The files of a new project, in the order in which they are written. Existing files are never replaced by them. */
export function starterFiles(
  answer: InitAnswer,
  { language, pipeline }: StarterChoices,
  versions: StarterVersions,
): readonly StarterFile[] {
  const { draft } = answer;
  return [
    ...(draft === undefined ? [] : [{ path: DEFINITION_FILE[language], text: definitionText(draft, language) }]),
    { path: 'cdk.json', text: json({ app: CDK_APP }) },
    {
      path: 'environments/dev.json',
      text: json({
        $schema: '../node_modules/sizing-blueprints/schemas/environment.schema.json',
        imageTag: 'placeholder',
      }),
    },
    ...testFiles(answer, answer.definitionFile ?? DEFINITION_FILE[language]),
    ...(pipeline === undefined ? [] : [pipelineFile(pipeline, answer)]),
    { path: 'package.json', text: json(packageFile(answer.system, versions)) },
  ];
}

/** One file of tests for each system. */
function testFiles(answer: InitAnswer, definitionFile: string): StarterFile[] {
  return [answer, ...answer.otherSystems].map((system) => ({ path: testPath(system, answer), text: testText(system, definitionFile) }));
}

/** Path of the tests of a system. */
export function testPath({ system }: StarterSystem, { otherSystems }: InitAnswer): string {
  return `test/${otherSystems.length === 0 ? 'tiers' : system}.test.ts`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function packageFile(name: string, { version, peerDependencies, devDependencies }: StarterVersions): object {
  const packages = Object.fromEntries(STARTER_PACKAGES.map((each) => [each, peerDependencies[each] ?? `^${devDependencies[each]}`]));
  return {
    name,
    version: '0.0.0',
    private: true,
    scripts: { test: 'vitest run' },
    devDependencies: sortedByKey({ ...packages, 'sizing-blueprints': `^${version}` }),
  };
}

/** As npm sorts the dependencies of a package. */
function sortedByKey(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function testText({ system, tiers, budgetsUsd }: StarterSystem, definitionFile: string): string {
  const budgets = tiers.map((tier) => {
    const budget = budgetsUsd[tier];
    return budget === undefined
      ? `  // ${tier}: the estimate is incomplete, so its cost is not tested.`
      : `  ${/^[a-z]\w*$/.test(tier) ? tier : `'${tier}'`}: ${budget},`;
  });
  return [
    "import 'sizing-blueprints/testing/vitest';",
    "import { App } from 'aws-cdk-lib';",
    "import { estimate, loadDefinition, readTierFiles, TierStack } from 'sizing-blueprints';",
    "import { matchersWith } from 'sizing-blueprints/testing';",
    "import { describe, expect, Snapshots, test } from 'vitest';",
    '',
    'expect.extend(matchersWith(Snapshots));',
    '',
    '/**',
    ' * Budget of each tier in US dollars per month: the estimate of the day when this file was written, plus 10%. A tier that is',
    ' * added later, also by a tier file, has a cost test when it has a budget here.',
    ' */',
    'const BUDGETS_USD: Record<string, number> = {',
    ...budgets,
    '};',
    '',
    `const { systems } = loadDefinition('${definitionFile}');`,
    `const definition = systems.find(({ id }) => id === '${system}')!;`,
    '/** The system with the tiers of tiers/*.tier.json. */',
    "const system = readTierFiles(definition, '.', systems);",
    '',
    "test('every budget is that of a tier', () => {",
    '  expect(system.tiers.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(BUDGETS_USD)));',
    '});',
    '',
    `describe.each(system.tiers.map(({ id }) => id))('tier %s of ${system}', (tier) => {`,
    '  const app = new App({ builtinCloudFormationValidation: false });',
    "  const stack = new TierStack(app, 'Tier', { system, tier, imageTag: 'placeholder' });",
    '',
    '  // To accept a change: npx vitest run -u',
    "  test('has the template of its snapshot', () => {",
    '    expect(stack).toMatchTierSnapshot();',
    '  });',
    '',
    "  test.runIf(tier in BUDGETS_USD)('costs at most its budget', () => {",
    '    expect(estimate(stack)).toCostAtMost(BUDGETS_USD[tier]!);',
    '  });',
    '});',
    '',
  ].join('\n');
}
