import { Yaml } from 'cdk8s';

/** Without an extension, so that `kubectl apply -f` of the directory passes it by, and `-k` finds it. */
export const KUSTOMIZATION = 'Kustomization';

export function kustomization(paths: readonly string[]): string {
  return Yaml.stringify({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: [...paths] });
}
