import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { InputError } from '../problems';

/** 36 MB of kubectl and helm, for the function that applies objects: an optional dependency, asked for by EKS alone. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35';

/** The layer with kubectl and helm. Throws an InputError where its package is not installed. */
export function kubectlLayer(scope: Construct, load: () => typeof import('@aws-cdk/lambda-layer-kubectl-v35') = loaded): ILayerVersion {
  const { KubectlV35Layer } = load();
  return new KubectlV35Layer(scope, 'Kubectl');
}

function loaded(): typeof import('@aws-cdk/lambda-layer-kubectl-v35') {
  try {
    return require('@aws-cdk/lambda-layer-kubectl-v35');
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'MODULE_NOT_FOUND') throw error;
    throw new InputError('options', [
      { path: 'platform', received: 'eks', allowed: `ecs or kubernetes, or eks after: npm install --save-dev ${PACKAGE}` },
    ]);
  }
}
