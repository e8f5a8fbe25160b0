/** Packages that the synthesized templates depend on. The one of kubectl is needed only for EKS, and may be absent. */
const SYNTHESIZERS: readonly (() => { readonly version: string })[] = [
  () => require('aws-cdk-lib/package.json'),
  () => require('cdk8s/package.json'),
  () => require('cdk8s-plus-34/package.json'),
  () => require('constructs/package.json'),
  () => require('@aws-cdk/lambda-layer-kubectl-v35/package.json'),
];

/** The versions of the packages that synthesize, and the environment variables that change templates. */
export function synthesizerOf(env: Readonly<Record<string, string | undefined>>): string {
  const variables = Object.entries(env).filter(([name]) => name.startsWith('CDK_'));
  return JSON.stringify([...SYNTHESIZERS.map(versionOf), variables.sort()]);
}

function versionOf(load: () => { readonly version: string }): string | undefined {
  try {
    return load().version;
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
