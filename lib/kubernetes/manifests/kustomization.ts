import { Yaml } from 'cdk8s';

/** File name without an extension: `kubectl apply -f <directory>` ignores the file, `kubectl apply -k` finds it. */
export const KUSTOMIZATION = 'Kustomization';

/** The kustomization of the files at `paths`, as YAML. */
export function kustomization(paths: readonly string[]): string {
  return Yaml.stringify({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: [...paths] });
}
