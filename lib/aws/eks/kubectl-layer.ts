import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { InputError } from '../../core/problems';

type LayerPackage = typeof import('@aws-cdk/lambda-layer-kubectl-v35');

/**
 * The Lambda layer with kubectl and helm. Its package has 36 MB and is an optional peer dependency, which only EKS needs.
 * Throws an InputError when the package is not installed.
 */
export function kubectlLayer(scope: Construct, load: () => LayerPackage = installed): ILayerVersion {
  const { KubectlV35Layer } = loaded(load);
  return new KubectlV35Layer(scope, 'Kubectl');
}

function loaded(load: () => LayerPackage): LayerPackage {
  try {
    return load();
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'MODULE_NOT_FOUND') throw error;
    const expected = 'ecs, kubernetes, or eks after npm install --save-dev @aws-cdk/lambda-layer-kubectl-v35, which contains kubectl';
    throw new InputError('options', [{ path: 'platform', received: '"eks"', expected }]);
  }
}

/** Loads the package on first use. */
function installed(): LayerPackage {
  return require('@aws-cdk/lambda-layer-kubectl-v35');
}
