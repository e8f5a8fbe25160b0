import { BOTH, CRITICAL, cores, type GroupCases, moving, NONE, steady, WARNING } from './cases';

const POD = 'namespace="shop", pod="api-1", container="api"';
const WAITING = 'kube_pod_container_status_waiting_reason';
const RESTARTS = `kube_pod_container_status_restarts_total{${POD}}`;
const HOUR_SECONDS = 3_600;
const A_DAY_AND_MORE_MINUTES = 27 * 60;

/** What kube-state-metrics and the kubelet say. */
export const workloads: GroupCases = {
  component: 'api',
  cases: [
    {
      alert: 'ContainerCrashLooping',
      what: 'waits to be restarted',
      series: { [`${WAITING}{${POD}, reason="CrashLoopBackOff"}`]: steady(1) },
      fires: CRITICAL,
    },
    {
      alert: 'ContainerCrashLooping',
      what: 'is being created',
      series: { [`${WAITING}{${POD}, reason="ContainerCreating"}`]: steady(1) },
      fires: NONE,
    },
    { alert: 'ContainerRestarting', what: 'six times an hour', series: { [RESTARTS]: moving(0.1) }, fires: WARNING },
    { alert: 'ContainerRestarting', what: 'once an hour', series: { [RESTARTS]: moving(1 / 60) }, fires: NONE },
    {
      alert: 'ContainerOutOfMemory',
      what: 'restarted five minutes ago, at its limit',
      series: {
        [RESTARTS]: `${steady(0, 54)} ${steady(1, 20)}`,
        [`kube_pod_container_status_last_terminated_reason{${POD}, reason="OOMKilled"}`]: steady(1),
      },
      fires: WARNING,
    },
    {
      alert: 'ContainerOutOfMemory',
      what: 'restarted because it ended itself',
      series: {
        [RESTARTS]: `${steady(0, 54)} ${steady(1, 20)}`,
        [`kube_pod_container_status_last_terminated_reason{${POD}, reason="Error"}`]: steady(1),
      },
      fires: NONE,
    },
    {
      alert: 'ContainerOutOfMemory',
      what: 'was at its limit long ago',
      series: {
        [RESTARTS]: `${steady(0, 10)} ${steady(1, 99)}`,
        [`kube_pod_container_status_last_terminated_reason{${POD}, reason="OOMKilled"}`]: steady(1),
      },
      fires: NONE,
    },
    {
      alert: 'PodPending',
      what: 'no machine',
      series: { 'kube_pod_status_phase{namespace="shop", pod="api-1", phase="Pending"}': steady(1) },
      fires: WARNING,
      component: 'workloads',
    },
    {
      alert: 'PodPending',
      what: 'runs',
      series: { 'kube_pod_status_phase{namespace="shop", pod="api-1", phase="Pending"}': steady(0) },
      fires: NONE,
    },
    ...replicas('Deployment', 'deployment="api"', 'kube_deployment_spec_replicas', 'kube_deployment_status_replicas_available'),
    ...replicas('StatefulSet', 'statefulset="api"', 'kube_statefulset_replicas', 'kube_statefulset_status_replicas_ready'),
  ],
};

function replicas(prefix: string, label: string, wanted: string, ready: string): GroupCases['cases'] {
  const series = (want: number, serve: number) => ({
    [`${wanted}{namespace="shop", ${label}}`]: steady(want),
    [`${ready}{namespace="shop", ${label}}`]: steady(serve),
  });
  return [
    { alert: `${prefix}Degraded`, what: 'two of three serve', series: series(3, 2), fires: WARNING },
    { alert: `${prefix}Degraded`, what: 'all serve', series: series(3, 3), fires: NONE },
    { alert: `${prefix}Down`, what: 'none serves', series: series(3, 0), fires: CRITICAL },
    { alert: `${prefix}Down`, what: 'one of three serves', series: series(3, 1), fires: NONE },
    { alert: `${prefix}Down`, what: 'somebody wants none', series: series(0, 0), fires: NONE },
  ];
}

export const scaling: GroupCases = {
  component: 'api',
  cases: [
    { alert: 'AutoscalerAtMaximum', what: 'all ten', series: autoscaler(10, 2, 10), fires: WARNING },
    { alert: 'AutoscalerAtMaximum', what: 'nine of ten', series: autoscaler(9, 2, 10), fires: NONE },
    { alert: 'AutoscalerAtMaximum', what: 'a fixed number', series: autoscaler(2, 2, 2), fires: NONE },
    {
      alert: 'AutoscalerBlind',
      what: 'no metric',
      series: {
        'kube_horizontalpodautoscaler_status_condition{namespace="shop", horizontalpodautoscaler="api", condition="ScalingActive", status="false"}':
          steady(1),
      },
      fires: WARNING,
    },
    {
      alert: 'AutoscalerBlind',
      what: 'it scales',
      series: {
        'kube_horizontalpodautoscaler_status_condition{namespace="shop", horizontalpodautoscaler="api", condition="ScalingActive", status="false"}':
          steady(0),
      },
      fires: NONE,
    },
    {
      alert: 'ScalerFailing',
      what: 'its trigger fails',
      series: { 'keda_scaler_detail_errors_total{namespace="keda", exported_namespace="shop", scaledObject="worker"}': moving(1) },
      fires: WARNING,
      component: 'worker',
    },
    {
      alert: 'ScalerFailing',
      what: 'its trigger fails, and the scrape honours labels',
      series: { 'keda_scaler_detail_errors_total{namespace="shop", scaledObject="worker"}': moving(1) },
      fires: WARNING,
      component: 'worker',
    },
    {
      alert: 'ScalerFailing',
      what: 'it failed once, long ago',
      series: { 'keda_scaler_detail_errors_total{namespace="keda", exported_namespace="shop", scaledObject="worker"}': steady(1) },
      fires: NONE,
    },
    {
      alert: 'ScalerFailing',
      what: "another namespace's fails",
      series: { 'keda_scaler_detail_errors_total{namespace="keda", exported_namespace="other", scaledObject="worker"}': moving(1) },
      fires: NONE,
    },
  ],
};

function autoscaler(desired: number, least: number, most: number) {
  const labels = '{namespace="shop", horizontalpodautoscaler="api"}';
  return {
    [`kube_horizontalpodautoscaler_status_desired_replicas${labels}`]: steady(desired),
    [`kube_horizontalpodautoscaler_spec_min_replicas${labels}`]: steady(least),
    [`kube_horizontalpodautoscaler_spec_max_replicas${labels}`]: steady(most),
  };
}

export const secrets: GroupCases = {
  component: 'database-credentials',
  cases: [
    {
      alert: 'ExternalSecretNotReady',
      what: 'the store refuses',
      series: externalSecret('namespace="external-secrets", exported_namespace="shop"', 1),
      fires: WARNING,
    },
    {
      alert: 'ExternalSecretNotReady',
      what: 'the store refuses, and the scrape honours labels',
      series: externalSecret('namespace="shop"', 1),
      fires: WARNING,
    },
    {
      alert: 'ExternalSecretNotReady',
      what: 'it is ready',
      series: externalSecret('namespace="external-secrets", exported_namespace="shop"', 0),
      fires: NONE,
    },
    {
      alert: 'ExternalSecretNotReady',
      what: "another namespace's is refused",
      series: externalSecret('namespace="external-secrets", exported_namespace="other"', 1),
      fires: NONE,
    },
  ],
};

function externalSecret(namespaces: string, value: number) {
  return {
    [`externalsecret_status_condition{${namespaces}, name="database-credentials", condition="Ready", status="False"}`]: steady(value),
  };
}

export const storage: GroupCases = {
  component: 'data-database-0',
  cases: [
    { alert: 'VolumeAlmostFull', what: '85%', series: volume(steady(15), 100), fires: WARNING },
    { alert: 'VolumeAlmostFull', what: '95%', series: volume(steady(5), 100), fires: BOTH },
    {
      alert: 'VolumeAlmostFull',
      what: 'a dump before it is uploaded',
      series: volume(steady(5), 100, 100, 'database-backup-29-x7k2p-backup'),
      fires: NONE,
    },
    { alert: 'VolumeAlmostFull', what: '70%', series: volume(steady(30), 100), fires: NONE },
    { alert: 'VolumeFillingUp', what: 'full in three days', series: volume(moving(-0.1, 490, 600), 1_000, 600), at: 480, fires: WARNING },
    { alert: 'VolumeFillingUp', what: 'full in six hours', series: volume(moving(-1, 490), 1_000), at: 90, fires: BOTH },
    { alert: 'VolumeFillingUp', what: 'full in two weeks', series: volume(moving(-0.02, 490, 600), 1_000, 600), at: 480, fires: NONE },
    { alert: 'VolumeFillingUp', what: 'a restore into an empty disk', series: volume(moving(-2, 900), 1_000), fires: NONE },
  ],
};

function volume(available: string, capacity: number, minutes?: number, claim = 'data-database-0') {
  const labels = `{namespace="shop", persistentvolumeclaim="${claim}"}`;
  return {
    [`kubelet_volume_stats_available_bytes${labels}`]: available,
    [`kubelet_volume_stats_capacity_bytes${labels}`]: steady(capacity, minutes),
  };
}

export const backups: GroupCases = {
  component: 'database-backup',
  cases: [
    { alert: 'BackupFailed', what: 'the job gave up', series: job(1), fires: WARNING, component: 'database-backup-7' },
    { alert: 'BackupFailed', what: 'the job is done', series: job(0), fires: NONE },
    { alert: 'BackupFailed', what: 'the job gave up yesterday', series: job(1), at: A_DAY_AND_MORE_MINUTES, fires: NONE },
    { alert: 'BackupLate', what: 'more than a day ago', series: cronJob({ succeeded: 0 }), at: A_DAY_AND_MORE_MINUTES, fires: CRITICAL },
    {
      alert: 'BackupLate',
      what: '17 hours ago',
      series: cronJob({ succeeded: 10 * HOUR_SECONDS }),
      at: A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
    {
      alert: 'BackupLate',
      what: 'suspended by somebody',
      series: cronJob({ succeeded: 0, suspended: 1 }),
      at: A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
    { alert: 'BackupNeverSucceeded', what: 'a day old and nothing', series: cronJob({}), at: A_DAY_AND_MORE_MINUTES, fires: CRITICAL },
    { alert: 'BackupNeverSucceeded', what: 'new', series: cronJob({}), at: 60, fires: NONE },
    { alert: 'BackupNeverSucceeded', what: 'it has', series: cronJob({ succeeded: 0 }), at: A_DAY_AND_MORE_MINUTES, fires: NONE },
    {
      alert: 'BackupNeverSucceeded',
      what: 'suspended from the start',
      series: cronJob({ suspended: 1 }),
      at: A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
  ],
};

function job(failed: number) {
  const labels = '{namespace="shop", job_name="database-backup-7"}';
  const long = A_DAY_AND_MORE_MINUTES + 60;
  return {
    'kube_job_status_failed{namespace="shop", job_name="database-backup-7", reason="BackoffLimitExceeded"}': steady(failed, long),
    [`kube_job_status_start_time${labels}`]: steady(0, long),
  };
}

function cronJob({ succeeded, suspended = 0 }: { readonly succeeded?: number; readonly suspended?: number }) {
  const labels = '{namespace="shop", cronjob="database-backup"}';
  const long = A_DAY_AND_MORE_MINUTES + 60;
  return {
    [`kube_cronjob_created${labels}`]: steady(0, long),
    [`kube_cronjob_spec_suspend${labels}`]: steady(suspended, long),
    ...(succeeded === undefined ? {} : { [`kube_cronjob_status_last_successful_time${labels}`]: steady(succeeded, long) }),
  };
}

const LIMIT_BYTES = 2_147_483_648;

export const service: GroupCases = {
  component: 'api',
  cases: [
    { alert: 'ServiceProcessorHigh', what: '82% of the four vCPU of four instances', series: twoInstances(3.28), fires: WARNING },
    { alert: 'ServiceProcessorHigh', what: '90%', series: twoInstances(3.6), fires: BOTH },
    { alert: 'ServiceProcessorHigh', what: 'two of two busy: autoscaling has room', series: twoInstances(2), fires: NONE },
    { alert: 'ServiceMemoryHigh', what: '87% of the limit of one', series: memory(0.87), fires: WARNING },
    { alert: 'ServiceMemoryHigh', what: '95%', series: memory(0.95), fires: BOTH },
    { alert: 'ServiceMemoryHigh', what: '80%', series: memory(0.8), fires: NONE },
  ],
};

function twoInstances(busy: number) {
  const labels = (pod: string) => `{namespace="shop", pod="${pod}", container="api"}`;
  return Object.fromEntries(['api-1', 'api-2'].map((pod) => [`container_cpu_usage_seconds_total${labels(pod)}`, cores(busy / 2)]));
}

function memory(share: number, container = 'api', pod = 'api-1') {
  const labels = `namespace="shop", pod="${pod}", container="${container}"`;
  return {
    [`container_memory_working_set_bytes{${labels}}`]: steady(share * LIMIT_BYTES),
    [`kube_pod_container_resource_limits{${labels}, resource="memory", unit="byte"}`]: steady(LIMIT_BYTES),
    [`kube_pod_container_resource_limits{${labels}, resource="ephemeral_storage", unit="byte"}`]: steady(1),
  };
}

export const vectorStore: GroupCases = {
  component: 'vectors',
  cases: [
    { alert: 'ServerProcessorHigh', what: '82% of two vCPU', series: searching(1.64), fires: WARNING },
    { alert: 'ServerProcessorHigh', what: '95%', series: searching(1.9), fires: BOTH },
    { alert: 'ServerProcessorHigh', what: '70%', series: searching(1.4), fires: NONE },
    { alert: 'VectorStoreMemoryHigh', what: '87%', series: memory(0.87, 'vectors', 'vectors-0'), fires: WARNING },
    { alert: 'VectorStoreMemoryHigh', what: '95%', series: memory(0.95, 'vectors', 'vectors-0'), fires: BOTH },
    { alert: 'VectorStoreMemoryHigh', what: '80%', series: memory(0.8, 'vectors', 'vectors-0'), fires: NONE },
  ],
};

function searching(busy: number) {
  return { 'container_cpu_usage_seconds_total{namespace="shop", pod="vectors-0", container="vectors"}': cores(busy) };
}

export const nodePool: GroupCases = {
  component: 'nodes',
  cases: [
    { alert: 'NodePoolNearLimit', what: '90% of its processors', series: used('cpu', 90), fires: WARNING },
    { alert: 'NodePoolNearLimit', what: '97% of its GPUs', series: used('nvidia.com/gpu', 97), fires: BOTH },
    { alert: 'NodePoolNearLimit', what: 'half of its memory', series: used('memory', 50), fires: NONE },
    { alert: 'NodePoolNearLimit', what: 'what has no limit of ours', series: used('ephemeral-storage', 97), fires: NONE },
  ],
};

function used(resource: string, percent: number) {
  const labels = `{nodepool="shop-nodes", resource_type="${resource}"}`;
  return { [`karpenter_nodepools_usage${labels}`]: steady(percent), [`karpenter_nodepools_limit${labels}`]: steady(100) };
}

const BALANCER = 'load_balancer="app/k8s-shop-entry-0123456789/0123456789abcdef"';
const REQUESTS = `aws_applicationelb_request_count_sum{${BALANCER}}`;
const P95 = `aws_applicationelb_target_response_time_p95{${BALANCER}}`;
const HALF_A_DAY_AND_MORE_MINUTES = 13 * 60;

export const entry: GroupCases = {
  component: 'entry',
  cases: [
    { alert: 'RequestErrors', what: '1%', series: answers(600, 6), fires: WARNING },
    { alert: 'RequestErrors', what: '5%', series: answers(600, 30), fires: BOTH },
    { alert: 'RequestErrors', what: '1%, all by the load balancer', series: answers(600, 0, 6), fires: WARNING },
    { alert: 'RequestErrors', what: '0.2%', series: answers(600, 1), fires: NONE },
    { alert: 'RequestErrors', what: 'none: CloudWatch says nothing of them', series: { [REQUESTS]: steady(600) }, fires: NONE },
    { alert: 'RequestErrors', what: 'half of very few', series: answers(2, 1), fires: NONE },
    { alert: 'RequestsSlow', what: '3 s', series: { [REQUESTS]: steady(600), [P95]: steady(3) }, fires: WARNING },
    { alert: 'RequestsSlow', what: '6 s', series: { [REQUESTS]: steady(600), [P95]: steady(6) }, fires: BOTH },
    { alert: 'RequestsSlow', what: '0.3 s', series: { [REQUESTS]: steady(600), [P95]: steady(0.3) }, fires: NONE },
    { alert: 'RequestsSlow', what: 'two slow ones a minute, at night', series: { [REQUESTS]: steady(2), [P95]: steady(6) }, fires: NONE },
    { alert: 'RequestsUnseen', what: 'no exporter', series: {}, at: HALF_A_DAY_AND_MORE_MINUTES, fires: WARNING },
    {
      alert: 'RequestsUnseen',
      what: 'two a minute, ten hours ago',
      series: { [REQUESTS]: `_x${HALF_A_DAY_AND_MORE_MINUTES - 600} 2` },
      at: HALF_A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
  ],
};

/** Requests a minute, and those of them that the service and that the load balancer answered with an error. */
function answers(all: number, failed: number, refused = 0) {
  return {
    [REQUESTS]: steady(all),
    [`aws_applicationelb_httpcode_target_5_xx_count_sum{${BALANCER}}`]: steady(failed),
    [`aws_applicationelb_httpcode_elb_5_xx_count_sum{${BALANCER}}`]: steady(refused),
  };
}
