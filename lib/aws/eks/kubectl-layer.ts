import type { ILayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { InputError } from '../../core/problems';

type LayerPackage = typeof import('@aws-cdk/lambda-layer-kubectl-v35');

/**
 * The layer with kubectl and helm, for the function that applies objects. Its package holds 36 MB and is an optional
 * dependency, which EKS alone asks for. Throws an InputError where it is not installed.
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

/** Loaded when it is asked for, and not before. */
function installed(): LayerPackage {
  return require('@aws-cdk/lambda-layer-kubectl-v35');
}
