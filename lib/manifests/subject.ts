/** The subject of errors about a file of manifests: `manifest k8s/web.yaml`. */
export function subjectOf(file: string): string {
  return `manifest ${file}`;
}
