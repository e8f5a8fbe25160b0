/** The table of allowed imports. The architecture test compares the sources and `docs/architecture.md` with it. */
export interface Room {
  /** Subject of the room, for `docs/architecture.md`. */
  readonly subject: string;
  /** Rooms that it may import. */
  readonly rooms: readonly string[];
  /** Rooms of which it may import types, and nothing that runs. */
  readonly types?: readonly string[];
  /** Packages that it may import, Node's own modules among them. */
  readonly packages: readonly string[];
}

export const ROOMS: Readonly<Record<string, Room>> = {
  'lib/core': {
    subject: 'money, intervals, units, quantities, problems, rules and their findings, number formats',
    rooms: [],
    packages: ['decimal.js', 'fastest-levenshtein'],
  },
  'lib/io': {
    subject: 'the only code that touches files: reading what others wrote, writing whole files, YAML and JSON, package data, the cache',
    rooms: ['lib/core'],
    packages: ['js-yaml', 'node:crypto', 'node:fs', 'node:os', 'node:path', 'node:stream', 'node:v8', 'node:zlib'],
  },
  'lib/model': {
    subject: 'schemas of files that users write: components, tiers, systems, workloads, options',
    rooms: ['lib/core'],
    packages: ['zod'],
  },
  'lib/definition': {
    subject: 'the definition of your systems: finding the file, reading it, running a TypeScript module',
    rooms: ['lib/core', 'lib/io', 'lib/model'],
    packages: ['jiti', 'node:path'],
  },
  'lib/conventions': {
    subject: 'names and defaults that AWS and Kubernetes output share',
    rooms: ['lib/core', 'lib/model'],
    packages: [],
  },
  'lib/contract': {
    subject: 'the declaration of a template or manifest for its estimate: metadata key, schema, usage keys; usage files',
    rooms: ['lib/core', 'lib/model'],
    packages: ['zod'],
  },
  'lib/catalog': {
    subject: 'facts: price book and derivation, instance shapes, offers of regions, node capacity',
    rooms: ['lib/core', 'lib/io'],
    packages: ['zod'],
  },
  'lib/selection': {
    subject: 'which instance type and how many, engine settings',
    rooms: ['lib/core', 'lib/model', 'lib/conventions', 'lib/catalog'],
    packages: [],
  },
  'lib/capacity': {
    subject: 'demand, supply, queueing, simulation, recommendation, cost curve',
    rooms: ['lib/core', 'lib/model'],
    packages: ['pure-rand'],
  },
  'lib/loadtest': {
    subject: 'readers of load-test results, fit, calibration',
    rooms: ['lib/core', 'lib/io', 'lib/model', 'lib/capacity'],
    packages: ['csv-parse', 'pure-rand', 'zod'],
  },
  'lib/observation': {
    subject: 'readers of production metrics, regression on requests, calibration by them',
    rooms: ['lib/core', 'lib/io', 'lib/model', 'lib/capacity', 'lib/loadtest'],
    packages: ['zod'],
  },
  'lib/blueprint': {
    subject: 'a tier with its options, resolved into frozen plain data',
    rooms: ['lib/core', 'lib/model', 'lib/conventions', 'lib/contract', 'lib/selection'],
    types: ['lib/catalog', 'lib/capacity'],
    packages: [],
  },
  'lib/design': {
    subject: 'a right-sized tier: sizes of components, the samples that each handles, the cheapest selection',
    rooms: ['lib/core', 'lib/model', 'lib/selection', 'lib/capacity', 'lib/blueprint'],
    types: ['lib/catalog'],
    packages: [],
  },
  'lib/aws': {
    subject: 'a blueprint as CDK stacks',
    rooms: ['lib/core', 'lib/model', 'lib/conventions', 'lib/contract'],
    types: ['lib/blueprint'],
    packages: ['@aws-cdk/lambda-layer-kubectl-v35', 'aws-cdk-lib', 'constructs', 'node:fs'],
  },
  'lib/kubernetes': {
    subject: 'a blueprint as cdk8s charts',
    rooms: ['lib/core', 'lib/model', 'lib/conventions', 'lib/contract'],
    types: ['lib/blueprint'],
    packages: ['cdk8s', 'cdk8s-plus-34', 'constructs', 'node:crypto'],
  },
  'lib/cloudformation': {
    subject: 'CloudFormation templates and cloud assemblies, read back as plain resources',
    rooms: ['lib/core', 'lib/io'],
    packages: ['js-yaml', 'node:path'],
  },
  'lib/manifests': {
    subject: 'Kubernetes manifests, read back as plain objects with file and line',
    rooms: ['lib/core', 'lib/io'],
    packages: ['ignore', 'js-yaml', 'node:path', 're2js'],
  },
  'lib/draft': {
    subject: 'a first definition of a system: an example, or read from existing files',
    rooms: ['lib/core', 'lib/io', 'lib/model', 'lib/conventions', 'lib/catalog', 'lib/cloudformation', 'lib/manifests'],
    packages: ['node:path', 'zod'],
  },
  'lib/cel': {
    subject: 'rules of CustomResourceDefinitions in CEL, evaluated as the API server does',
    rooms: ['lib/core', 'lib/io', 'lib/manifests'],
    packages: ['@bufbuild/cel', '@bufbuild/cel/ext', 'node:net', 're2js'],
  },
  'lib/lint': {
    subject: 'rules about manifests, one file each',
    rooms: ['lib/core', 'lib/io', 'lib/manifests', 'lib/cel'],
    packages: ['node:net', 're2js'],
  },
  'lib/check': {
    subject: 'rules about CloudFormation templates, one file each, from the documentation of the services',
    rooms: ['lib/core', 'lib/io', 'lib/conventions', 'lib/catalog', 'lib/cloudformation'],
    packages: ['re2js'],
  },
  'lib/scheduling': {
    subject: 'pods and node pools of manifests, placement of pods on nodes',
    rooms: ['lib/core', 'lib/io', 'lib/conventions', 'lib/contract', 'lib/catalog', 'lib/manifests'],
    packages: [],
  },
  'lib/transition': {
    subject: 'updates of a stack from one template to another: class of each resource, rules with their sources, one file each',
    rooms: ['lib/core', 'lib/io', 'lib/cloudformation'],
    packages: ['@aws-cdk/cloudformation-diff'],
  },
  'lib/apply': {
    subject: 'an apply of manifests over others: class of each object, fields that cannot change, claims that grow',
    rooms: ['lib/core', 'lib/io', 'lib/manifests'],
    packages: [],
  },
  'lib/revision': {
    subject: 'revisions of a Git repository: their files, and the templates of a CDK app at one of them',
    rooms: ['lib/core', 'lib/io'],
    packages: ['node:child_process', 'node:module', 'node:path'],
  },
  'lib/pricing': {
    subject: 'charges, line items, estimate; one pricer a file',
    rooms: ['lib/core', 'lib/io', 'lib/contract', 'lib/catalog', 'lib/cloudformation', 'lib/scheduling'],
    packages: [],
  },
  'lib/answers': {
    subject: 'one question a file: request → typed answer, no text',
    rooms: [
      'lib/core',
      'lib/io',
      'lib/model',
      'lib/conventions',
      'lib/contract',
      'lib/catalog',
      'lib/selection',
      'lib/capacity',
      'lib/loadtest',
      'lib/observation',
      'lib/blueprint',
      'lib/aws',
      'lib/kubernetes',
      'lib/cloudformation',
      'lib/manifests',
      'lib/lint',
      'lib/check',
      'lib/scheduling',
      'lib/transition',
      'lib/apply',
      'lib/revision',
      'lib/pricing',
      'lib/draft',
      'lib/design',
      'tiers',
    ],
    packages: ['node:crypto', 'node:path', 'zod'],
  },
  'lib/output': {
    subject: 'answers as tables, Markdown, CSV, JSON with its schemas, and SARIF',
    rooms: ['lib/core', 'lib/model', 'lib/capacity', 'lib/transition', 'lib/apply', 'lib/pricing'],
    types: [
      'lib/answers',
      'lib/blueprint',
      'lib/check',
      'lib/contract',
      'lib/catalog',
      'lib/cloudformation',
      'lib/design',
      'lib/draft',
      'lib/kubernetes',
      'lib/lint',
      'lib/loadtest',
      'lib/manifests',
      'lib/observation',
      'lib/scheduling',
      'lib/selection',
    ],
    packages: ['csv-stringify', 'diff', 'picocolors', 'string-width', 'zod'],
  },
  'lib/cdk': {
    subject: 'TierStack, MonthlyBudget and declared usage for the CDK app of a user, and the app that synthesizes one tier',
    rooms: [
      'lib/core',
      'lib/io',
      'lib/model',
      'lib/contract',
      'lib/catalog',
      'lib/cloudformation',
      'lib/aws',
      'lib/pricing',
      'lib/answers',
      'lib/output',
    ],
    types: ['lib/blueprint'],
    packages: ['aws-cdk-lib', 'constructs'],
  },
  'lib/testing': {
    subject: 'matchers and snapshots for the tests of a user',
    rooms: ['lib/core', 'lib/contract', 'lib/answers', 'lib/pricing'],
    packages: ['aws-cdk-lib', 'constructs', 'vitest'],
  },
  lib: {
    subject: 'the public names of the package',
    rooms: ['lib/core', 'lib/model', 'lib/definition', 'lib/blueprint', 'lib/aws', 'lib/pricing', 'lib/answers', 'lib/output', 'lib/cdk'],
    types: ['lib/contract'],
    packages: [],
  },
  tiers: { subject: 'the systems and their tiers, as data', rooms: ['lib/model', 'lib/core'], packages: [] },
  bin: {
    subject: 'the command and the apps: parses, asks one question, prints; only it reads arguments, prints and exits',
    rooms: ['lib/core', 'lib/io', 'lib/definition', 'lib/pricing', 'lib/answers', 'lib/output', 'lib/cdk', 'tiers'],
    types: ['lib/model', 'lib/blueprint'],
    packages: [
      '@aws-cdk/lambda-layer-kubectl-v35',
      'aws-cdk-lib',
      'cdk8s',
      'cdk8s-plus-34',
      'commander',
      'constructs',
      'node:module',
      'node:os',
      'node:path',
    ],
  },
};
