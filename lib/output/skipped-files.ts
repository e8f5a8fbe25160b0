import { SKIP_REASONS, type SkipReason } from '../core/skip-reason';
import type { SkippedFile } from '../manifests/skipped-file';

/** Text after the files of a reason. */
const TEXTS: Readonly<Record<SkipReason, string>> = {
  'not-a-manifest': 'not Kubernetes manifests',
  'helm-template': 'templates; use their output, such as that of `helm template`',
  'kustomize-patch': 'patches of a kustomization; use the output of `kustomize build`',
  excluded: 'excluded',
};

/** Files are named up to this number, and counted above it. */
const MOST_NAMED = 3;

/** `values.yaml (not Kubernetes manifests), 12 files (templates of a Helm chart; use the output of `helm template`)` */
export function skippedFilesText(skipped: readonly SkippedFile[]): string {
  return SKIP_REASONS.flatMap((reason) => {
    const files = skipped.filter((one) => one.reason === reason).map(({ file }) => file);
    if (files.length === 0) return [];
    return [`${files.length > MOST_NAMED ? `${files.length} files` : files.join(', ')} (${TEXTS[reason]})`];
  }).join(', ');
}
