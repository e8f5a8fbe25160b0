/** The command to its last line, but for the bills: every blueprint costs a dollar, and nothing is synthesized. */
import type { Modules } from '../bin/modules';
import { run } from '../bin/program';
import type { BlueprintEstimate } from '../lib/answers/estimate-stacks';
import { certain } from '../lib/core/interval';
import { usd } from '../lib/core/money';

const BILL: BlueprintEstimate = {
  template: { name: 'none', resources: [], metadata: {}, raw: {} },
  templates: [],
  estimate: {
    currency: 'USD',
    region: 'us-east-1',
    priceDate: null,
    monthlyUsd: certain(usd('1')),
    externalMonthlyUsd: certain(usd('0')),
    derivedShare: 0,
    resources: { total: 0, priced: 0, usage: 0, free: 0, unpriced: 0 },
    excludesUsageOf: [],
    lineItems: [],
  },
};

const modules: Modules = {
  bill: () => ({ estimateBlueprint: () => BILL }),
  templateBill: () => {
    throw new Error('no templates are read here');
  },
  manifestBill: () => {
    throw new Error('no manifests are made here');
  },
  lint: () => {
    throw new Error('no manifests are read here');
  },
  kubernetes: () => {
    throw new Error('no manifests are written here');
  },
};

const io = {
  stdout: (text: string) => process.stdout.write(text),
  stderr: (text: string) => process.stderr.write(text),
  env: process.env,
  stdoutIsTty: false,
  columns: undefined,
  today: new Date(),
};

void run(process.argv.slice(2), io, modules).then((code) => {
  process.exitCode = code;
});
