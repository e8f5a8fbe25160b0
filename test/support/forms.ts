/** A system, a tier and options, as the command line has them. */
export type Request = Readonly<Record<string, string>>;

/**
 * One tier of each form in which systems are deployed. `npm test` proves these, and their estimates are golden files that a
 * person reads; `npm run test:all` proves every tier in every form.
 */
export const FORM_EXAMPLES: Readonly<Record<string, Request>> = {
  ec2: { system: 'aiva', tier: 'large' },
  'single-host': { system: 'aiva', tier: 'small', topology: 'single-host' },
  fargate: { system: 'capsules', tier: 'pool-and-cache', compute: 'fargate' },
  'second-region': { system: 'barber-ops', tier: 'phase-3', region: 'eu-west-1' },
  eks: { system: 'assistant', tier: 'pooled', platform: 'eks' },
  'eks-statefulset': { system: 'barber-ops', tier: 'phase-2', platform: 'eks', dataStores: 'statefulset' },
  kubernetes: { system: 'ux-flow', tier: 'growth', platform: 'kubernetes' },
};

/** The examples that are CloudFormation stacks. */
export const STACK_EXAMPLES: readonly Request[] = Object.values(FORM_EXAMPLES).filter(({ platform }) => platform !== 'kubernetes');

/** Represents all systems where a proof compares the tiers of one system with each other. */
export function representsSystems({ id }: { readonly id: string }): boolean {
  return id === 'assistant';
}
