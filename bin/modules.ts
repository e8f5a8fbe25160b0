import type { ChartsOf } from '../lib/answers/estimate-manifest-files';
import type { Estimator } from '../lib/answers/estimated-tier';

/**
 * Answers that take long to load: the command loads them when it needs them, so that `sizing list` starts without the AWS CDK.
 * Tests pass modules that they have loaded.
 */
export interface Modules {
  /** Estimates tiers, and synthesizes only what is not cached. */
  readonly estimator: () => Estimator;
  /** The objects of a tier's chart; synthesizes only what is not cached. */
  readonly charts: () => ChartsOf;
  /** Estimates files, and tiers on Kubernetes with their nodes. */
  readonly estimate: () => typeof import('../lib/answers/estimate');
  /** Checks CloudFormation templates. */
  readonly check: () => typeof import('../lib/answers/check-templates');
  /** Checks Kubernetes manifests. */
  readonly lint: () => typeof import('../lib/answers/lint');
  /** Corrects Kubernetes manifests. */
  readonly lintFix: () => typeof import('../lib/answers/lint-fix');
  /** Compares the templates of two tiers. */
  readonly move: () => Pick<typeof import('../lib/answers/move'), 'planMove'>;
  /** Compares two template files. */
  readonly templateMove: () => typeof import('../lib/answers/template-move');
  /** Counts what the stacks of a tier need of service quotas. */
  readonly quotas: () => Pick<typeof import('../lib/answers/quotas'), 'tierQuotas'>;
  /** Dates and versions of the data. */
  readonly dataVersions: () => typeof import('../lib/answers/data-versions');
  /** Renders Kubernetes manifests. */
  readonly manifests: () => typeof import('../lib/answers/manifests');
}
