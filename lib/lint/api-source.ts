/** Address of the validation of an API group in the source of Kubernetes 1.36, such as `core` or `networking`. */
export function apiSource(group: string): string {
  return `https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/${group}/validation/validation.go`;
}
