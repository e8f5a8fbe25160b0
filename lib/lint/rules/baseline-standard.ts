import { settingViolations } from '../pod-security-standards';
import type { Rule } from '../rule';

export const baselineStandard: Rule = {
  id: 'baseline-standard',
  severity: 'warning',
  set: 'security',
  description: 'Pod has a setting that the baseline pod security standard forbids',
  fix: 'Remove the setting: it turns off a protection of the node from the container',
  citation: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  *check({ workloads }) {
    for (const workload of workloads) {
      for (const violation of settingViolations(workload)) {
        // The rule seccomp-profile reports these.
        if (!violation.path.includes('seccompProfile')) yield violation;
      }
    }
  },
};
