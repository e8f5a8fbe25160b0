/** The whole command except the estimates: every blueprint costs one dollar, and nothing is synthesized. */
import { recommend } from '../bin/commands/recommend';
import { run } from '../bin/program';
import type { ProgramModules } from '../bin/program-modules';
import * as systems from '../bin/systems';
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

const modules: ProgramModules = {
  commands: {
    init: notLoaded,
    list: notLoaded,
    estimate: notLoaded,
    diff: notLoaded,
    compare: notLoaded,
    explain: notLoaded,
    quotas: notLoaded,
    recommend: () => recommend,
    design: notLoaded,
    capacity: notLoaded,
    curve: notLoaded,
    fit: notLoaded,
    observe: notLoaded,
    manifests: notLoaded,
    lint: notLoaded,
    check: notLoaded,
    move: notLoaded,
    completion: notLoaded,
  },
  systems: () => systems,
  answers: () => ({ answerCache: () => undefined, printAnswer: notLoaded }),
  estimator: () => () => ESTIMATE,
  charts: notLoaded,
  estimate: notLoaded,
  check: notLoaded,
  lint: notLoaded,
  lintFix: notLoaded,
  move: notLoaded,
  templateMove: notLoaded,
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
  stderrColumns: undefined,
  today: new Date(),
};

void run(process.argv.slice(2), io, modules).then((code) => {
  process.exitCode = code;
});
