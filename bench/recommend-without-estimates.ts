/** The whole command except the estimates: every blueprint costs one dollar, and nothing is synthesized. */
import type { Modules } from '../bin/modules';
import { run } from '../bin/program';
import { certain } from '../lib/core/interval';
import { usd } from '../lib/core/money';
import type { Estimate } from '../lib/pricing/estimate';

const ESTIMATE: Estimate = {
  currency: 'USD',
  region: 'us-east-1',
  priceDate: null,
  monthlyUsd: certain(usd('1')),
  externalMonthlyUsd: certain(usd('0')),
  derivedShare: 0,
  resources: { total: 0, priced: 0, usage: 0, free: 0, unpriced: 0 },
  excludesUsageOf: [],
  lineItems: [],
};

function notLoaded(): never {
  throw new Error('only recommend runs here');
}

const modules: Modules = {
  estimator: () => () => ESTIMATE,
  estimate: notLoaded,
  check: notLoaded,
  lint: notLoaded,
  move: notLoaded,
  quotas: notLoaded,
  manifests: notLoaded,
  dataVersions: notLoaded,
};

const io = {
  stdout: (text: string) => process.stdout.write(text),
  stderr: (text: string) => process.stderr.write(text),
  env: process.env,
  stdoutIsTty: false,
  stderrIsTty: false,
  nowMs: () => performance.now(),
  columns: undefined,
  today: new Date(),
};

void run(process.argv.slice(2), io, modules).then((code) => {
  process.exitCode = code;
});
