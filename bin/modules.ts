/**
 * Modules that take long to load, so that only the commands that need them pay for them. The command's entry requires
 * them lazily; tests give those that they have already.
 */
export interface Modules {
  /** Synthesizes with the AWS CDK, or takes what it synthesized before. */
  readonly bill: () => Pick<typeof import('../lib/answers/estimate-blueprint'), 'estimateBlueprint'>;
  /** Reads and prices template files. */
  readonly templateBill: () => typeof import('../lib/answers/estimate-template-files');
  /** Reads, makes and prices Kubernetes manifests. */
  readonly manifestBill: () => typeof import('../lib/answers/estimate-manifest-files');
  /** Reads and checks Kubernetes manifests. */
  readonly lint: () => typeof import('../lib/answers/lint-manifests');
  /** Writes Kubernetes manifests with cdk8s. */
  readonly kubernetes: () => typeof import('../lib/kubernetes');
}
