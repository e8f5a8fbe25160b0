import { type Alert, type AlertScope, matching } from './alert';

/** A day, and the two hours that a large backup may take longer than the one before. */
const LATE_AFTER_SECONDS = 26 * 3_600;

/** A failed job stays to be looked at; after a day its successor counts. */
const DAY_SECONDS = 24 * 3_600;

/** CronJobs of the namespace, which are its backups, one a day: kube-state-metrics. */
export function backupAlerts({ namespace }: AlertScope): Alert[] {
  const all = matching({ namespace });
  const runbook = `kubectl -n ${namespace} get jobs; read the log of the last one; when the reason is gone: kubectl -n ${namespace} create job --from=cronjob/{{ $labels.cronjob }} {{ $labels.cronjob }}-by-hand.`;
  return [
    {
      name: 'BackupFailed',
      severity: 'warning',
      component: '{{ $labels.job_name }}',
      expr: [
        `max by (namespace, job_name) (kube_job_status_failed${all}) > 0`,
        `and on (namespace, job_name) (time() - kube_job_status_start_time${all}) < ${DAY_SECONDS}`,
      ].join('\n'),
      forMinutes: 5,
      summary: '{{ $labels.job_name }} failed',
      description: 'The job has given up; the next one is tried on schedule.',
      runbook: `kubectl -n ${namespace} logs job/{{ $labels.job_name }}: mostly the bucket's permission, its network path or a disk that is too small.`,
    },
    {
      name: 'BackupLate',
      severity: 'critical',
      component: '{{ $labels.cronjob }}',
      expr: [
        `(time() - kube_cronjob_status_last_successful_time${all}) > ${LATE_AFTER_SECONDS}`,
        `unless on (namespace, cronjob) kube_cronjob_spec_suspend${all} == 1`,
      ].join('\n'),
      forMinutes: 0,
      summary: '{{ $labels.cronjob }} has not succeeded for more than a day',
      description: 'What happened in the last {{ $value | humanizeDuration }} would be lost with the disks.',
      runbook,
    },
    {
      name: 'BackupNeverSucceeded',
      severity: 'critical',
      component: '{{ $labels.cronjob }}',
      expr: [
        `(time() - kube_cronjob_created${all}) > ${LATE_AFTER_SECONDS}`,
        `unless on (namespace, cronjob) kube_cronjob_status_last_successful_time${all}`,
        `unless on (namespace, cronjob) kube_cronjob_spec_suspend${all} == 1`,
      ].join('\n'),
      forMinutes: 0,
      summary: '{{ $labels.cronjob }} has never succeeded',
      description: 'It exists for {{ $value | humanizeDuration }} and there is no backup.',
      runbook,
    },
  ];
}
